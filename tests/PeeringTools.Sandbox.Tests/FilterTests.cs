using PeeringTools.Aws.EC2.Model;

namespace PeeringTools.Sandbox.Tests;

public sealed class FilterTests : IAsyncLifetime
{
    private readonly Rig _rig = new();
    private string _active = "";
    private string _pending = "";
    private Vpc _one = new();
    private Vpc _two = new();

    public async ValueTask InitializeAsync()
    {
        _one = await _rig.Vpc("10.0.0.0/16");
        _two = await _rig.Vpc("10.1.0.0/16", Rig.Two);
        _active = await _rig.Peering(_one, _two);
        _pending = await _rig.Peering(_one, await _rig.Vpc("10.2.0.0/16"));
        _rig.Settle();
        await _rig.Ec2(Rig.Two).AcceptVpcPeeringConnectionAsync(new AcceptVpcPeeringConnectionRequest { VpcPeeringConnectionId = _active });
        _rig.Settle();
        await _rig.Ec2().CreateTagsAsync(new CreateTagsRequest { Resources = [_active], Tags = [new Tag { Key = "Stage", Value = "prod-eu" }] });
    }

    public ValueTask DisposeAsync()
    {
        _rig.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("accepter-vpc-info.cidr-block", "10.1.0.0/16")]
    [InlineData("accepter-vpc-info.owner-id", Rig.Two)]
    [InlineData("accepter-vpc-info.owner-id", "2*")]
    [InlineData("status-code", "active")]
    [InlineData("status-code", "act?ve")]
    [InlineData("status-message", "Active")]
    [InlineData("tag:Stage", "prod-*")]
    [InlineData("tag-key", "Stage")]
    public async Task Each_filter_finds_the_active_one(string name, string value) => Assert.Equal([_active], await Find((name, [value])));

    [Fact]
    public async Task Filters_on_ids_and_times_find_theirs()
    {
        Assert.Equal([_active], await Find(("accepter-vpc-info.vpc-id", [_two.VpcId!])));
        Assert.Equal([_active, _pending], await Find(("requester-vpc-info.vpc-id", [_one.VpcId!])));
        Assert.Equal([_active, _pending], await Find(("requester-vpc-info.cidr-block", ["10.0.0.0/16"])));
        Assert.Equal([_active, _pending], await Find(("requester-vpc-info.owner-id", [Rig.One])));
        Assert.Equal([_pending], await Find(("vpc-peering-connection-id", [_pending])));
        Assert.Equal([_pending], await Find(("expiration-time", ["2026-03-08T*"])));
    }

    [Fact]
    public async Task Values_are_joined_by_or_and_filters_by_and()
    {
        Assert.Equal([_active, _pending], await Find(("status-code", ["active", "pending-acceptance"])));
        Assert.Empty(await Find(("status-code", ["pending-acceptance"]), ("tag-key", ["Stage"])));
    }

    [Fact]
    public async Task Case_counts() => Assert.Empty(await Find(("status-code", ["ACTIVE"])));

    [Theory]
    [InlineData("no-such-filter")]
    [InlineData("Status-Code")]
    [InlineData("tag:")]
    public async Task An_unknown_filter_is_refused(string name) => Assert.Equal("InvalidParameterValue", await Rig.Refused(Find((name, ["x"]))));

    [Fact]
    public async Task Every_describe_refuses_an_unknown_filter_and_takes_an_empty_answer()
    {
        var ec2 = _rig.Ec2("333333333333", "ap-southeast-2");
        List<Filter> unknown = [new Filter { Name = "nothing", Values = ["x"] }];
        Func<Task>[] calls =
        [
            () => ec2.DescribeVpcsAsync(new DescribeVpcsRequest { Filters = unknown }), () => ec2.DescribeSubnetsAsync(new DescribeSubnetsRequest { Filters = unknown }),
            () => ec2.DescribeRouteTablesAsync(new DescribeRouteTablesRequest { Filters = unknown }), () => ec2.DescribeSecurityGroupsAsync(new DescribeSecurityGroupsRequest { Filters = unknown }),
            () => ec2.DescribeNetworkAclsAsync(new DescribeNetworkAclsRequest { Filters = unknown }), () => ec2.DescribeNetworkInterfacesAsync(new DescribeNetworkInterfacesRequest { Filters = unknown }),
            () => ec2.DescribeTransitGatewaysAsync(new DescribeTransitGatewaysRequest { Filters = unknown }), () => ec2.DescribeTransitGatewayAttachmentsAsync(new DescribeTransitGatewayAttachmentsRequest { Filters = unknown }),
            () => ec2.DescribeTransitGatewayConnectsAsync(new DescribeTransitGatewayConnectsRequest { Filters = unknown }), () => ec2.DescribeTransitGatewayConnectPeersAsync(new DescribeTransitGatewayConnectPeersRequest { Filters = unknown }),
            () => ec2.DescribeTransitGatewayVpcAttachmentsAsync(new DescribeTransitGatewayVpcAttachmentsRequest { Filters = unknown }), () => ec2.DescribeTransitGatewayPeeringAttachmentsAsync(new DescribeTransitGatewayPeeringAttachmentsRequest { Filters = unknown }),
            () => ec2.DescribeTransitGatewayRouteTablesAsync(new DescribeTransitGatewayRouteTablesRequest { Filters = unknown }), () => ec2.DescribeTagsAsync(new DescribeTagsRequest { Filters = unknown }),
            () => ec2.DescribeRegionsAsync(new DescribeRegionsRequest { Filters = unknown }), () => ec2.DescribeAvailabilityZonesAsync(new DescribeAvailabilityZonesRequest { Filters = unknown }),
        ];
        foreach (var call in calls)
            Assert.Equal("InvalidParameterValue", (await Assert.ThrowsAsync<Aws.EC2.AmazonEC2Exception>(call)).ErrorCode);
        Assert.Empty((await ec2.DescribeVpcsAsync(new DescribeVpcsRequest())).Vpcs!);
        Assert.Equal(3, (await ec2.DescribeAvailabilityZonesAsync(new DescribeAvailabilityZonesRequest())).AvailabilityZones!.Count);
        Assert.Contains((await ec2.DescribeRegionsAsync(new DescribeRegionsRequest())).Regions!, region => region.RegionName == "ap-southeast-2");
    }

    private async Task<List<string>> Find(params (string Name, string[] Values)[] filters)
    {
        var found = await _rig.Ec2().DescribeVpcPeeringConnectionsAsync(
            new DescribeVpcPeeringConnectionsRequest { Filters = [.. filters.Select(filter => new Filter { Name = filter.Name, Values = [.. filter.Values] })] });
        return [.. found.VpcPeeringConnections!.Select(peering => peering.VpcPeeringConnectionId!)];
    }
}
