using System.Xml.Linq;
using PeeringTools.Aws.DirectConnect.Model;

namespace PeeringTools.Sandbox.Tests;

public sealed class DirectConnectTests : IDisposable
{
    private readonly Rig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task What_is_left_out_is_assigned_and_the_interface_comes_up()
    {
        var vif = await Private(new NewPrivateVirtualInterface { AsnLong = 4200000001 });
        Assert.Equal("pending", vif.VirtualInterfaceState);
        Assert.Equal((0, 4200000001L), (vif.Asn, vif.AsnLong));
        Assert.Equal(("169.254.0.1/30", "169.254.0.2/30", "ipv4"), (vif.AmazonAddress, vif.CustomerAddress, vif.AddressFamily));
        Assert.InRange(vif.AuthKey!.Length, 6, 80);
        _rig.Settle();
        var seen = await See(vif.VirtualInterfaceId!);
        Assert.Equal(("available", "available", "up"), (seen.VirtualInterfaceState, seen.BgpPeers!.Single().BgpPeerState, seen.BgpPeers!.Single().BgpStatus));
        Assert.Equal(vif.AuthKey, seen.AuthKey);
        Assert.Equal("169.254.0.5/30", (await Private(new NewPrivateVirtualInterface { Asn = 65001 }, vlan: 102)).AmazonAddress);
    }

    [Fact]
    public async Task The_router_configuration_is_XML_with_the_key_in_it()
    {
        var vif = await Private(new NewPrivateVirtualInterface { Asn = 65001, AuthKey = "<k&y>123" });
        var xml = XDocument.Parse(vif.CustomerRouterConfig!).Root!;
        Assert.Equal((vif.VirtualInterfaceId, "<k&y>123"), (xml.Attribute("id")!.Value, xml.Element("bgp_auth_key")!.Value));
        var answer = await _rig.DirectConnect().DescribeRouterConfigurationAsync(new DescribeRouterConfigurationRequest { VirtualInterfaceId = vif.VirtualInterfaceId });
        Assert.Equal("<k&y>123", XDocument.Parse(answer.CustomerRouterConfig!).Root!.Element("bgp_auth_key")!.Value);
        Assert.NotNull(answer.Router!.Vendor);
    }

    [Fact]
    public async Task One_peer_to_a_family_and_the_last_one_stays()
    {
        var client = _rig.DirectConnect();
        var vif = await Private(new NewPrivateVirtualInterface { Asn = 65001 });
        Assert.Equal("DirectConnectClientException", await Rig.Refused(client.CreateBGPPeerAsync(New(vif, new NewBGPPeer { Asn = 65002, AddressFamily = "ipv4" }))));
        var added = (await client.CreateBGPPeerAsync(New(vif, new NewBGPPeer { AsnLong = 65002, AddressFamily = "ipv6", AuthKey = "secret1" }))).VirtualInterface!.BgpPeers!;
        Assert.Equal(2, added.Count);
        Assert.Equal((0, 65002L, "secret1"), (added[1].Asn, added[1].AsnLong, added[1].AuthKey));
        Assert.EndsWith("/125", added[1].AmazonAddress, StringComparison.Ordinal);
        await client.DeleteBGPPeerAsync(new DeleteBGPPeerRequest { VirtualInterfaceId = vif.VirtualInterfaceId, Asn = 65001, CustomerAddress = "169.254.0.2" });
        var last = await Assert.ThrowsAsync<DirectConnectClientException>(() => client.DeleteBGPPeerAsync(new DeleteBGPPeerRequest { VirtualInterfaceId = vif.VirtualInterfaceId, BgpPeerId = added[1].BgpPeerId }));
        Assert.Contains("The last BGP Peer on a Virtual Interface cannot be deleted", last.Message, StringComparison.Ordinal);
        Assert.Equal("deleting", (await See(vif.VirtualInterfaceId!)).BgpPeers![0].BgpPeerState);
        _rig.Settle();
        Assert.Equal(added[1].BgpPeerId, (await See(vif.VirtualInterfaceId!)).BgpPeers!.Single().BgpPeerId);
    }

