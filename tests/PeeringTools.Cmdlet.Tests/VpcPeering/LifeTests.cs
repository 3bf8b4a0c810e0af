using System.Diagnostics;
using System.Management.Automation;
using PeeringTools.Cmdlet.Tests.Module;
using PeeringTools.CmdletHost;
using PeeringTools.Sandbox;
using static PeeringTools.Cmdlet.Tests.VpcPeering.PeeringNetwork;

namespace PeeringTools.Cmdlet.Tests.VpcPeering;

[Collection(SandboxCollection.Name)]
public sealed class LifeTests
{
    private const string Keys = "-AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey (ConvertTo-SecureString 'nothing' -AsPlainText -Force)";

    private readonly PeeringNetwork _network = new();

    private ModuleSession Session => _network.Session;

    [Theory]
    [InlineData("active")]
    [InlineData("Active")]
    public void A_state_is_found_in_any_case(string status)
    {
        var id = _network.Active().VpcPeeringConnectionId;
        Assert.Equal(id, Assert.Single(Session.Get<PeeringTools.VpcPeering>($"Get-VpcPeering -Status {status}")).VpcPeeringConnectionId);
    }

    [Theory]
    [InlineData("Get-VpcPeering -Status activ, active")]
    [InlineData("'{0}', '{0}' | Get-VpcPeering -Status activ")]
    [InlineData("Wait-VpcPeering {0} -State activ")]
    public void An_unknown_state_is_told_once_with_the_known_ones(string command)
    {
        Session.Run(command.Replace("{0}", _network.Active().VpcPeeringConnectionId, StringComparison.Ordinal));
        var warning = Assert.Single(Session.Console.Warnings);
        Assert.Contains("'activ' isn't known", warning, StringComparison.Ordinal);
        Assert.Contains("pending-acceptance, ", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void One_line_accepts_in_the_accepters_Region_as_the_partner_and_waits_there()
    {
        var peering = Assert.Single(Session.Get<PeeringTools.VpcPeering>(
            $"New-VpcPeering -VpcId {Hub} -PeerVpcId {Part} -PeerOwnerId {PartnerAccount} -PeerRegion eu-west-1 | Approve-VpcPeering -ProfileName partner | Wait-VpcPeering"));
        Assert.Equal(("active", "eu-west-1", "partner", PartnerAccount), (peering.State, peering.Region, peering.ProfileName, peering.AccountId));
    }

    [Fact]
    public void A_peering_that_AWS_does_not_show_yet_is_waited_for()
    {
        // AWS answers NotFound for some seconds after a create; three times here.
        var id = _network.Request().VpcPeeringConnectionId;
        _network.Sandbox.Inject(new() { Kind = FaultKind.Error, Action = "AcceptVpcPeeringConnection", Status = 400, Code = "InvalidVpcPeeringConnectionID.NotFound", Count = 2 });
        _network.Sandbox.Inject(new() { Kind = FaultKind.Error, Action = "AcceptVpcPeeringConnection", Status = 400, Code = "InvalidStateTransition", Nth = 3, Count = 1 });
        Session.Get<PeeringTools.VpcPeering>($"Approve-VpcPeering {id} -PeerRegion eu-west-1 -ProfileName partner");
        Assert.Contains(Session.Console.Progress, p => p.Activity.Contains(id!, StringComparison.Ordinal) && p.RecordType == ProgressRecordType.Processing);
        Assert.Equal(ProgressRecordType.Completed, Session.Console.Progress[^1].RecordType);
        Assert.Contains(_network.StateOf(id), new[] { "provisioning", "active" });
    }

    [Theory]
    [InlineData("Approve-VpcPeering", "accepted")]
    [InlineData("Deny-VpcPeering -Confirm:$false", "rejected")]
    public void A_piped_request_for_another_account_is_refused_at_once_and_names_both_accounts(string command, string participle)
    {
        var error = Session.Fail($"New-VpcPeering {Hub} {Part} -PeerOwnerId {PartnerAccount} -PeerRegion eu-west-1 | {command} -Verbose");
        Assert.Equal(("PeeringAnswerNotYours", ErrorCategory.PermissionDenied), (((PeeringException)error.Exception).ErrorId, error.CategoryInfo.Category));
        Assert.Contains($"is to be {participle} by account {PartnerAccount}; these credentials are of 111111111111.", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("-ProfileName", error.ErrorDetails!.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain(Session.Console.Verbose, l => l.Contains("AcceptVpcPeering", StringComparison.Ordinal) || l.Contains("RejectVpcPeering", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dry_run_tells_it_as_its_answer()
    {
        var asked = Session.Get<object>($"New-VpcPeering {Hub} {Part} -PeerOwnerId {PartnerAccount} -PeerRegion eu-west-1 | Approve-VpcPeering -DryRun").OfType<DryRunResult>().Single();
        Assert.Equal((false, "PeeringAnswerNotYours"), (asked.Permitted, asked.Code));
    }

    [Fact]
    public void Keys_that_do_not_tell_their_account_are_asked_about_only_when_the_request_is_not_there()
    {
        var error = Session.Fail($"New-VpcPeering {Hub} {Part} -PeerOwnerId {PartnerAccount} -PeerRegion eu-west-1 | Approve-VpcPeering {Keys}");
        Assert.Equal("PeeringAnswerNotYours", ((PeeringException)error.Exception).ErrorId);

        // Where STS doesn't answer either, what AWS says to the call stands.
        Session.Console.Errors.Clear();
        _network.Sandbox.Inject(new() { Kind = FaultKind.Error, Action = "GetCallerIdentity", Status = 403, Code = "AccessDenied", Count = 100 });
        error = Session.Fail($"Get-VpcPeering | Approve-VpcPeering {Keys} -ConsistencyTimeoutSeconds 1");
        Assert.StartsWith("InvalidVpcPeeringConnectionID.NotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_peering_that_stays_away_is_an_error_when_the_time_is_up()
    {
        var error = Session.Fail("Approve-VpcPeering pcx-00000000 -Region eu-west-1 -ProfileName partner -ConsistencyTimeoutSeconds 1");
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.StartsWith("InvalidVpcPeeringConnectionID.NotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("pcx-00000000", error.TargetObject);
    }

    [Fact]
    public void Accepting_an_active_peering_is_told_and_no_failure()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        var peering = Assert.Single(Session.Get<PeeringTools.VpcPeering>($"Approve-VpcPeering {id} -PeerRegion eu-west-1 -ProfileName partner"));
        Assert.Equal("active", peering.State);
        Assert.Contains($"{id} is active already", Assert.Single(Session.Console.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Drop", true)]
    [InlineData("Drop", false)]
    [InlineData("Throttle", false)]
    public void A_lost_answer_to_an_acceptance_ends_well(string kind, bool afterChange)
    {
        var id = _network.Request().VpcPeeringConnectionId;
        _network.Sandbox.Inject(new() { Kind = Enum.Parse<FaultKind>(kind), Action = "AcceptVpcPeeringConnection", Count = 1, AfterChange = afterChange });
        Session.Get<PeeringTools.VpcPeering>($"Approve-VpcPeering {id} -PeerRegion eu-west-1 -ProfileName partner | Wait-VpcPeering");
        Assert.Equal("active", _network.StateOf(id));
    }

    [Fact]
    public void The_requester_may_not_accept()
    {
        var id = Session.Get<PeeringTools.VpcPeering>($"New-VpcPeering {Hub} {Near} -PeerOwnerId {PartnerAccount}").Single().VpcPeeringConnectionId;
        var error = Session.Fail($"Wait-VpcPeering {id} -State pending-acceptance | Approve-VpcPeering");
        Assert.Equal(ErrorCategory.PermissionDenied, error.CategoryInfo.Category);
        Assert.Equal("pending-acceptance", _network.StateOf(id));
    }

    [Fact]
    public void A_typed_Region_goes_before_a_piped_one()
    {
        var id = _network.Request().VpcPeeringConnectionId;
        var error = Session.Fail($"Get-VpcPeering {id} | Approve-VpcPeering -Region us-east-1 -ProfileName partner -ConsistencyTimeoutSeconds 0");
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
    }

    [Fact]
    public void An_ended_request_can_not_be_accepted_and_AWS_reason_is_told()
    {
        var peering = Assert.Single(Session.Get<PeeringTools.VpcPeering>($"New-VpcPeering {Hub} {Clash} -PeerOwnerId {PartnerAccount} -PeerRegion eu-west-1 | Wait-VpcPeering -State failed"));
        var error = Session.Fail($"Approve-VpcPeering {peering.VpcPeeringConnectionId} -Region eu-central-1");
        Assert.Equal(("VpcPeeringWrongState", ErrorCategory.ResourceUnavailable), (((PeeringException)error.Exception).ErrorId, error.CategoryInfo.Category));
        Assert.Contains(peering.Status!.Message!, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rejected_request_is_rejected_once()
    {
        var id = _network.Request().VpcPeeringConnectionId;
        var denied = Assert.Single(Session.Get<PeeringTools.VpcPeering>($"Get-VpcPeering {id} | Deny-VpcPeering -ProfileName partner -PassThru -Confirm:$false"));
        Assert.Equal(("rejected", "eu-west-1"), (denied.State, denied.Region));
        Assert.Empty(Session.Get<object>($"Deny-VpcPeering {id} -PeerRegion eu-west-1 -ProfileName partner -Confirm:$false"));
        Assert.Contains("rejected already", Assert.Single(Session.Console.Warnings), StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ResourceUnavailable, Session.Fail($"Approve-VpcPeering {id} -PeerRegion eu-west-1 -ProfileName partner").CategoryInfo.Category);
    }

    [Fact]
    public void An_active_peering_can_not_be_rejected()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        Assert.Equal(ErrorCategory.ResourceUnavailable, Session.Fail($"Deny-VpcPeering {id} -PeerRegion eu-west-1 -ProfileName partner -Confirm:$false").CategoryInfo.Category);
        Assert.Equal("active", _network.StateOf(id));
    }

    [Theory]
    [InlineData("Remove-VpcPeering")]
    [InlineData("Deny-VpcPeering -ProfileName partner")]
    public void What_ends_a_peering_asks_first(string command)
    {
        var id = _network.Request().VpcPeeringConnectionId;
        Session.Run($"Get-VpcPeering {id} | {command}");
        Assert.Contains("-Confirm:$false", Assert.Single(Session.Errors).ToString(), StringComparison.Ordinal);
        Assert.Contains(_network.StateOf(id), new[] { "initiating-request", "pending-acceptance" });
    }

    [Fact]
    public void Removing_an_ended_peering_is_a_warning_and_success()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        Session.Get<object>($"Get-VpcPeering {id} | Remove-VpcPeering -Confirm:$false; Wait-VpcPeering {id} -State deleted | Remove-VpcPeering -Confirm:$false");
        Assert.Contains("deleted already", Assert.Single(Session.Console.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_lost_while_removing_is_no_failure()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        _network.Sandbox.Inject(new() { Kind = FaultKind.Drop, Action = "DeleteVpcPeeringConnection", Count = 1, AfterChange = true });
        Session.Get<object>($"Remove-VpcPeering {id} -Confirm:$false");
        Assert.Contains(_network.StateOf(id), new[] { "deleting", "deleted" });
    }

    [Fact]
    public void Of_three_the_second_fails_and_the_others_go()
    {
        var first = _network.Request().VpcPeeringConnectionId;
        var third = Session.Get<PeeringTools.VpcPeering>($"New-VpcPeering {Hub} {Lab}").Single().VpcPeeringConnectionId;
        var error = Session.Fail($"'{first}', 'pcx-00000000', '{third}' | Remove-VpcPeering -Confirm:$false");
        Assert.Equal("pcx-00000000", error.TargetObject);
        Assert.Equal(("deleted", "deleted"), (_network.StateOf(first), _network.StateOf(third)));
    }

    [Fact]
    public void A_wait_asks_once_for_many()
    {
        var script = $"(New-VpcPeering {Hub} {Lab}), (New-VpcPeering {Hub} {Near} -PeerOwnerId {PartnerAccount}), (New-VpcPeering {Hub} {Part} -PeerOwnerId {PartnerAccount} -PeerRegion eu-west-1) | Wait-VpcPeering -State pending-acceptance -Verbose";
        var before = Session.Console.Verbose.Count;
        Assert.Equal(3, Session.Get<PeeringTools.VpcPeering>(script).Count);
        Assert.InRange(Session.Console.Verbose.Skip(before).Count(line => line.Contains("DescribeVpcPeeringConnections", StringComparison.Ordinal)), 1, 3);
    }

    [Fact]
    public void A_wait_ends_with_the_last_state_when_its_time_is_up()
    {
        var id = _network.Request().VpcPeeringConnectionId;
        var error = Session.Fail($"Wait-VpcPeering {id} -TimeoutSeconds 1");
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
        Assert.Contains("pending-acceptance", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Remove-VpcPeering {0} -Confirm:$false", "deleted")]
    [InlineData("Deny-VpcPeering {0} -PeerRegion eu-west-1 -ProfileName partner -Confirm:$false", "rejected")]
    public void A_wait_for_a_peering_that_ended_fails_at_once(string ending, string state)
    {
        var id = _network.Request().VpcPeeringConnectionId!;
        Session.Get<object>(ending.Replace("{0}", id, StringComparison.Ordinal));
        var error = Session.Fail($"Wait-VpcPeering {id}");
        Assert.Equal(ErrorCategory.ResourceUnavailable, error.CategoryInfo.Category);
        Assert.Contains(state, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_nobody_answers_expires()
    {
        var id = _network.Request().VpcPeeringConnectionId;
        Session.Get<object>("Step-PeeringSandboxClock -Days 7 -Minutes 1");
        Assert.Equal("expired", _network.StateOf(id));
        Assert.Equal(ErrorCategory.ResourceUnavailable, Session.Fail($"Wait-VpcPeering {id}").CategoryInfo.Category);
    }

    [Fact]
    public async Task Stop_ends_a_wait_at_once()
    {
        var id = _network.Request().VpcPeeringConnectionId;
        var run = Task.Run(() => Session.Session.Run(Session.Session.Parse($"Wait-VpcPeering {id} -TimeoutSeconds 600", path: null)));
        await Task.Delay(TimeSpan.FromSeconds(1));
        var started = Stopwatch.GetTimestamp();
        Session.Session.Stop();
        Assert.Equal(ScriptResult.Stopped, await run.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 1);
    }

    [Fact]
    public async Task A_whole_runbook_can_be_planned()
    {
        var before = await _network.PictureAsync();
        var planned = Session.Get<PeeringTools.VpcPeering>(
            "$WhatIfPreference = $true; "
            + $"New-VpcPeering {Hub} {Part} -PeerOwnerId {PartnerAccount} -PeerRegion eu-west-1 | Approve-VpcPeering -ProfileName partner | Wait-VpcPeering | Set-VpcPeeringOption -AllowDnsResolutionFromRemoteVpc");
        Assert.Equal("planned", Assert.Single(planned).State);
        Session.Get<object>($"$p = New-VpcPeering {Hub} {Part} -PeerOwnerId {PartnerAccount} -PeerRegion eu-west-1; $p | Add-VpcPeeringRoute -All; $p | Get-VpcPeeringRoute; $p | Test-VpcPeering; $p | Deny-VpcPeering; $p | Remove-VpcPeering");
        Assert.Equal(before, await _network.PictureAsync());
    }

    [Theory]
    [InlineData("Approve-VpcPeering", "AcceptVpcPeeringConnection")]
    [InlineData("Deny-VpcPeering", "RejectVpcPeeringConnection")]
    public void A_dry_run_asks_and_changes_nothing(string command, string action)
    {
        var id = _network.Request().VpcPeeringConnectionId;
        var asked = Assert.Single(Session.Get<DryRunResult>($"{command} {id} -PeerRegion eu-west-1 -ProfileName partner -DryRun"));
        Assert.Equal((action, true, "DryRunOperation"), (asked.Action, asked.Permitted, asked.Code));
        Assert.Equal("pending-acceptance", _network.StateOf(id));
    }

    [Fact]
    public void A_planned_id_goes_into_no_real_call()
    {
        Assert.Equal("PlannedIdInCall", ((PeeringException)Session.Fail("Approve-VpcPeering pcx-planned-1").Exception).ErrorId);
        Assert.Equal("PlannedIdInCall", ((PeeringException)Session.Fail("Remove-VpcPeering pcx-planned-1 -Confirm:$false").Exception).ErrorId);
    }
}
