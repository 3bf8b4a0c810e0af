using System.Diagnostics;
using System.Management.Automation;
using System.Text.RegularExpressions;
using PeeringTools.Cmdlet.Tests.Module;
using PeeringTools.CmdletHost;
using PeeringTools.Sandbox;
using static PeeringTools.Cmdlet.Tests.VpcPeering.PeeringNetwork;

namespace PeeringTools.Cmdlet.Tests.VpcPeering;

[Collection(SandboxCollection.Name)]
public sealed class ConnectTests
{
    private const string Connect = $"Connect-VpcPeering {Hub} {Part} -PeerRegion eu-west-1 -PeerProfileName partner";
    private readonly PeeringNetwork _network = new();

    private ModuleSession Session => _network.Session;

    [Fact]
    public async Task It_does_all_of_it_and_a_second_run_changes_nothing_and_says_so()
    {
        var made = Session.Get<VpcPeeringConnectResult>($"{Connect} -All -Tag @{{ Name = 'x' }}").Single();
        Assert.Equal((true, "active", Hub, Part, PartnerAccount), (made.Changed, made.State, made.VpcId, made.PeerVpcId, made.PeerOwnerId));
        Assert.All(made.Steps, s => Assert.Equal(VpcPeeringOutcome.Made, s.Outcome));
        var picture = await _network.PictureAsync();
        Assert.Equal(7, picture.Split('\n').Count(l => l.EndsWith($"{made.VpcPeeringConnectionId} active", StringComparison.Ordinal)));
        Assert.Contains("active dns=True dns=True", picture, StringComparison.Ordinal);

        var kept = Session.Get<VpcPeeringConnectResult>($"{Connect} -All").Single();
        Assert.Equal((false, made.VpcPeeringConnectionId), (kept.Changed, kept.VpcPeeringConnectionId));
        Assert.Contains(Session.Console.Said, s => s.Contains("nothing was changed", StringComparison.Ordinal));
        Assert.Equal(picture, await _network.PictureAsync());
    }

    [Fact]
    public async Task WhatIf_prints_the_plan_and_asks_about_what_is_there()
    {
        var before = await _network.PictureAsync();
        var plan = Session.Get<VpcPeeringConnectResult>($"{Connect} -All -WhatIf").Single();
        Assert.Equal(("planned", 12), (plan.State, plan.Steps.Count(s => s.Outcome == VpcPeeringOutcome.Planned)));
        Assert.Contains(Session.Console.Said, s => s.Contains("CreateVpcPeeringConnection vpc-0aaaaaaa -> vpc-0ccccccc: AWS would allow it.", StringComparison.Ordinal));
        Assert.Equal(before, await _network.PictureAsync());

        // Of an active peering the routes and the options can be asked about, too.
        var id = _network.Active().VpcPeeringConnectionId;
        before = await _network.PictureAsync();
        var asked = Session.Get<DryRunResult>($"{Connect} -All -DryRun");
        Assert.Equal(9, asked.Count(a => a.Code == "DryRunOperation"));
        Assert.Equal(2, asked.Count(a => a.Code == "NothingToChange"));
        Assert.Equal(before, await _network.PictureAsync());
        Assert.NotNull(id);
    }

    [Fact]
    public async Task The_plan_for_a_peering_that_is_there_goes_on_with_it_so_that_AWS_can_be_asked_about_later_steps()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        var before = await _network.PictureAsync();
        var plan = Session.Get<VpcPeeringConnectResult>($"{Connect} -All -WhatIf").Single();
        Assert.Equal((id, "active", Hub, Part, false), (plan.VpcPeeringConnectionId, plan.State, plan.VpcId, plan.PeerVpcId, plan.Changed));