    [Theory]
    [InlineData(65001, 65001L, null, null, null)]
    [InlineData(null, null, null, null, null)]
    [InlineData(65001, null, "12345", null, null)]
    [InlineData(65001, null, null, "169.254.0.1/30", null)]
    [InlineData(65001, null, null, "169.254.0.1/30", "169.254.0.9/30")]
    [InlineData(0, null, null, null, null)]
    public async Task A_sessions_values_are_checked(int? asn, long? asnLong, string? key, string? amazon, string? customer) =>
        Assert.Equal("DirectConnectClientException", await Rig.Refused(Private(new NewPrivateVirtualInterface { Asn = asn, AsnLong = asnLong, AuthKey = key, AmazonAddress = amazon, CustomerAddress = customer })));

    [Fact]
    public async Task A_key_is_never_in_the_refusal()
    {
        var refused = await Assert.ThrowsAsync<DirectConnectClientException>(() => Private(new NewPrivateVirtualInterface { Asn = 65001, AuthKey = "tooBa" }));
        Assert.DoesNotContain("tooBa", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VLANs_are_unique_on_a_connection_and_a_private_interface_has_one_gateway()
    {
        await Private(new NewPrivateVirtualInterface { Asn = 65001 });
        Assert.Equal("DirectConnectClientException", await Rig.Refused(Private(new NewPrivateVirtualInterface { Asn = 65001 })));
        Assert.Equal("DirectConnectClientException", await Rig.Refused(_rig.DirectConnect().CreatePrivateVirtualInterfaceAsync(new CreatePrivateVirtualInterfaceRequest
        {
            ConnectionId = await Connection(), NewPrivateVirtualInterface = new NewPrivateVirtualInterface { VirtualInterfaceName = "x", Vlan = 300, Asn = 65001 },
        })));
    }

    [Fact]
    public async Task A_hosted_interface_waits_for_its_owner_who_confirms_or_rejects()
    {
        var (owner, partner) = (_rig.DirectConnect(), _rig.DirectConnect(Rig.Two));
        var request = new AllocatePrivateVirtualInterfaceRequest
        {
            ConnectionId = await Connection(), OwnerAccount = Rig.Two, NewPrivateVirtualInterfaceAllocation = new NewPrivateVirtualInterfaceAllocation { VirtualInterfaceName = "hosted", Vlan = 200, Asn = 65001 },
        };
        var vif = await owner.AllocatePrivateVirtualInterfaceAsync(request);
        Assert.Equal(("confirming", Rig.Two), (vif.VirtualInterfaceState, vif.OwnerAccount));
        _rig.Sandbox.StepClock(TimeSpan.FromDays(30));
        var gateway = (await partner.CreateDirectConnectGatewayAsync(new CreateDirectConnectGatewayRequest { DirectConnectGatewayName = "g" })).DirectConnectGateway!;
        var confirm = new ConfirmPrivateVirtualInterfaceRequest { VirtualInterfaceId = vif.VirtualInterfaceId, DirectConnectGatewayId = gateway.DirectConnectGatewayId };
        Assert.Equal("DirectConnectClientException", await Rig.Refused(owner.ConfirmPrivateVirtualInterfaceAsync(confirm)));
        Assert.Equal("pending", (await partner.ConfirmPrivateVirtualInterfaceAsync(confirm)).VirtualInterfaceState);
        _rig.Settle();
        Assert.Equal("available", (await See(vif.VirtualInterfaceId!)).VirtualInterfaceState);

        request.NewPrivateVirtualInterfaceAllocation!.Vlan = 201;
        var second = await owner.AllocatePrivateVirtualInterfaceAsync(request);
        Assert.Equal("rejected", (await partner.DeleteVirtualInterfaceAsync(new DeleteVirtualInterfaceRequest { VirtualInterfaceId = second.VirtualInterfaceId })).VirtualInterfaceState);
        request.OwnerAccount = Rig.One;
        var self = await Assert.ThrowsAsync<DirectConnectClientException>(() => owner.AllocatePrivateVirtualInterfaceAsync(request));
        Assert.Contains("Cannot allocate VirtualInterface for the connection owner.", self.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_interface_stays_listed_for_fifteen_minutes()
    {
        var vif = await Private(new NewPrivateVirtualInterface { Asn = 65001 });
        _rig.Settle();
        Assert.Equal("deleting", (await _rig.DirectConnect().DeleteVirtualInterfaceAsync(new DeleteVirtualInterfaceRequest { VirtualInterfaceId = vif.VirtualInterfaceId })).VirtualInterfaceState);
        _rig.Settle();
        Assert.Equal("deleted", (await See(vif.VirtualInterfaceId!)).VirtualInterfaceState);
        _rig.Sandbox.StepClock(TimeSpan.FromMinutes(15));
        Assert.Empty((await _rig.DirectConnect().DescribeVirtualInterfacesAsync(new DescribeVirtualInterfacesRequest())).VirtualInterfaces!);
    }

    [Fact]
    public async Task Without_an_answer_from_the_other_side_an_interface_is_down()
    {
        var vif = await Private(new NewPrivateVirtualInterface { Asn = 65001 });
        _rig.Sandbox.Configure(settings => settings.BgpDown.Add(vif.VirtualInterfaceId!));
        _rig.Settle();
        var seen = await See(vif.VirtualInterfaceId!);
        Assert.Equal(("down", "down"), (seen.VirtualInterfaceState, seen.BgpPeers!.Single().BgpStatus));
    }

    [Fact]
    public async Task A_failover_test_takes_its_peers_down_until_it_ends()
    {
        var client = _rig.DirectConnect();
        var vif = await Private(new NewPrivateVirtualInterface { Asn = 65001 });
        _rig.Settle();
        var test = (await client.StartBgpFailoverTestAsync(new StartBgpFailoverTestRequest { VirtualInterfaceId = vif.VirtualInterfaceId, TestDurationInMinutes = 10 })).VirtualInterfaceTest!;
        Assert.Equal(("testing", "down"), ((await See(vif.VirtualInterfaceId!)).VirtualInterfaceState, (await See(vif.VirtualInterfaceId!)).BgpPeers!.Single().BgpStatus));
        _rig.Sandbox.StepClock(TimeSpan.FromMinutes(10));
        Assert.Equal("available", (await See(vif.VirtualInterfaceId!)).VirtualInterfaceState);
        await client.StartBgpFailoverTestAsync(new StartBgpFailoverTestRequest { VirtualInterfaceId = vif.VirtualInterfaceId });
        await client.StopBgpFailoverTestAsync(new StopBgpFailoverTestRequest { VirtualInterfaceId = vif.VirtualInterfaceId });
        var history = (await client.ListVirtualInterfaceTestHistoryAsync(new ListVirtualInterfaceTestHistoryRequest { VirtualInterfaceId = vif.VirtualInterfaceId })).VirtualInterfaceTestHistory!;
        Assert.Equal([test.TestId, history[1].TestId], history.Select(entry => entry.TestId));
        Assert.All(history, entry => Assert.NotNull(entry.EndTime));
    }

    [Fact]
    public async Task A_transit_gateway_association_brings_an_attachment()
    {
        var client = _rig.DirectConnect();
        var gateway = (await client.CreateDirectConnectGatewayAsync(new CreateDirectConnectGatewayRequest { DirectConnectGatewayName = "g", AmazonSideAsn = 64700 })).DirectConnectGateway!;
        var transit = (await _rig.Ec2().CreateTransitGatewayAsync(new Aws.EC2.Model.CreateTransitGatewayRequest())).TransitGateway!;
        _rig.Settle();
        var made = await client.CreateDirectConnectGatewayAssociationAsync(new CreateDirectConnectGatewayAssociationRequest
        {
            DirectConnectGatewayId = gateway.DirectConnectGatewayId, GatewayId = transit.TransitGatewayId, AddAllowedPrefixesToDirectConnectGateway = [new RouteFilterPrefix { Cidr = "10.0.0.0/8" }],
        });
        Assert.Equal("associating", made.DirectConnectGatewayAssociation!.AssociationState);
        _rig.Settle();
        var attachment = (await _rig.Ec2().DescribeTransitGatewayAttachmentsAsync(new Aws.EC2.Model.DescribeTransitGatewayAttachmentsRequest())).TransitGatewayAttachments!.Single();
        Assert.Equal(("direct-connect-gateway", "available", gateway.DirectConnectGatewayId), (attachment.ResourceType, attachment.State, attachment.ResourceId));
        Assert.Equal("DirectConnectClientException", await Rig.Refused(client.DeleteDirectConnectGatewayAsync(new DeleteDirectConnectGatewayRequest { DirectConnectGatewayId = gateway.DirectConnectGatewayId })));
        await client.DeleteDirectConnectGatewayAssociationAsync(new DeleteDirectConnectGatewayAssociationRequest { AssociationId = made.DirectConnectGatewayAssociation.AssociationId });
        _rig.Settle();
        await client.DeleteDirectConnectGatewayAsync(new DeleteDirectConnectGatewayRequest { DirectConnectGatewayId = gateway.DirectConnectGatewayId });
        Assert.Equal("deleted", (await _rig.Ec2().DescribeTransitGatewayAttachmentsAsync(new Aws.EC2.Model.DescribeTransitGatewayAttachmentsRequest())).TransitGatewayAttachments!.Single().State);
    }

    [Fact]
    public async Task Tags_go_by_ARN_and_pages_hold_a_hundred_at_most()
    {
        var client = _rig.DirectConnect();
        var vif = await Private(new NewPrivateVirtualInterface { Asn = 65001 });
        var arn = $"arn:aws:directconnect:{Rig.Ireland}:{Rig.One}:dxvif/{vif.VirtualInterfaceId}";
        await client.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = [new Tag { Key = "a", Value = "1" }, new Tag { Key = "b", Value = "2" }] });
        await client.UntagResourceAsync(new UntagResourceRequest { ResourceArn = arn, TagKeys = ["a"] });
        Assert.Equal("2", (await client.DescribeTagsAsync(new DescribeTagsRequest { ResourceArns = [arn] })).ResourceTags!.Single().Tags!.Single().Value);
        Assert.Equal("DuplicateTagKeysException", await Rig.Refused(client.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = [new Tag { Key = "x", Value = "1" }, new Tag { Key = "x", Value = "2" }] })));
        for (var i = 0; i < 120; i++)
            await client.CreateConnectionAsync(new CreateConnectionRequest { Location = "EqDB2", Bandwidth = "1Gbps", ConnectionName = "c" });
        var first = await client.DescribeConnectionsAsync(new DescribeConnectionsRequest { MaxResults = 500 });
        Assert.Equal(100, first.Connections!.Count);
        Assert.Equal(21, (await client.DescribeConnectionsAsync(new DescribeConnectionsRequest { MaxResults = 500, NextToken = first.NextToken })).Connections!.Count);
    }

