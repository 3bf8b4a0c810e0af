using PeeringTools.Aws.EC2.Model;

namespace PeeringTools.Sandbox.Tests;

public sealed class TransitGatewayTests : IDisposable
{
    private readonly Rig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_Connect_peer_takes_the_first_free_gateway_address_and_two_sessions_come_up()
    {
        var connect = await Connect();
        var first = await Peer(connect, "10.0.1.5", "169.254.6.0/29");
        var configuration = first.ConnectPeerConfiguration!;
        Assert.Equal(("pending", "10.99.0.1", "10.0.1.5"), (first.State, configuration.TransitGatewayAddress, configuration.PeerAddress));
        Assert.Equal([("169.254.6.2", "169.254.6.1", "down"), ("169.254.6.3", "169.254.6.1", "down")],
            configuration.BgpConfigurations!.Select(session => (session.TransitGatewayAddress, session.PeerAddress, session.BgpStatus)));
        Assert.All(configuration.BgpConfigurations!, session => Assert.Equal((64600L, 65010L), (session.TransitGatewayAsn, session.PeerAsn)));
        Assert.Equal("10.99.0.2", (await Peer(connect, "10.0.1.5", "169.254.7.0/29")).ConnectPeerConfiguration!.TransitGatewayAddress);
        _rig.Settle();
        var seen = (await _rig.Ec2().DescribeTransitGatewayConnectPeersAsync(new DescribeTransitGatewayConnectPeersRequest { TransitGatewayConnectPeerIds = [first.TransitGatewayConnectPeerId!] })).TransitGatewayConnectPeers!.Single();
        Assert.Equal("available", seen.State);
        Assert.All(seen.ConnectPeerConfiguration!.BgpConfigurations!, session => Assert.Equal("up", session.BgpStatus));
    }

    [Theory]
    [InlineData("169.254.0.0/29", "10.0.1.5", null, "InvalidParameterValue")]
    [InlineData("169.254.6.1/29", "10.0.1.5", null, "InvalidParameterValue")]
    [InlineData("169.254.6.0/30", "10.0.1.5", null, "InvalidParameterValue")]
    [InlineData("10.0.0.0/29", "10.0.1.5", null, "InvalidParameterValue")]
    [InlineData("169.254.6.0/29", "fd00::1", null, "InvalidParameterValue")]
    [InlineData("169.254.6.0/29", "10.0.1.5", "10.98.0.1", "InvalidParameterValue")]
    [InlineData("169.254.6.0/29", "not-an-address", null, "InvalidParameterValue")]
    public async Task A_Connect_peers_values_are_checked(string inside, string peer, string? gateway, string code) =>
        Assert.Equal(code, await Rig.Refused(Peer(await Connect(), peer, inside, gateway)));

    [Fact]
    public async Task Inside_blocks_and_tunnels_are_unique_on_a_gateway_and_the_fifth_peer_is_refused()
    {
        var connect = await Connect();
        await Peer(connect, "10.0.1.5", "169.254.6.0/29", "10.99.0.7");
        Assert.Equal("InvalidParameterValue", await Rig.Refused(Peer(connect, "10.0.1.6", "169.254.6.0/29")));
        Assert.Equal("InvalidParameterValue", await Rig.Refused(Peer(connect, "10.0.1.5", "169.254.7.0/29", "10.99.0.7")));
        for (var i = 7; i < 10; i++)
            await Peer(connect, "10.0.1.5", $"169.254.{i}.0/29");
        Assert.Equal("TransitGatewayConnectPeerLimitExceeded", await Rig.Refused(Peer(connect, "10.0.1.5", "169.254.20.0/29")));
    }