        var asked = Session.Get<DryRunResult>($"{Connect} -All -WhatIf | Add-VpcPeeringRoute -RouteTableId rtb-0aaaaaa1 -DryRun");
        Assert.All(asked, a => Assert.Equal("DryRunOperation", a.Code));
        Assert.NotEmpty(asked);
        Assert.Equal(before, await _network.PictureAsync());
    }

    [Fact]
    public void The_plan_for_a_request_that_is_open_is_a_planned_peering_that_nothing_waits_for()
    {
        var request = _network.Request();
        var plan = Session.Get<VpcPeeringConnectResult>($"{Connect} -All -WhatIf").Single();
        Assert.Equal(("planned", Hub, Part), (plan.State, plan.VpcId, plan.PeerVpcId));
        Assert.NotEqual(request.VpcPeeringConnectionId, plan.VpcPeeringConnectionId);
        Assert.Equal("planned", Session.Get<PeeringTools.VpcPeering>($"{Connect} -All -WhatIf | Wait-VpcPeering -TimeoutSeconds 1").Single().State);
    }

    [Fact]
    public void The_plan_to_accept_what_is_accepted_goes_on_with_the_peering_itself()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        var planned = Session.Get<PeeringTools.VpcPeering>($"Get-VpcPeering {id} | Approve-VpcPeering -ProfileName partner -WhatIf").Single();
        Assert.Equal((id, "active", Hub, Part), (planned.VpcPeeringConnectionId, planned.State, planned.VpcId, planned.PeerVpcId));
    }

    [Fact]
    public void A_denied_step_shows_in_the_plan()
    {
        _network.Sandbox.Inject(new() { Kind = FaultKind.Error, Action = "CreateVpcPeeringConnection", Status = 403, Code = "UnauthorizedOperation" });
        Assert.Equal(ErrorCategory.PermissionDenied, Session.Fail($"{Connect} -All -WhatIf").CategoryInfo.Category);
    }

    [Theory]
    [InlineData($"Connect-VpcPeering {Hub} {Clash} -PeerRegion eu-west-1 -PeerProfileName partner -All", "VpcPeeringOverlap")]
    [InlineData($"Connect-VpcPeering {Hub} {Dark} -All", "VpcPeeringDnsAttributes")]
    [InlineData($"Connect-VpcPeering {Hub} {Hub} -All", "VpcPeeringSameVpc")]
    [InlineData($"Connect-VpcPeering {Hub} vpc-00000000 -All", "InvalidVpcID.NotFound")]
    [InlineData($"{Connect} -RouteTableId rtb-0bbbbbb0", "InvalidRouteTableID.NotFound")]
    [InlineData($"{Connect} -SubnetId subnet-00000000", "InvalidSubnetID.NotFound")]
    [InlineData($"{Connect} -All -PeerOwnerId 333333333333", "PeerProfileWrongAccount")]
    [InlineData($"{Connect} -All -PeerOwnerId 33", "AccountIdMalformed")]
    [InlineData($"Connect-VpcPeering {Hub} {Lab} -RouteTableId ''", "RouteTableIdMissing")]
    [InlineData($"Connect-VpcPeering {Hub} {Lab} -RouteTableId $null", "RouteTableIdMissing")]
    [InlineData($"Connect-VpcPeering {Hub} {Lab} -SubnetId $null", "SubnetIdMissing")]
    public async Task What_can_not_end_well_does_not_begin(string script, string errorId)
    {
        var before = await _network.PictureAsync();
        Assert.Equal(errorId, ((PeeringException)Session.Fail(script).Exception).ErrorId);
        Assert.Equal(before, await _network.PictureAsync());
    }

    [Fact]
    public void A_VPC_of_another_account_without_its_profile_is_named_with_the_parameter_that_leads_there()
    {
        var error = Session.Fail($"Connect-VpcPeering {Hub} {Part} -PeerRegion eu-west-1 -All");
        Assert.Equal(("InvalidVpcID.NotFound", (object)Part), (((PeeringException)error.Exception).ErrorId, error.TargetObject));
        Assert.Contains("-PeerProfileName", error.ErrorDetails!.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_route_that_leads_elsewhere_stops_it_before_it_begins()
    {
        Session.Get<object>($"$null = {Connect} -RouteTableId rtb-0aaaaaa1; $old = Get-VpcPeering; $old | Remove-VpcPeering -Confirm:$false; $old | Wait-VpcPeering -State deleted");
        var before = await _network.PictureAsync();
        var error = Session.Fail($"{Connect} -RouteTableId rtb-0aaaaaa1");
        Assert.Equal(("VpcPeeringRouteConflict", ErrorCategory.ResourceExists), (((PeeringException)error.Exception).ErrorId, error.CategoryInfo.Category));
        Assert.Equal(before, await _network.PictureAsync());
    }

    [Fact]
    public async Task A_request_of_the_other_side_is_accepted_instead_of_doubled()
    {
        var id = Session.Get<PeeringTools.VpcPeering>($"New-VpcPeering {Part} {Hub} -PeerOwnerId 111111111111 -PeerRegion eu-central-1 -Region eu-west-1 -ProfileName partner").Single().VpcPeeringConnectionId;
        var made = Session.Get<VpcPeeringConnectResult>($"{Connect} -All").Single();
        Assert.Equal(id, made.VpcPeeringConnectionId);
        Assert.Equal(VpcPeeringOutcome.Kept, made.Steps[0].Outcome);
        Assert.Equal(7, (await _network.PictureAsync()).Split('\n').Count(l => l.EndsWith($"{id} active", StringComparison.Ordinal)));
    }

    [Fact]
    public void Default_quotas_are_warnings_that_say_so()
    {
        // Requests for VPCs that aren't there: nobody answers them before they fail.
        _network.Sandbox.Configure(s => s.Delays[Delay.VpcPeeringRequest] = TimeSpan.FromHours(1));
        for (var i = 0; i < 25; i++)
            Session.Get<object>($"$null = New-VpcPeering {Hub} vpc-100000{i:x2} -PeerOwnerId {PartnerAccount} -PeerRegion eu-west-2");
        Session.Run($"{Connect} -All -WhatIf");
        Assert.Contains(Session.Console.Warnings, w => w.Contains("default quota is assumed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task KeepOnFailure_leaves_all_and_names_it_and_the_same_line_goes_on()
    {
        _network.Sandbox.Inject(new() { Kind = FaultKind.Error, Action = "CreateRoute", Region = "eu-west-1", Status = 403, Code = "UnauthorizedOperation", Count = 1 });
        var error = Session.Fail($"{Connect} -RouteTableId rtb-0aaaaaa1, rtb-0cccccc0 -KeepOnFailure");
        var id = Session.Get<PeeringTools.VpcPeering>("Get-VpcPeering").Single().VpcPeeringConnectionId!;
        Assert.Equal(ErrorCategory.PermissionDenied, error.CategoryInfo.Category);
        Assert.Contains($"route 10.20.0.0/16 -> {id} in rtb-0aaaaaa1", error.ToString(), StringComparison.Ordinal);
        Assert.Contains($"Remove-VpcPeering {id} -Region eu-central-1", error.ErrorDetails!.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(2, (await _network.PictureAsync()).Split('\n').Count(l => l.EndsWith($"{id} active", StringComparison.Ordinal)));

        var made = Session.Get<VpcPeeringConnectResult>($"{Connect} -RouteTableId rtb-0aaaaaa1, rtb-0cccccc0").Single();
        Assert.Equal((id, true, 3), (made.VpcPeeringConnectionId, made.Changed, made.Steps.Count(s => s.Outcome == VpcPeeringOutcome.Made)));
    }

    [Fact]
    public async Task Replaced_routes_get_their_old_target_back()
    {
        Session.Get<object>($"$null = {Connect} -RouteTableId rtb-0aaaaaa1; $old = Get-VpcPeering; $old | Remove-VpcPeering -Confirm:$false; $old | Wait-VpcPeering -State deleted");
        var lab = Session.Get<VpcPeeringConnectResult>($"Connect-VpcPeering {Hub} {Lab} -RouteTableId rtb-0bbbbbb0").Single().VpcPeeringConnectionId;
        await RouteToAsync("rtb-0aaaaaa1", "10.20.0.0/16", lab!);
        var before = await _network.PictureAsync();
        _network.Sandbox.Inject(new() { Kind = FaultKind.Error, Action = "CreateRoute", Region = "eu-west-1", Status = 403, Code = "UnauthorizedOperation", Count = 1 });
        var error = Session.Fail($"{Connect} -RouteTableId rtb-0aaaaaa1, rtb-0cccccc0 -Force");
        Assert.Contains($"it led to {lab}", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Left: ", error.ToString(), StringComparison.Ordinal);
        var after = await _network.PictureAsync();

        // The first route's old target is a peering that is gone: AWS takes no route back to it, and the error names that one.
        Assert.Equal(Only(before, "10.20.0.0/16 ->"), Only(after, "10.20.0.0/16 ->"));
        Assert.Contains("2001:db8:cc00::/56", error.ToString().Split("Left: ")[1], StringComparison.Ordinal);
        Assert.DoesNotContain("10.20.0.0/16", error.ToString().Split("Left: ")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_not_be_undone_is_named_with_the_line_that_removes_it()
    {
        _network.Sandbox.Inject(new() { Kind = FaultKind.Error, Action = "CreateRoute", Region = "eu-west-1", Nth = 2, Status = 403, Code = "UnauthorizedOperation", Count = 1 });
        _network.Sandbox.Inject(new() { Kind = FaultKind.Error, Action = "DeleteRoute", Region = "eu-central-1", Status = 403, Code = "UnauthorizedOperation", Count = 1 });
        var before = await _network.PictureAsync();
        var error = Session.Fail($"{Connect} -RouteTableId rtb-0aaaaaa1, rtb-0cccccc0");
        var left = Assert.Single((await _network.PictureAsync()).Split('\n').Except(before.Split('\n')));
        Assert.Contains("2001:db8:cc00::/56", left, StringComparison.Ordinal);
        Assert.Contains("Left: route 2001:db8:cc00::/56", error.ToString(), StringComparison.Ordinal);
        var line = Regex.Match(error.ErrorDetails!.RecommendedAction, @"Remove-VpcPeeringRoute [^;]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Session.Get<object>(line + " -Confirm:$false");
        Assert.Equal(before, await _network.PictureAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-KeepOnFailure")]
    public async Task All_that_is_left_is_named_once_with_one_line_each_and_the_lines_remove_it(string keep)
    {
        var before = await _network.PictureAsync();
        _network.Sandbox.Inject(Denied("CreateRoute", "eu-west-1"));
        _network.Sandbox.Inject(Denied("DeleteRoute", "eu-central-1"));
        _network.Sandbox.Inject(Denied("DeleteVpcPeeringConnection", "eu-central-1"));
        var error = Session.Fail($"{Connect} -RouteTableId rtb-0aaaaaa1, rtb-0cccccc0 {keep}");
        var id = Session.Get<PeeringTools.VpcPeering>("Get-VpcPeering").Single().VpcPeeringConnectionId!;
        var left = error.ToString().Split("Left: ")[1].Split(". (request id")[0].TrimEnd('.').Split("; ").Select(l => l.Split(" (not undone: ")[0]);
        Assert.Equal(
            [
                $"route 2001:db8:cc00::/56 -> {id} in rtb-0aaaaaa1",
                $"route 10.20.0.0/16 -> {id} in rtb-0aaaaaa1",
                $"DNS resolution of {id}, on at the accepter's side",
                $"DNS resolution of {id}, on at the requester's side",
                $"peering {id}, accepted",
            ],
            left);

        // Each refusal is told where it kept something from being undone.
        Assert.Equal(keep.Length > 0 ? 0 : 3, error.ToString().Split("not undone: ").Length - 1);
        _network.Sandbox.ClearFaults();
        var lines = error.ErrorDetails!.RecommendedAction.Split("with: ")[1].Split("; ");
        Assert.Equal(5, lines.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(5, lines.Length);
        foreach (var line in lines)
            new ModuleSession().Get<object>($"$null = {line} -Confirm:$false");
        Session.Get<object>($"$null = Wait-VpcPeering {id} -State deleted");
        Assert.Equal(before, await _network.PictureAsync());
    }

    [Theory]
    [InlineData("CreateRoute", "eu-west-1", "", "-PeerProfileName with one that has it")]
    [InlineData("CreateRoute", "eu-west-1", "-WhatIf", "-PeerProfileName with one that has it")]
    [InlineData("DescribeRouteTables", "eu-west-1", "", "-PeerProfileName with one that has it")]
    [InlineData("CreateRoute", "eu-central-1", "", "-ProfileName with one that has it")]
    [InlineData("CreateRoute", "eu-central-1", "-WhatIf", "-ProfileName with one that has it")]
    [InlineData("DescribeRouteTables", "eu-central-1", "", "-ProfileName with one that has it")]
    public void A_denial_names_the_parameter_of_the_side_it_came_from(string action, string region, string whatIf, string advice)
    {
        _network.Active();
        _network.Sandbox.Inject(Denied(action, region));
        Session.Run($"{Connect} -RouteTableId rtb-0aaaaaa1, rtb-0cccccc0 {whatIf}");
        Assert.NotEmpty(Session.Errors);
        Assert.All(Session.Errors, e => Assert.Contains($"or use {advice}", e.ErrorDetails!.RecommendedAction, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_acceptance_whose_answer_was_lost_is_not_claimed()
    {
        _network.Sandbox.Inject(new() { Kind = FaultKind.Drop, Action = "AcceptVpcPeeringConnection", Count = null });
        var error = Session.Fail($"{Connect} -KeepOnFailure");
        _network.Sandbox.ClearFaults();
        var id = Session.Get<PeeringTools.VpcPeering>("Get-VpcPeering").Single().VpcPeeringConnectionId!;
        Assert.EndsWith($"Left: peering {id}.", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, error.ErrorDetails!.RecommendedAction.Split("Remove-VpcPeering ").Length);
        Assert.Contains(id, await _network.PictureAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_stop_the_same_line_finishes()
    {
        _network.Sandbox.Inject(new() { Kind = FaultKind.Delay, Action = "CreateRoute", Region = "eu-west-1", Nth = 2, Count = 1, Seconds = 60 });
        var run = Task.Run(() => Session.Session.Run(Session.Session.Parse($"{Connect} -All", path: null)), TestContext.Current.CancellationToken);
        while ((await _network.PictureAsync()).Split('\n').Count(l => l.Contains("-> pcx-", StringComparison.Ordinal)) < 6)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        var started = Stopwatch.GetTimestamp();
        Session.Session.Stop();
        Assert.Equal(ScriptResult.Stopped, await run.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 1);

        var again = new ModuleSession().Get<VpcPeeringConnectResult>($"{Connect} -All").Single();
        Assert.Equal(7, (await _network.PictureAsync()).Split('\n').Count(l => l.EndsWith($"{again.VpcPeeringConnectionId} active", StringComparison.Ordinal)));
        Assert.Equal((true, VpcPeeringOutcome.Kept), (again.Changed, again.Steps[0].Outcome));
    }

    private static Fault Denied(string action, string region) => new() { Kind = FaultKind.Error, Action = action, Region = region, Status = 403, Code = "UnauthorizedOperation", Count = null };

    private static string Only(string picture, string part) => string.Join('\n', picture.Split('\n').Where(l => l.Contains(part, StringComparison.Ordinal)));

    private static async Task RouteToAsync(string table, string destination, string peering)
    {
        using var session = await Core.Sessions.SessionOpener.OpenAsync(new() { ProfileName = "hub", Region = "eu-central-1" }, observer: null);
        await session.Ec2.ReplaceRouteAsync(new() { RouteTableId = table, DestinationCidrBlock = destination, VpcPeeringConnectionId = peering }, default);
    }
}