    private string? _connection;
    private string? _gateway;

    private static CreateBGPPeerRequest New(CreatePrivateVirtualInterfaceResponse vif, NewBGPPeer peer) => new() { VirtualInterfaceId = vif.VirtualInterfaceId, NewBGPPeer = peer };

    private async Task<string> Connection() =>
        _connection ??= (await _rig.DirectConnect().CreateConnectionAsync(new CreateConnectionRequest { Location = "EqDB2", Bandwidth = "10Gbps", ConnectionName = "main" })).ConnectionId!;

    private async Task<CreatePrivateVirtualInterfaceResponse> Private(NewPrivateVirtualInterface asked, int vlan = 101)
    {
        _gateway ??= (await _rig.DirectConnect().CreateDirectConnectGatewayAsync(new CreateDirectConnectGatewayRequest { DirectConnectGatewayName = "g" })).DirectConnectGateway!.DirectConnectGatewayId!;
        asked.VirtualInterfaceName = "vif";
        asked.Vlan = vlan;
        asked.DirectConnectGatewayId = _gateway;
        return await _rig.DirectConnect().CreatePrivateVirtualInterfaceAsync(new CreatePrivateVirtualInterfaceRequest { ConnectionId = await Connection(), NewPrivateVirtualInterface = asked });
    }

    private async Task<VirtualInterface> See(string id) =>
        (await _rig.DirectConnect().DescribeVirtualInterfacesAsync(new DescribeVirtualInterfacesRequest { VirtualInterfaceId = id })).VirtualInterfaces!.Single();
}