    [Fact]
    public async Task Peers_go_before_their_attachment_and_the_attachment_before_its_transport()
    {
        var ec2 = _rig.Ec2();
        var connect = await Connect();
        var peer = await Peer(connect, "10.0.1.5", "169.254.6.0/29");
        _rig.Settle();
        Assert.Equal("IncorrectState", await Rig.Refused(ec2.DeleteTransitGatewayConnectAsync(new DeleteTransitGatewayConnectRequest { TransitGatewayAttachmentId = connect.TransitGatewayAttachmentId })));
        var transport = new DeleteTransitGatewayVpcAttachmentRequest { TransitGatewayAttachmentId = connect.TransportTransitGatewayAttachmentId };
        Assert.Equal("IncorrectState", await Rig.Refused(ec2.DeleteTransitGatewayVpcAttachmentAsync(transport)));
        Assert.Equal("IncorrectState", await Rig.Refused(ec2.DeleteTransitGatewayAsync(new DeleteTransitGatewayRequest { TransitGatewayId = connect.TransitGatewayId })));
        Assert.Equal("deleting", (await ec2.DeleteTransitGatewayConnectPeerAsync(new DeleteTransitGatewayConnectPeerRequest { TransitGatewayConnectPeerId = peer.TransitGatewayConnectPeerId })).TransitGatewayConnectPeer!.State);
        _rig.Settle();
        await ec2.DeleteTransitGatewayConnectAsync(new DeleteTransitGatewayConnectRequest { TransitGatewayAttachmentId = connect.TransitGatewayAttachmentId });
        _rig.Settle();
        await ec2.DeleteTransitGatewayVpcAttachmentAsync(transport);
        _rig.Settle();
        await ec2.DeleteTransitGatewayAsync(new DeleteTransitGatewayRequest { TransitGatewayId = connect.TransitGatewayId });
        _rig.Settle();
        Assert.Equal("deleted", (await ec2.DescribeTransitGatewaysAsync(new DescribeTransitGatewaysRequest())).TransitGateways!.Single().State);
        _rig.Sandbox.StepClock(TimeSpan.FromHours(3));
        Assert.Empty((await ec2.DescribeTransitGatewaysAsync(new DescribeTransitGatewaysRequest())).TransitGateways!);
    }

    [Fact]
    public async Task A_Connect_peer_filter_finds_by_state_and_ids()
    {
        var connect = await Connect();
        var peer = await Peer(connect, "10.0.1.5", "169.254.6.0/29");
        foreach (var (name, value) in new[] { ("state", "pending"), ("transit-gateway-attachment-id", connect.TransitGatewayAttachmentId!), ("transit-gateway-connect-peer-id", peer.TransitGatewayConnectPeerId!) })
        {
            var found = await _rig.Ec2().DescribeTransitGatewayConnectPeersAsync(new DescribeTransitGatewayConnectPeersRequest { Filters = [new Filter { Name = name, Values = [value] }] });
            Assert.Single(found.TransitGatewayConnectPeers!);
            var none = await _rig.Ec2().DescribeTransitGatewayConnectPeersAsync(new DescribeTransitGatewayConnectPeersRequest { Filters = [new Filter { Name = name, Values = ["other"] }] });
            Assert.Empty(none.TransitGatewayConnectPeers!);
        }
    }

    [Fact]
    public async Task Default_association_and_propagation_bring_the_VPCs_routes()
    {
        var (gateway, attachment, _) = await Attached();
        var ec2 = _rig.Ec2();
        var table = gateway.Options!.AssociationDefaultRouteTableId!;
        var associations = await ec2.GetTransitGatewayRouteTableAssociationsAsync(new GetTransitGatewayRouteTableAssociationsRequest { TransitGatewayRouteTableId = table });
        Assert.Equal(("associated", attachment), (associations.Associations!.Single().State, associations.Associations!.Single().TransitGatewayAttachmentId));
        Assert.Equal(("10.0.0.0/16", "propagated"), (await Search(table, "type", "propagated")).Select(route => (route.DestinationCidrBlock, route.Type)).Single());
        await ec2.DisableTransitGatewayRouteTablePropagationAsync(new DisableTransitGatewayRouteTablePropagationRequest { TransitGatewayRouteTableId = table, TransitGatewayAttachmentId = attachment });
        Assert.Empty(await Search(table, "type", "propagated"));
        _rig.Settle();
        Assert.Empty((await ec2.GetTransitGatewayRouteTablePropagationsAsync(new GetTransitGatewayRouteTablePropagationsRequest { TransitGatewayRouteTableId = table })).TransitGatewayRouteTablePropagations!);
        await ec2.EnableTransitGatewayRouteTablePropagationAsync(new EnableTransitGatewayRouteTablePropagationRequest { TransitGatewayRouteTableId = table, TransitGatewayAttachmentId = attachment });
        await ec2.DisassociateTransitGatewayRouteTableAsync(new DisassociateTransitGatewayRouteTableRequest { TransitGatewayRouteTableId = table, TransitGatewayAttachmentId = attachment });
        _rig.Settle();
        await ec2.AssociateTransitGatewayRouteTableAsync(new AssociateTransitGatewayRouteTableRequest { TransitGatewayRouteTableId = table, TransitGatewayAttachmentId = attachment });
        Assert.Equal("Resource.AlreadyAssociated", await Rig.Refused(ec2.AssociateTransitGatewayRouteTableAsync(new AssociateTransitGatewayRouteTableRequest { TransitGatewayRouteTableId = table, TransitGatewayAttachmentId = attachment })));
    }

