using PeeringTools.Aws.EC2.Model;

namespace PeeringTools.Sandbox.Tests;

public sealed class VpcPeeringTests : IDisposable
{
    private readonly Rig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_request_goes_from_initiating_to_pending_to_active()
    {
        var (id, _, _) = await Pending();
        Assert.Equal("Pending Acceptance by 222222222222", (await _rig.See(id))!.Status!.Message);
        var accepted = await Partner().AcceptVpcPeeringConnectionAsync(new AcceptVpcPeeringConnectionRequest { VpcPeeringConnectionId = id });
        Assert.Equal("provisioning", accepted.VpcPeeringConnection!.Status!.Code);
        _rig.Settle();
        var active = (await _rig.See(id))!;
        Assert.Equal(("active", "Active"), (active.Status!.Code, active.Status.Message));
        Assert.Null(active.ExpirationTime);
        Assert.NotNull(active.AccepterVpcInfo!.PeeringOptions);
        Assert.Equal("10.1.0.0/16", active.AccepterVpcInfo.CidrBlock);
    }

    [Fact]
    public async Task The_create_answers_initiating_request_and_the_accepter_sees_it_once_it_is_pending()
    {
        var (one, two) = (await _rig.Vpc("10.0.0.0/16"), await _rig.Vpc("10.1.0.0/16", Rig.Two, Rig.Virginia));
        var id = await _rig.Peering(one, two, toRegion: Rig.Virginia);
        Assert.Equal("initiating-request", (await _rig.See(id))!.Status!.Code);
        Assert.Null(await _rig.See(id, Rig.Two, Rig.Virginia));
        Assert.Equal("InvalidVpcPeeringConnectionID.NotFound", await Rig.Refused(Partner().AcceptVpcPeeringConnectionAsync(new AcceptVpcPeeringConnectionRequest { VpcPeeringConnectionId = id })));
        _rig.Settle();
        Assert.NotNull(await _rig.See(id, Rig.Two, Rig.Virginia));
    }

    [Fact]
    public async Task A_pending_accepter_in_another_Region_is_shown_by_its_ids_only()
    {
        var (id, _, two) = await Pending();
        var info = (await _rig.See(id))!.AccepterVpcInfo!;
        Assert.Equal((Rig.Two, Rig.Virginia, two.VpcId), (info.OwnerId, info.Region, info.VpcId));
        Assert.Null(info.CidrBlock);
        Assert.Null(info.PeeringOptions);
        Assert.NotNull((await _rig.See(id))!.ExpirationTime);
    }

    [Theory]
    [InlineData("10.0.0.0/16", "10.0.0.0/16")]
    [InlineData("10.0.0.0/16", "10.0.128.0/20")]
    public async Task Overlap_is_taken_and_then_fails(string one, string two)
    {
        var id = await _rig.Peering(await _rig.Vpc(one), await _rig.Vpc(two, Rig.Two), Rig.One);
        _rig.Settle();
        var failed = (await _rig.See(id))!;
        Assert.Equal("failed", failed.Status!.Code);
        Assert.Contains("overlapping CIDR range", failed.Status.Message, StringComparison.Ordinal);
        Assert.Null(await _rig.See(id, Rig.Two));
        _rig.Sandbox.StepClock(TimeSpan.FromHours(2));
        Assert.Null(await _rig.See(id));
    }

    [Fact]
    public async Task A_secondary_block_counts_for_overlap_too()
    {
        var one = await _rig.Vpc("10.0.0.0/16");
        await _rig.Ec2().AssociateVpcCidrBlockAsync(new AssociateVpcCidrBlockRequest { VpcId = one.VpcId, CidrBlock = "10.7.0.0/16" });
        var id = await _rig.Peering(one, await _rig.Vpc("10.7.1.0/24"));
        _rig.Settle();
        Assert.Equal("failed", (await _rig.See(id))!.Status!.Code);
    }

    [Fact]
    public async Task A_VPC_that_is_not_the_named_accounts_fails_the_request()
    {
        var one = await _rig.Vpc("10.0.0.0/16");
        var made = await _rig.Ec2().CreateVpcPeeringConnectionAsync(new CreateVpcPeeringConnectionRequest { VpcId = one.VpcId, PeerVpcId = "vpc-0123456789abcdef0", PeerOwnerId = Rig.Two });
        _rig.Settle();
        Assert.Equal("failed", (await _rig.See(made.VpcPeeringConnection!.VpcPeeringConnectionId!))!.Status!.Code);
    }

