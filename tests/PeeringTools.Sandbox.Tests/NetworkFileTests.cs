using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Sandboxes;

namespace PeeringTools.Sandbox.Tests;

public sealed class NetworkFileTests : IDisposable
{
    private const string VpcJson = """{"Vpcs":[{"VpcId":"vpc-0a1b2c3d","OwnerId":"111111111111","CidrBlock":"10.0.0.0/16","IsDefault":false,"State":"available","SomethingNew":1,"Tags":[{"Key":"Name","Value":"core"}]}]}""";
    private readonly NetworkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_becomes_a_network()
    {
        const string Here = $"{Rig.One}/{Rig.Ireland}/";
        _folder
            .Write(Here + "vpcs.json", VpcJson)
            .Write(Here + "subnets.json", """{"Subnets":[{"SubnetId":"subnet-0a1b2c3d","VpcId":"vpc-0a1b2c3d","CidrBlock":"10.0.1.0/24","AvailabilityZone":"eu-west-1b","OwnerId":"111111111111"}]}""")
            .Write(Here + "tables.json", """{"RouteTables":[{"RouteTableId":"rtb-0a1b2c3d","VpcId":"vpc-0a1b2c3d","Associations":[{"Main":true,"RouteTableAssociationId":"rtbassoc-1"}],"Routes":[{"DestinationCidrBlock":"10.0.0.0/16","GatewayId":"local","Origin":"CreateRouteTable","State":"active"},{"DestinationCidrBlock":"10.1.0.0/16","VpcPeeringConnectionId":"pcx-0a1b2c3d","Origin":"CreateRoute","State":"active"}]}]}""")
            .Write(Here + "peerings.json", """{"VpcPeeringConnections":[{"VpcPeeringConnectionId":"pcx-0a1b2c3d","Status":{"Code":"active","Message":"Active"},"RequesterVpcInfo":{"OwnerId":"111111111111","Region":"eu-west-1","VpcId":"vpc-0a1b2c3d","CidrBlock":"10.0.0.0/16","CidrBlockSet":[{"CidrBlock":"10.0.0.0/16"}],"PeeringOptions":{"AllowDnsResolutionFromRemoteVpc":true}},"AccepterVpcInfo":{"OwnerId":"999999999999","Region":"us-east-1","VpcId":"vpc-0f0f0f0f","CidrBlock":"10.1.0.0/16","Ipv6CidrBlockSet":[{"Ipv6CidrBlock":"2001:db8::/56"}]}}]}""")
            .Write(Here + "tgw.json", """{"TransitGateways":[{"TransitGatewayId":"tgw-0a1b2c3d","State":"available","OwnerId":"111111111111","CreationTime":"2025-01-01T00:00:00+00:00","Options":{"AmazonSideAsn":64600,"TransitGatewayCidrBlocks":["10.99.0.0/24"],"DefaultRouteTableAssociation":"enable","AssociationDefaultRouteTableId":"tgw-rtb-0a1b2c3d","DefaultRouteTablePropagation":"enable","PropagationDefaultRouteTableId":"tgw-rtb-0a1b2c3d"}}]}""")
            .Write(Here + "attachments.json", """{"TransitGatewayVpcAttachments":[{"TransitGatewayAttachmentId":"tgw-attach-0a1b2c3d","TransitGatewayId":"tgw-0a1b2c3d","VpcId":"vpc-0a1b2c3d","VpcOwnerId":"111111111111","State":"available","SubnetIds":["subnet-0a1b2c3d"]}]}""")
            .Write(Here + "connects.json", """{"TransitGatewayConnects":[{"TransitGatewayAttachmentId":"tgw-attach-0b1b2c3d","TransportTransitGatewayAttachmentId":"tgw-attach-0a1b2c3d","TransitGatewayId":"tgw-0a1b2c3d","State":"available","Options":{"Protocol":"gre"}}]}""")
            .Write(Here + "connect-peers.json", """{"TransitGatewayConnectPeers":[{"TransitGatewayAttachmentId":"tgw-attach-0b1b2c3d","TransitGatewayConnectPeerId":"tgw-connect-peer-0a1b2c3d","State":"available","ConnectPeerConfiguration":{"TransitGatewayAddress":"10.99.0.1","PeerAddress":"10.0.1.5","InsideCidrBlocks":["169.254.6.0/29"],"Protocol":"gre","BgpConfigurations":[{"TransitGatewayAsn":64600,"PeerAsn":65010,"TransitGatewayAddress":"169.254.6.2","PeerAddress":"169.254.6.1","BgpStatus":"up"}]}}]}""")
            .Write("connections.json", """{"connections":[{"ownerAccount":"111111111111","connectionId":"dxcon-fg1a2b3c","connectionName":"main","connectionState":"available","region":"eu-west-1","location":"EqDB2","bandwidth":"10Gbps","hasLogicalRedundancy":"no"}]}""")
            .Write("vifs.json", """{"virtualInterfaces":[{"ownerAccount":"111111111111","virtualInterfaceId":"dxvif-fg1a2b3c","connectionId":"dxcon-fg1a2b3c","virtualInterfaceType":"private","virtualInterfaceName":"v","vlan":101,"asn":65001,"amazonSideAsn":64512,"virtualInterfaceState":"available","region":"eu-west-1","virtualGatewayId":"","bgpPeers":[{"bgpPeerId":"dxpeer-fg1a2b3c","asn":0,"asnLong":4200000001,"authKey":"in-the-file","addressFamily":"ipv4","amazonAddress":"169.254.0.1/30","customerAddress":"169.254.0.2/30","bgpPeerState":"available","bgpStatus":"up"}]}]}""")
            .Write("sandbox.json", """{"accounts":[{"id":"111111111111","name":"core","profiles":["default","core"]}],"region":"eu-west-1","clock":"2026-02-03T04:05:06Z","vpcAttributes":{"vpc-0a1b2c3d":{"enableDnsHostnames":true}},"denied":[{"account":"111111111111","action":"ec2:CreateRouteTable"}]}""");
        using var rig = new Rig(Rig.Factory.LoadLocalFolder(_folder.Path));
        var sandbox = rig.Sandbox;
        Assert.Equal((Rig.One, Rig.Ireland, new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero)), (sandbox.DefaultAccountId, sandbox.DefaultRegion, sandbox.Now));
        Assert.Equal(["default", "core"], sandbox.Accounts.Single(account => account.AccountId == Rig.One).Profiles);
        var ec2 = rig.Ec2();
        Assert.Equal("core", (await ec2.DescribeVpcsAsync(new DescribeVpcsRequest())).Vpcs!.Single().Tags!.Single().Value);
        Assert.True((await ec2.DescribeVpcAttributeAsync(new DescribeVpcAttributeRequest { VpcId = "vpc-0a1b2c3d", Attribute = "enableDnsHostnames" })).EnableDnsHostnames!.Value);
        Assert.Equal("eu-west-1b", (await ec2.DescribeSubnetsAsync(new DescribeSubnetsRequest())).Subnets!.Single().AvailabilityZone);
        var table = (await ec2.DescribeRouteTablesAsync(new DescribeRouteTablesRequest())).RouteTables!.Single();
        Assert.Equal(("rtb-0a1b2c3d", 2, "active"), (table.RouteTableId, table.Routes!.Count, table.Routes[1].State));
        var peering = (await rig.See("pcx-0a1b2c3d"))!;
        Assert.Equal(("active", "10.1.0.0/16", "2001:db8::/56", true), (peering.Status!.Code, peering.AccepterVpcInfo!.CidrBlock, peering.AccepterVpcInfo.Ipv6CidrBlockSet!.Single().Value, peering.RequesterVpcInfo!.PeeringOptions!.AllowDnsResolutionFromRemoteVpc));
        var connectPeer = (await ec2.DescribeTransitGatewayConnectPeersAsync(new DescribeTransitGatewayConnectPeersRequest())).TransitGatewayConnectPeers!.Single();
        Assert.Equal(2, connectPeer.ConnectPeerConfiguration!.BgpConfigurations!.Count);
        Assert.Equal(2, (await ec2.GetTransitGatewayRouteTableAssociationsAsync(new GetTransitGatewayRouteTableAssociationsRequest { TransitGatewayRouteTableId = "tgw-rtb-0a1b2c3d" })).Associations!.Count);
        var vif = (await rig.DirectConnect().DescribeVirtualInterfacesAsync(new DescribeVirtualInterfacesRequest())).VirtualInterfaces!.Single();
        Assert.Equal(("available", 0, 4200000001L, "in-the-file"), (vif.VirtualInterfaceState, vif.BgpPeers!.Single().Asn, vif.BgpPeers!.Single().AsnLong, vif.BgpPeers!.Single().AuthKey));
        Assert.Equal("UnauthorizedOperation", await Rig.Refused(ec2.CreateRouteTableAsync(new CreateRouteTableRequest { VpcId = "vpc-0a1b2c3d" })));
        Assert.Equal(1, sandbox.ResourceCounts["vpc"]);
        Assert.Equal(1, sandbox.ResourceCounts["dx-bgp-peer"]);
    }

    [Fact]
    public async Task What_was_on_its_way_goes_on()
    {
        _folder.Write($"{Rig.One}/{Rig.Ireland}/a.json", """{"VpcPeeringConnections":[{"VpcPeeringConnectionId":"pcx-0a1b2c3d","ExpirationTime":"2026-03-01T13:00:00Z","Status":{"Code":"pending-acceptance"},"RequesterVpcInfo":{"OwnerId":"111111111111","VpcId":"vpc-0a1b2c3d","CidrBlock":"10.0.0.0/16"},"AccepterVpcInfo":{"OwnerId":"222222222222","VpcId":"vpc-0f0f0f0f"}}]}""");
        using var rig = new Rig(Rig.Factory.LoadLocalFolder(_folder.Path));
        Assert.Equal("pending-acceptance", (await rig.See("pcx-0a1b2c3d"))!.Status!.Code);
        rig.Sandbox.StepClock(TimeSpan.FromHours(1));
        Assert.Equal("expired", (await rig.See("pcx-0a1b2c3d"))!.Status!.Code);
    }

    [Theory]
    [InlineData("a.json", "{\n\"Vpcs\": [\n{ \"VpcId\": \"vpc-0a1b2c3d\",\n \"CidrBlock\": \"10.0.0.0/99\" }]}", 4L, "Vpcs[0].CidrBlock", "isn't a CIDR block")]
    [InlineData("a.json", "{\n\"Vpcs\": [\n{ \"VpcId\": \"vpc-0a1b2c3d\" }]}", 3L, "Vpcs[0].CidrBlock", "null")]
    [InlineData("a.json", "{\n\"Vpcs\": [{ \"VpcId\": \"vpc-0a1b2c3d\", \"CidrBlock\":\n 12 }]}", 3L, "Vpcs[0].CidrBlock", "could not be converted")]
    [InlineData("a.json", "{\n\"Vpcs\": [{ \"VpcId\": \"subnet-0a1b2c3d\", \"CidrBlock\": \"10.0.0.0/16\" }]}", 2L, "Vpcs[0].VpcId", "subnet")]
    [InlineData("a.json", "{\n\"Vpcs\": [\n}", 3L, null, "invalid")]
    [InlineData("a.json", "{\n\n\"Instances\": [{}]}", 3L, "Instances", "isn't a describe output")]
    [InlineData("a.json", "{\"Vpcs\": {}}", 1L, "Vpcs", "isn't a list")]
    [InlineData("a.json", "[]", 1L, null, "isn't a JSON object")]
    [InlineData("a.json", "{\n\"Subnets\": [{\"SubnetId\": \"subnet-0a1b2c3d\", \"VpcId\": \"vpc-0a1b2c3d\", \"CidrBlock\": \"10.0.0.0/24\"}]}", 2L, "Subnets[0].VpcId", "in no describe-vpcs output")]
    [InlineData("a.json", "{\"virtualInterfaces\": [{\"virtualInterfaceId\": \"dxvif-fg1a2b3c\", \"connectionId\": \"dxcon-fg1a2b3c\",\n\"virtualInterfaceType\": \"private\",\n\"vlan\": 5000}]}", 3L, "virtualInterfaces[0].vlan", "out of range")]
    [InlineData("sandbox.json", "{\n \"regoin\": \"eu-west-1\" }", 2L, "regoin", "could not be mapped")]
    [InlineData("sandbox.json", "{ \"accounts\": [\n{ \"id\": \"1\" }] }", 2L, "accounts[0].id", "isn't an account id")]
    [InlineData("sandbox.json", "{ \"denied\": [{ \"action\":\n \"CreateVpc\" }] }", 2L, "denied[0].action", "isn't an action")]
    [InlineData("sandbox.json", "{ \"delays\": {\n\"teatime\": 1 } }", 2L, "delays.teatime", "isn't a delay")]
    [InlineData("sandbox.json", "{ \"region\": \"mars\" }", 1L, "region", "isn't a Region")]
    [InlineData("sandbox.json", "{ \"vpcAttributes\": {\n\"vpc-0f0f0f0f\": {} } }", 2L, "vpcAttributes.vpc-0f0f0f0f", "no VPC")]
    [InlineData("sandbox.json", "{ \"faults\": [{ \"kind\": \"earthquake\" }] }", 1L, "faults[0].kind", "could not be converted")]
    [InlineData("not-an-account/x.json", "{}", null, null, "isn't an account id")]
    [InlineData("111111111111/not-a-region/x.json", "{}", null, null, "isn't a Region")]
    public void A_mistake_is_named_by_file_line_and_field(string file, string text, long? line, string? field, string problem)
    {
        _folder.Write(file, text);
        if (file == "a.json")
            _folder.Write("sandbox.json", """{"region":"eu-west-1"}""");
        var complaint = Assert.Throws<SandboxFileException>(() => Rig.Factory.LoadFolder(_folder.Path));
        Assert.Equal((line, field), (complaint.Line, complaint.Field));
        Assert.Contains(problem, complaint.Message, StringComparison.Ordinal);
        Assert.StartsWith(_folder.Path, complaint.File, StringComparison.Ordinal);
        Assert.Contains(file.Split('/')[^1] == "x.json" ? file.Split('/')[^2] : file, complaint.File, StringComparison.Ordinal);
    }

    [Fact]
    public void Twice_the_same_is_a_mistake()
    {
        _folder.Write($"{Rig.One}/{Rig.Ireland}/a.json", VpcJson).Write($"{Rig.One}/{Rig.Ireland}/b.json", VpcJson);
        Assert.Contains("described twice", Assert.Throws<SandboxFileException>(() => Rig.Factory.LoadFolder(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told() =>
        Assert.Contains("no such folder", Assert.Throws<SandboxFileException>(() => Rig.Factory.LoadFolder(Path.Combine(_folder.Path, "nowhere"))).Message, StringComparison.Ordinal);
}