    [Fact]
    public async Task Static_routes_are_found_by_how_their_blocks_lie()
    {
        var (gateway, attachment, _) = await Attached();
        var ec2 = _rig.Ec2();
        var table = gateway.Options!.AssociationDefaultRouteTableId!;
        foreach (var block in new[] { "10.50.0.0/16", "10.50.1.0/24", "0.0.0.0/0" })
            await ec2.CreateTransitGatewayRouteAsync(new CreateTransitGatewayRouteRequest { TransitGatewayRouteTableId = table, DestinationCidrBlock = block, TransitGatewayAttachmentId = attachment });
        Assert.Equal("RouteAlreadyExists", await Rig.Refused(ec2.CreateTransitGatewayRouteAsync(new CreateTransitGatewayRouteRequest { TransitGatewayRouteTableId = table, DestinationCidrBlock = "10.50.0.0/16", Blackhole = true })));
        Assert.Equal(["10.50.1.0/24"], await Blocks("route-search.longest-prefix-match", "10.50.1.7"));
        Assert.Equal(["10.50.0.0/16"], await Blocks("route-search.exact-match", "10.50.0.0/16"));
        Assert.Equal(["10.50.0.0/16", "10.50.1.0/24"], await Blocks("route-search.subnet-of-match", "10.50.0.0/16"));
        Assert.Equal(["10.50.0.0/16", "0.0.0.0/0"], await Blocks("route-search.supernet-of-match", "10.50.0.0/16"));
        Assert.Equal("deleted", (await ec2.DeleteTransitGatewayRouteAsync(new DeleteTransitGatewayRouteRequest { TransitGatewayRouteTableId = table, DestinationCidrBlock = "10.50.0.0/16" })).Route!.State);
        Assert.Empty(await Blocks("route-search.exact-match", "10.50.0.0/16"));

        async Task<List<string?>> Blocks(string name, string value) => (await Search(table, name, value)).ConvertAll(route => route.DestinationCidrBlock);
    }

