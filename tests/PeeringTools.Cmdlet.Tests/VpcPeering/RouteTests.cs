using System.Management.Automation;
using PeeringTools.Cmdlet.Tests.Module;
using PeeringTools.Sandbox;
using static PeeringTools.Cmdlet.Tests.VpcPeering.PeeringNetwork;

namespace PeeringTools.Cmdlet.Tests.VpcPeering;

[Collection(SandboxCollection.Name)]
public sealed class RouteTests
{
    private readonly PeeringNetwork _network = new();

    private ModuleSession Session => _network.Session;

    [Fact]
    public async Task All_tables_of_both_sides_get_every_block_of_the_other_and_a_second_run_keeps_them()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        var made = Session.Get<VpcPeeringRoute>($"Add-VpcPeeringRoute {id} -All -PeerProfileName partner");
        Assert.Equal(
            [
                "Accepter rtb-0cccccc0 10.0.0.0/16 eu-west-1", "Accepter rtb-0cccccc0 10.5.0.0/16 eu-west-1", "Accepter rtb-0cccccc0 2001:db8:aa00::/56 eu-west-1",
                "Requester rtb-0aaaaaa0 10.20.0.0/16 eu-central-1", "Requester rtb-0aaaaaa0 2001:db8:cc00::/56 eu-central-1",
                "Requester rtb-0aaaaaa1 10.20.0.0/16 eu-central-1", "Requester rtb-0aaaaaa1 2001:db8:cc00::/56 eu-central-1",
            ],
            made.Select(r => $"{r.Side} {r.RouteTableId} {r.Destination} {r.Region}").Order(StringComparer.Ordinal));
        Assert.All(made, r => Assert.Equal(VpcPeeringOutcome.Made, r.Outcome));