    [Fact]
    public async Task Two_VPCs_have_one_peering_in_either_direction()
    {
        var (one, two) = (await _rig.Vpc("10.0.0.0/16"), await _rig.Vpc("10.1.0.0/16"));
        await _rig.Peering(one, two);
        Assert.Equal("VpcPeeringConnectionAlreadyExists", await Rig.Refused(_rig.Peering(one, two)));
        Assert.Equal("VpcPeeringConnectionAlreadyExists", await Rig.Refused(_rig.Peering(two, one)));
    }

    [Fact]
    public async Task Only_the_accepter_accepts_and_only_in_its_Region()
    {
        var (id, _, _) = await Pending();
        var request = new AcceptVpcPeeringConnectionRequest { VpcPeeringConnectionId = id };
        Assert.Equal("OperationNotPermitted", await Rig.Refused(_rig.Ec2().AcceptVpcPeeringConnectionAsync(request)));
        Assert.Equal("InvalidVpcPeeringConnectionID.NotFound", await Rig.Refused(_rig.Ec2(Rig.Two, Rig.Ireland).AcceptVpcPeeringConnectionAsync(request)));
        await Partner().AcceptVpcPeeringConnectionAsync(request);
    }

    [Fact]
    public async Task In_one_account_the_wrong_Region_is_told_the_right_one()
    {
        var id = await _rig.Peering(await _rig.Vpc("10.0.0.0/16"), await _rig.Vpc("10.1.0.0/16", Rig.One, Rig.Virginia), toRegion: Rig.Virginia);
        _rig.Settle();
        var refused = await Assert.ThrowsAsync<Aws.EC2.AmazonEC2Exception>(() => _rig.Ec2().AcceptVpcPeeringConnectionAsync(new AcceptVpcPeeringConnectionRequest { VpcPeeringConnectionId = id }));
        Assert.Equal("OperationNotPermitted", refused.ErrorCode);
        Assert.Contains("must be accepted in region us-east-1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_expires_after_seven_days_and_goes_two_days_later()
    {
        var (id, _, _) = await Pending();
        _rig.Sandbox.StepClock(TimeSpan.FromHours(167));
        Assert.Equal("pending-acceptance", (await _rig.See(id))!.Status!.Code);
        _rig.Sandbox.StepClock(TimeSpan.FromHours(1));
        Assert.Equal("expired", (await _rig.See(id))!.Status!.Code);
        Assert.Equal("InvalidStateTransition", await Rig.Refused(Partner().AcceptVpcPeeringConnectionAsync(new AcceptVpcPeeringConnectionRequest { VpcPeeringConnectionId = id })));
        _rig.Sandbox.StepClock(TimeSpan.FromDays(2));
        Assert.Null(await _rig.See(id));
        Assert.Null(await _rig.See(id, Rig.Two, Rig.Virginia));
    }

    [Fact]
    public async Task Rejected_is_seen_two_days_by_the_requester_and_two_hours_by_the_accepter()
    {
        var (id, _, _) = await Pending();
        Assert.True((await Partner().RejectVpcPeeringConnectionAsync(new RejectVpcPeeringConnectionRequest { VpcPeeringConnectionId = id })).Return);
        Assert.Equal("rejected", (await _rig.See(id))!.Status!.Code);
        Assert.Equal("InvalidStateTransition", await Rig.Refused(_rig.Ec2().DeleteVpcPeeringConnectionAsync(new DeleteVpcPeeringConnectionRequest { VpcPeeringConnectionId = id })));
        _rig.Sandbox.StepClock(TimeSpan.FromHours(2));
        Assert.Null(await _rig.See(id, Rig.Two, Rig.Virginia));
        Assert.NotNull(await _rig.See(id));
        _rig.Sandbox.StepClock(TimeSpan.FromHours(46));
        Assert.Null(await _rig.See(id));
    }

    [Fact]
    public async Task Deleted_is_seen_two_hours_by_the_deleter_and_two_days_by_the_other()
    {
        var id = await Active();
        await Partner().DeleteVpcPeeringConnectionAsync(new DeleteVpcPeeringConnectionRequest { VpcPeeringConnectionId = id });
        Assert.Equal("deleting", (await _rig.See(id))!.Status!.Code);
        _rig.Settle();
        Assert.Equal("Deleted by 222222222222", (await _rig.See(id))!.Status!.Message);
        _rig.Sandbox.StepClock(TimeSpan.FromHours(2));
        Assert.Null(await _rig.See(id, Rig.Two, Rig.Virginia));
        Assert.NotNull(await _rig.See(id));
        _rig.Sandbox.StepClock(TimeSpan.FromHours(46));
        Assert.Null(await _rig.See(id));
    }

    [Fact]
    public async Task Within_a_Region_deletion_is_at_once()
    {
        var id = await _rig.Peering(await _rig.Vpc("10.0.0.0/16"), await _rig.Vpc("10.1.0.0/16"));
        _rig.Settle();
        await _rig.Ec2().DeleteVpcPeeringConnectionAsync(new DeleteVpcPeeringConnectionRequest { VpcPeeringConnectionId = id });
        Assert.Equal("deleted", (await _rig.See(id))!.Status!.Code);
    }

    [Fact]
    public async Task The_accepter_rejects_and_does_not_delete_a_request()
    {
        var (id, _, _) = await Pending();
        Assert.Equal("OperationNotPermitted", await Rig.Refused(Partner().DeleteVpcPeeringConnectionAsync(new DeleteVpcPeeringConnectionRequest { VpcPeeringConnectionId = id })));
        Assert.Equal("OperationNotPermitted", await Rig.Refused(_rig.Ec2().RejectVpcPeeringConnectionAsync(new RejectVpcPeeringConnectionRequest { VpcPeeringConnectionId = id })));
    }

    [Fact]
    public async Task Options_need_an_active_peering_their_own_side_and_DNS_hostnames()
    {
        var (id, one, two) = await Pending();
        var request = new ModifyVpcPeeringConnectionOptionsRequest { VpcPeeringConnectionId = id, RequesterPeeringConnectionOptions = new PeeringConnectionOptionsRequest { AllowDnsResolutionFromRemoteVpc = true } };
        Assert.Equal("InvalidStateTransition", await Rig.Refused(_rig.Ec2().ModifyVpcPeeringConnectionOptionsAsync(request)));
        await Partner().AcceptVpcPeeringConnectionAsync(new AcceptVpcPeeringConnectionRequest { VpcPeeringConnectionId = id });
        _rig.Settle();
        Assert.Equal("OperationNotPermitted", await Rig.Refused(Partner().ModifyVpcPeeringConnectionOptionsAsync(request)));
        Assert.Equal("InvalidVpcPeeringConnectionState.DnsHostnamesDisabled", await Rig.Refused(_rig.Ec2().ModifyVpcPeeringConnectionOptionsAsync(request)));
        await _rig.Ec2().ModifyVpcAttributeAsync(new ModifyVpcAttributeRequest { VpcId = one.VpcId, EnableDnsHostnames = new AttributeBooleanValue { Value = true } });
        await Partner().ModifyVpcAttributeAsync(new ModifyVpcAttributeRequest { VpcId = two.VpcId, EnableDnsHostnames = new AttributeBooleanValue { Value = true } });
        var set = await _rig.Ec2().ModifyVpcPeeringConnectionOptionsAsync(request);
        Assert.True(set.RequesterPeeringConnectionOptions!.AllowDnsResolutionFromRemoteVpc);
        Assert.Null(set.AccepterPeeringConnectionOptions);
        Assert.True((await _rig.See(id, Rig.Two, Rig.Virginia))!.RequesterVpcInfo!.PeeringOptions!.AllowDnsResolutionFromRemoteVpc);
    }

    [Fact]
    public async Task Tags_are_seen_only_where_they_were_made()
    {
        var (id, _, _) = await Pending();
        await _rig.Ec2().CreateTagsAsync(new CreateTagsRequest { Resources = [id], Tags = [new Tag { Key = "side", Value = "requester" }] });
        await Partner().CreateTagsAsync(new CreateTagsRequest { Resources = [id], Tags = [new Tag { Key = "side", Value = "accepter" }] });
        Assert.Equal("requester", Assert.Single((await _rig.See(id))!.Tags!).Value);
        Assert.Equal("accepter", Assert.Single((await _rig.See(id, Rig.Two, Rig.Virginia))!.Tags!).Value);
    }

    [Fact]
    public async Task Routes_to_a_peering_turn_blackhole_when_it_goes()
    {
        var id = await Active();
        var ec2 = _rig.Ec2();
        var table = (await ec2.DescribeRouteTablesAsync(new DescribeRouteTablesRequest())).RouteTables!.Single().RouteTableId;
        await ec2.CreateRouteAsync(new CreateRouteRequest { RouteTableId = table, DestinationCidrBlock = "10.1.0.0/16", VpcPeeringConnectionId = id });
        Assert.Equal("active", await RouteState());
        Assert.Equal("RouteAlreadyExists", await Rig.Refused(ec2.CreateRouteAsync(new CreateRouteRequest { RouteTableId = table, DestinationCidrBlock = "10.1.0.0/16", VpcPeeringConnectionId = id })));
        await ec2.DeleteVpcPeeringConnectionAsync(new DeleteVpcPeeringConnectionRequest { VpcPeeringConnectionId = id });
        Assert.Equal("blackhole", await RouteState());

        async Task<string?> RouteState() => (await ec2.DescribeRouteTablesAsync(new DescribeRouteTablesRequest())).RouteTables!.Single().Routes!.Find(route => route.VpcPeeringConnectionId == id)!.State;
    }

    [Fact]
    public async Task A_VPC_in_use_stays_and_one_that_goes_takes_its_requests_along()
    {
        var active = await Active();
        Assert.Equal("DependencyViolation", await Rig.Refused(_rig.Ec2().DeleteVpcAsync(new DeleteVpcRequest { VpcId = (await _rig.See(active))!.RequesterVpcInfo!.VpcId })));
        var (one, two) = (await _rig.Vpc("10.20.0.0/16"), await _rig.Vpc("10.21.0.0/16", Rig.Two));
        var waiting = await _rig.Peering(one, two);
        _rig.Settle();
        await _rig.Ec2(Rig.Two).DeleteVpcAsync(new DeleteVpcRequest { VpcId = two.VpcId });
        Assert.Equal("deleted", (await _rig.See(waiting))!.Status!.Code);
    }

    [Fact]
    public async Task Twenty_five_requests_may_wait_and_a_raised_quota_lets_more_through()
    {
        var one = await _rig.Vpc("10.0.0.0/16");
        for (var i = 0; i < 25; i++)
            await _rig.Peering(one, await _rig.Vpc($"10.{i + 1}.0.0/16", Rig.Two));
        var next = await _rig.Vpc("10.200.0.0/16", Rig.Two);
        Assert.Equal("OutstandingVpcPeeringConnectionLimitExceeded", await Rig.Refused(_rig.Peering(one, next)));
        _rig.Sandbox.Configure(settings => settings.Quotas[Core.Rules.Quotas.OutstandingPeeringRequests.RuleId] = 100);
        await _rig.Peering(one, next);
    }

    [Theory]
    [InlineData(null, "MissingParameter")]
    [InlineData("vpc-xyz", "InvalidVpcID.Malformed")]
    [InlineData("vpc-0123456789abcdef0", "InvalidVpcID.NotFound")]
    public async Task Ids_are_refused_in_EC2s_words(string? peerVpcId, string code)
    {
        var one = await _rig.Vpc("10.0.0.0/16");
        Assert.Equal(code, await Rig.Refused(_rig.Ec2().CreateVpcPeeringConnectionAsync(new CreateVpcPeeringConnectionRequest { VpcId = one.VpcId, PeerVpcId = peerVpcId })));
    }

    [Theory]
    [InlineData("pcx-1", "InvalidVpcPeeringConnectionId.Malformed")]
    [InlineData("pcx-planned-1", "InvalidVpcPeeringConnectionId.Malformed")]
    [InlineData("pcx-0123456789abcdef0", "InvalidVpcPeeringConnectionID.NotFound")]
    public async Task Peering_ids_are_refused_in_EC2s_words(string id, string code) =>
        Assert.Equal(code, await Rig.Refused(_rig.Ec2().DescribeVpcPeeringConnectionsAsync(new DescribeVpcPeeringConnectionsRequest { VpcPeeringConnectionIds = [id] })));

    private Aws.EC2.AmazonEC2Client Partner() => _rig.Ec2(Rig.Two, Rig.Virginia);

    private async Task<(string Id, Vpc One, Vpc Two)> Pending()
    {
        var (one, two) = (await _rig.Vpc("10.0.0.0/16"), await _rig.Vpc("10.1.0.0/16", Rig.Two, Rig.Virginia));
        var id = await _rig.Peering(one, two, toRegion: Rig.Virginia);
        _rig.Settle();
        return (id, one, two);
    }

    private async Task<string> Active()
    {
        var (id, _, _) = await Pending();
        await Partner().AcceptVpcPeeringConnectionAsync(new AcceptVpcPeeringConnectionRequest { VpcPeeringConnectionId = id });
        _rig.Settle();
        return id;
    }
}