    [Fact]
    public async Task A_peering_attachment_lives_with_both_sides()
    {
        var (near, far) = (await Gateway("10.99.0.0/24"), await Gateway("10.98.0.0/24", Rig.Two, Rig.Virginia));
        var (ec2, partner) = (_rig.Ec2(), _rig.Ec2(Rig.Two, Rig.Virginia));
        var request = new CreateTransitGatewayPeeringAttachmentRequest { TransitGatewayId = near.TransitGatewayId, PeerTransitGatewayId = far.TransitGatewayId, PeerAccountId = Rig.Two, PeerRegion = Rig.Virginia };
        var made = (await ec2.CreateTransitGatewayPeeringAttachmentAsync(request)).TransitGatewayPeeringAttachment!;
        Assert.Equal("initiatingRequest", made.State);
        Assert.Equal("DuplicateTransitGatewayAttachment", await Rig.Refused(ec2.CreateTransitGatewayPeeringAttachmentAsync(request)));
        _rig.Settle();
        var accept = new AcceptTransitGatewayPeeringAttachmentRequest { TransitGatewayAttachmentId = made.TransitGatewayAttachmentId };
        Assert.Equal("OperationNotPermitted", await Rig.Refused(ec2.AcceptTransitGatewayPeeringAttachmentAsync(accept)));
        Assert.Equal("pending", (await partner.AcceptTransitGatewayPeeringAttachmentAsync(accept)).TransitGatewayPeeringAttachment!.State);
        Assert.Equal("IncorrectState", await Rig.Refused(partner.AcceptTransitGatewayPeeringAttachmentAsync(accept)));
        _rig.Settle();
        foreach (var (client, own, other) in new[] { (ec2, near, far), (partner, far, near) })
        {
            var seen = (await client.DescribeTransitGatewayAttachmentsAsync(new DescribeTransitGatewayAttachmentsRequest { Filters = [new Filter { Name = "resource-type", Values = ["peering"] }] })).TransitGatewayAttachments!.Single();
            Assert.Equal(("available", own.TransitGatewayId, other.TransitGatewayId), (seen.State, seen.TransitGatewayId, seen.ResourceId));
            await client.CreateTransitGatewayRouteAsync(new CreateTransitGatewayRouteRequest
            {
                TransitGatewayRouteTableId = own.Options!.AssociationDefaultRouteTableId, DestinationCidrBlock = "10.50.0.0/16", TransitGatewayAttachmentId = made.TransitGatewayAttachmentId,
            });
        }
        await partner.DeleteTransitGatewayPeeringAttachmentAsync(new DeleteTransitGatewayPeeringAttachmentRequest { TransitGatewayAttachmentId = made.TransitGatewayAttachmentId });
        _rig.Settle();
        Assert.Equal("blackhole", (await Search(near.Options!.AssociationDefaultRouteTableId!, "type", "static")).Single().State);
    }

    [Fact]
    public async Task A_rejected_peering_attachment_ends()
    {
        var (near, far) = (await Gateway("10.99.0.0/24"), await Gateway("10.98.0.0/24"));
        var ec2 = _rig.Ec2();
        var made = (await ec2.CreateTransitGatewayPeeringAttachmentAsync(new CreateTransitGatewayPeeringAttachmentRequest
        {
            TransitGatewayId = near.TransitGatewayId, PeerTransitGatewayId = far.TransitGatewayId, PeerAccountId = Rig.One, PeerRegion = Rig.Ireland,
        })).TransitGatewayPeeringAttachment!;
        _rig.Settle();
        Assert.Equal("rejecting", (await ec2.RejectTransitGatewayPeeringAttachmentAsync(new RejectTransitGatewayPeeringAttachmentRequest { TransitGatewayAttachmentId = made.TransitGatewayAttachmentId })).TransitGatewayPeeringAttachment!.State);
        _rig.Settle();
        Assert.Equal("rejected", (await ec2.DescribeTransitGatewayPeeringAttachmentsAsync(new DescribeTransitGatewayPeeringAttachmentsRequest())).TransitGatewayPeeringAttachments!.Single().State);
        await ec2.DeleteTransitGatewayAsync(new DeleteTransitGatewayRequest { TransitGatewayId = near.TransitGatewayId });
    }

    [Fact]
    public async Task A_gateways_blocks_are_five_at_most_and_those_in_use_stay()
    {
        var connect = await Connect();
        await Peer(connect, "10.0.1.5", "169.254.6.0/29");
        var ec2 = _rig.Ec2();
        ModifyTransitGatewayRequest Change(ModifyTransitGatewayOptions options) => new() { TransitGatewayId = connect.TransitGatewayId, Options = options };
        Assert.Equal("IncorrectState", await Rig.Refused(ec2.ModifyTransitGatewayAsync(Change(new ModifyTransitGatewayOptions { RemoveTransitGatewayCidrBlocks = ["10.99.0.0/24"] }))));
        var changed = await ec2.ModifyTransitGatewayAsync(Change(new ModifyTransitGatewayOptions { AddTransitGatewayCidrBlocks = ["10.90.0.0/24", "10.91.0.0/24", "10.92.0.0/24", "10.93.0.0/24"] }));
        Assert.Equal(("modifying", 5), (changed.TransitGateway!.State, changed.TransitGateway.Options!.TransitGatewayCidrBlocks!.Count));
        _rig.Settle();
        Assert.Equal("TransitGatewayCidrBlockLimitExceeded", await Rig.Refused(ec2.ModifyTransitGatewayAsync(Change(new ModifyTransitGatewayOptions { AddTransitGatewayCidrBlocks = ["10.94.0.0/24"] }))));
    }