        var picture = await _network.PictureAsync();
        Assert.All(Session.Get<VpcPeeringRoute>($"Add-VpcPeeringRoute {id} -All -PeerProfileName partner"), r => Assert.Equal(VpcPeeringOutcome.Kept, r.Outcome));
        Assert.Equal(picture, await _network.PictureAsync());
        Assert.Equal(7, Session.Get<VpcPeeringRoute>($"Get-VpcPeeringRoute {id} -PeerProfileName partner").Count(r => r.State == "active"));
    }

    [Theory]
    [InlineData("-RouteTableId rtb-0aaaaaa1, rtb-0cccccc0", "rtb-0aaaaaa1 rtb-0cccccc0")]
    [InlineData("-SubnetId subnet-0aaaaaa1", "rtb-0aaaaaa1")]
    [InlineData("-SubnetId subnet-0aaaaaa2", "rtb-0aaaaaa0")]
    [InlineData("-All -Side Accepter", "rtb-0cccccc0")]
    public void Tables_are_chosen_by_id_by_subnet_or_by_side(string choice, string tables)
    {
        var id = _network.Active().VpcPeeringConnectionId;
        Assert.Equal(
            tables, string.Join(' ', Session.Get<VpcPeeringRoute>($"Add-VpcPeeringRoute {id} {choice} -PeerProfileName partner").Select(r => r.RouteTableId).Distinct().Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("Add-VpcPeeringRoute", "-RouteTableId $null", "RouteTableIdMissing")]
    [InlineData("Add-VpcPeeringRoute", "-RouteTableId @()", "RouteTableIdMissing")]
    [InlineData("Add-VpcPeeringRoute", "-SubnetId $null", "SubnetIdMissing")]
    [InlineData("Add-VpcPeeringRoute", "-All:$false", "RouteTableIdMissing")]
    [InlineData("Remove-VpcPeeringRoute", "-RouteTableId $null", "RouteTableIdMissing")]
    [InlineData("Remove-VpcPeeringRoute", "-SubnetId $null", "SubnetIdMissing")]
    [InlineData("Remove-VpcPeeringRoute", "-All:$false", "RouteTableIdMissing")]
    [InlineData("Remove-VpcPeeringRoute", "-All -Destination $null", "CidrMissing")]
    [InlineData("Remove-VpcPeeringRoute", "-All -Destination @()", "CidrMissing")]
    public async Task What_names_nothing_never_stands_for_all(string command, string choice, string errorId)
    {
        var id = _network.Active().VpcPeeringConnectionId;
        Session.Get<VpcPeeringRoute>($"Add-VpcPeeringRoute {id} rtb-0aaaaaa1 -Side Requester");
        var before = await _network.PictureAsync();
        Assert.Equal(errorId, ((PeeringException)Session.Fail($"{command} {id} {choice} -Confirm:$false").Exception).ErrorId);
        Assert.Equal(before, await _network.PictureAsync());
    }

    [Fact]
    public async Task A_piped_destination_of_null_does_not_stand_for_all()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        Session.Get<VpcPeeringRoute>($"Add-VpcPeeringRoute {id} rtb-0aaaaaa1 -Side Requester");
        var before = await _network.PictureAsync();
        Session.Run("Remove-VpcPeeringRoute -Confirm:$false", new { VpcPeeringConnectionId = id, RouteTableId = "rtb-0aaaaaa1", Destination = (string?)null });
        Assert.Equal("CidrMissing", ((PeeringException)Assert.Single(Session.Errors).Exception).ErrorId);
        Assert.Equal(before, await _network.PictureAsync());
    }

    [Fact]
    public void Routes_of_a_side_that_no_credentials_reach_are_an_error_and_not_an_empty_list()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        var error = Session.Fail($"Get-VpcPeeringRoute {id} -Side Accepter");
        Assert.Equal(("VpcPeeringSideNotYours", ErrorCategory.PermissionDenied), (((PeeringException)error.Exception).ErrorId, error.CategoryInfo.Category));
        Assert.Empty(Session.Get<VpcPeeringRoute>($"Get-VpcPeeringRoute {id} -Side Accepter -PeerProfileName partner"));
    }

    [Fact]
    public void A_side_that_was_not_read_is_told_with_what_to_give()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        Session.Get<VpcPeeringRoute>($"Get-VpcPeeringRoute {id}");
        var warning = Assert.Single(Session.Console.Warnings);
        Assert.Contains($"accepter's side ({Part} of {PartnerAccount} in eu-west-1)", warning, StringComparison.Ordinal);
        Assert.Contains("-PeerProfileName", warning, StringComparison.Ordinal);

        Session.Get<VpcPeeringRoute>($"Get-VpcPeeringRoute {id} -Side Requester; Get-VpcPeeringRoute {id} -PeerProfileName partner");
        Assert.Single(Session.Console.Warnings);
    }

    [Theory]
    [InlineData("Get-VpcPeeringRoute {0} -Side None")]
    [InlineData("Add-VpcPeeringRoute {0} -All -Side None")]
    [InlineData("Remove-VpcPeeringRoute {0} -All -Side 0 -Confirm:$false")]
    [InlineData("Set-VpcPeeringOption {0} -AllowDnsResolutionFromRemoteVpc -Side None")]
    public async Task A_typed_side_that_is_none_is_a_broken_rule(string command)
    {
        var id = _network.Active().VpcPeeringConnectionId;
        var before = await _network.PictureAsync();
        var error = Session.Fail(command.Replace("{0}", id, StringComparison.Ordinal));
        Assert.Equal(("VpcPeeringSideMissing", id), (((PeeringException)error.Exception).ErrorId, error.TargetObject));
        Assert.Equal(before, await _network.PictureAsync());
    }

    [Fact]
    public async Task A_conflicting_route_is_named_and_Force_replaces_it()
    {
        var first = _network.Active().VpcPeeringConnectionId;
        Session.Get<VpcPeeringRoute>($"Add-VpcPeeringRoute {first} rtb-0aaaaaa1 -Side Requester");
        Session.Get<object>($"Remove-VpcPeering {first} -Confirm:$false; Wait-VpcPeering {first} -State deleted");
        var second = _network.Active().VpcPeeringConnectionId;
        var before = await _network.PictureAsync();

        Session.Run($"Add-VpcPeeringRoute {second} rtb-0aaaaaa1 -Side Requester");
        Assert.Equal(2, Session.Errors.Count);
        Assert.All(Session.Errors, e => Assert.Equal(ErrorCategory.ResourceExists, e.CategoryInfo.Category));
        Assert.Contains(first!, Session.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await _network.PictureAsync());

        Session.Console.Errors.Clear();
        Assert.All(Session.Get<VpcPeeringRoute>($"Add-VpcPeeringRoute {second} rtb-0aaaaaa1 -Side Requester -Force"), r => Assert.Equal(VpcPeeringOutcome.Replaced, r.Outcome));
        Assert.Equal(2, Session.Get<VpcPeeringRoute>($"Get-VpcPeeringRoute {second}").Count);
    }

    [Fact]
    public async Task Force_under_WhatIf_replaces_nothing()
    {
        var first = _network.Active().VpcPeeringConnectionId;
        Session.Get<VpcPeeringRoute>($"Add-VpcPeeringRoute {first} rtb-0aaaaaa1 -Side Requester");
        Session.Get<object>($"Remove-VpcPeering {first} -Confirm:$false; Wait-VpcPeering {first} -State deleted");
        var second = _network.Active().VpcPeeringConnectionId;
        var before = await _network.PictureAsync();
        Assert.All(Session.Get<VpcPeeringRoute>($"Add-VpcPeeringRoute {second} -All -Force -WhatIf -PeerProfileName partner"), r => Assert.Equal(VpcPeeringOutcome.Planned, r.Outcome));
        Assert.All(Session.Get<DryRunResult>($"Add-VpcPeeringRoute {second} -All -Force -DryRun -PeerProfileName partner"), r => Assert.True(r.Permitted));
        Assert.Equal(before, await _network.PictureAsync());
    }

    [Fact]
    public async Task Removal_takes_only_what_leads_over_that_peering()
    {
        var before = await _network.PictureAsync();
        var id = _network.Active().VpcPeeringConnectionId;
        var other = Session.Get<PeeringTools.VpcPeering>($"New-VpcPeering {Hub} {Lab} | Approve-VpcPeering | Wait-VpcPeering").Single().VpcPeeringConnectionId;
        Session.Get<VpcPeeringRoute>($"Add-VpcPeeringRoute {id} -All -PeerProfileName partner; Add-VpcPeeringRoute {other} -All");
        Assert.Equal(7, Session.Get<VpcPeeringRoute>($"Remove-VpcPeeringRoute {id} -All -PeerProfileName partner -PassThru -Confirm:$false").Count);
        Assert.Empty(Session.Get<VpcPeeringRoute>($"Get-VpcPeeringRoute {id} -PeerProfileName partner"));
        Assert.Equal(5, Session.Get<VpcPeeringRoute>($"Get-VpcPeeringRoute {other}").Count);

        Session.Get<object>($"Remove-VpcPeeringRoute {other} -All -Confirm:$false; Remove-VpcPeering {other} -Confirm:$false; Remove-VpcPeering {id} -Confirm:$false; Wait-VpcPeering {id} -State deleted");
        Assert.Equal(before, await _network.PictureAsync());
    }

    [Fact]
    public void A_piped_route_is_removed_alone()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        Session.Get<VpcPeeringRoute>($"Add-VpcPeeringRoute {id} -All -PeerProfileName partner");
        var removed = Assert.Single(Session.Get<VpcPeeringRoute>(
            $"Get-VpcPeeringRoute {id} -PeerProfileName partner | Where-Object Destination -eq '10.5.0.0/16' | Remove-VpcPeeringRoute -PassThru -Confirm:$false"));
        Assert.Equal(("rtb-0cccccc0", "10.5.0.0/16", VpcPeeringOutcome.Removed), (removed.RouteTableId, removed.Destination, removed.Outcome));
        Assert.Equal(6, Session.Get<VpcPeeringRoute>($"Get-VpcPeeringRoute {id} -PeerProfileName partner").Count);
    }

    [Fact]
    public void Blackholes_of_a_peering_that_is_gone_can_be_removed()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        Session.Get<VpcPeeringRoute>($"Add-VpcPeeringRoute {id} -All -Side Requester");
        Session.Get<object>($"Remove-VpcPeering {id} -Confirm:$false; Step-PeeringSandboxClock -Days 3");
        Assert.Equal(4, Session.Get<VpcPeeringRoute>($"Get-VpcPeeringRoute {id}").Count(r => r is { State: "blackhole", Side: VpcPeeringSide.None }));
        Session.Get<object>($"Remove-VpcPeeringRoute {id} -RouteTableId rtb-0aaaaaa1 -Confirm:$false");
        Assert.Equal(["rtb-0aaaaaa0", "rtb-0aaaaaa0"], Session.Get<VpcPeeringRoute>($"Get-VpcPeeringRoute {id}").Select(r => r.RouteTableId));
        Session.Get<object>($"Get-VpcPeeringRoute {id} | Remove-VpcPeeringRoute -Confirm:$false");
        Assert.Empty(Session.Get<VpcPeeringRoute>($"Get-VpcPeeringRoute {id}"));
    }

    [Fact]
    public void A_table_of_no_side_is_named_and_the_others_are_done()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        var error = Session.Fail($"Add-VpcPeeringRoute {id} -RouteTableId rtb-0aaaaaa1, rtb-00000000 -PeerProfileName partner");
        Assert.Equal(("rtb-00000000", ErrorCategory.ObjectNotFound), (error.TargetObject, error.CategoryInfo.Category));
        Assert.Equal(2, Session.Get<VpcPeeringRoute>($"Get-VpcPeeringRoute {id}").Count);
    }

    [Fact]
    public void With_one_sides_credentials_that_side_is_done_and_the_other_is_told()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        Assert.All(Session.Get<VpcPeeringRoute>($"Add-VpcPeeringRoute {id} -All"), r => Assert.Equal(VpcPeeringSide.Requester, r.Side));
        Assert.Contains("accepter's side", Assert.Single(Session.Console.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void While_the_blocks_of_a_pending_accepter_are_hidden_its_own_account_tells_them()
    {
        var id = _network.Request().VpcPeeringConnectionId;
        var error = Session.Fail($"Wait-VpcPeering {id} -State pending-acceptance | Add-VpcPeeringRoute -RouteTableId rtb-0aaaaaa1 -Side Requester");
        Assert.Equal("VpcPeeringBlocksUnknown", ((PeeringException)error.Exception).ErrorId);
        Assert.Equal(2, Session.Get<VpcPeeringRoute>($"Add-VpcPeeringRoute {id} -RouteTableId rtb-0aaaaaa1 -PeerProfileName partner").Count);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void A_lost_answer_makes_one_route_or_says_that_there_is_none(bool afterChange, int errors)
    {
        var id = _network.Active().VpcPeeringConnectionId;
        _network.Sandbox.Inject(new() { Kind = FaultKind.Drop, Action = "CreateRoute", Count = 1, AfterChange = afterChange });
        Session.Run($"Add-VpcPeeringRoute {id} rtb-0aaaaaa1 -Side Requester");
        Assert.Equal(errors, Session.Errors.Count);
        Assert.Equal(2 - errors, Session.Get<VpcPeeringRoute>($"Get-VpcPeeringRoute {id}").Count);
    }

    [Fact]
    public void An_ended_peering_gets_no_routes()
    {
        var id = _network.Request().VpcPeeringConnectionId;
        Session.Get<object>($"Remove-VpcPeering {id} -Confirm:$false");
        Assert.Equal(ErrorCategory.ResourceUnavailable, Session.Fail($"Add-VpcPeeringRoute {id} -All").CategoryInfo.Category);
    }
}