    [Fact]
    public async Task An_attachment_holds_its_subnets_by_interfaces_in_them()
    {
        var (_, attachment, subnet) = await Attached();
        var ec2 = _rig.Ec2();
        var card = (await ec2.DescribeNetworkInterfacesAsync(new DescribeNetworkInterfacesRequest { Filters = [new Filter { Name = "subnet-id", Values = [subnet] }] })).NetworkInterfaces!.Single();
        Assert.Equal(("transit_gateway", "in-use"), (card.InterfaceType, card.Status));
        Assert.Equal("DependencyViolation", await Rig.Refused(ec2.DeleteSubnetAsync(new DeleteSubnetRequest { SubnetId = subnet })));
        await ec2.DeleteTransitGatewayVpcAttachmentAsync(new DeleteTransitGatewayVpcAttachmentRequest { TransitGatewayAttachmentId = attachment });
        _rig.Settle();
        await ec2.DeleteSubnetAsync(new DeleteSubnetRequest { SubnetId = subnet });
    }

    private async Task<TransitGateway> Gateway(string block, string account = Rig.One, string region = Rig.Ireland)
    {
        var made = await _rig.Ec2(account, region).CreateTransitGatewayAsync(new CreateTransitGatewayRequest { Options = new TransitGatewayRequestOptions { AmazonSideAsn = 64600, TransitGatewayCidrBlocks = [block] } });
        _rig.Settle();
        return made.TransitGateway!;
    }

    private async Task<(TransitGateway Gateway, string Attachment, string Subnet)> Attached()
    {
        var gateway = await Gateway("10.99.0.0/24");
        var vpc = await _rig.Vpc("10.0.0.0/16");
        var subnet = (await _rig.Ec2().CreateSubnetAsync(new CreateSubnetRequest { VpcId = vpc.VpcId, CidrBlock = "10.0.1.0/24" })).Subnet!.SubnetId!;
        var attachment = await _rig.Ec2().CreateTransitGatewayVpcAttachmentAsync(new CreateTransitGatewayVpcAttachmentRequest { TransitGatewayId = gateway.TransitGatewayId, VpcId = vpc.VpcId, SubnetIds = [subnet] });
        _rig.Settle();
        return (gateway, attachment.TransitGatewayVpcAttachment!.TransitGatewayAttachmentId!, subnet);
    }

    private async Task<TransitGatewayConnect> Connect()
    {
        var (_, attachment, _) = await Attached();
        var made = await _rig.Ec2().CreateTransitGatewayConnectAsync(new CreateTransitGatewayConnectRequest { TransportTransitGatewayAttachmentId = attachment, Options = new CreateTransitGatewayConnectRequestOptions { Protocol = "gre" } });
        _rig.Settle();
        return made.TransitGatewayConnect!;
    }

    private async Task<TransitGatewayConnectPeer> Peer(TransitGatewayConnect connect, string address, string inside, string? gateway = null) =>
        (await _rig.Ec2().CreateTransitGatewayConnectPeerAsync(new CreateTransitGatewayConnectPeerRequest
        {
            TransitGatewayAttachmentId = connect.TransitGatewayAttachmentId,
            PeerAddress = address,
            TransitGatewayAddress = gateway,
            InsideCidrBlocks = [inside],
            BgpOptions = new TransitGatewayConnectRequestBgpOptions { PeerAsn = 65010 },
        })).TransitGatewayConnectPeer!;

    private async Task<List<TransitGatewayRoute>> Search(string table, string name, string value) =>
        (await _rig.Ec2().SearchTransitGatewayRoutesAsync(new SearchTransitGatewayRoutesRequest { TransitGatewayRouteTableId = table, Filters = [new Filter { Name = name, Values = [value] }] })).Routes!;
}
