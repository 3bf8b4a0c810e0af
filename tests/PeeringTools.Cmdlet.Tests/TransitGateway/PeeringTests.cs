using System.Management.Automation;
using PeeringTools.Cmdlet.Tests.Module;
using static PeeringTools.Cmdlet.Tests.TransitGateway.GatewayNetwork;

namespace PeeringTools.Cmdlet.Tests.TransitGateway;

[Collection(SandboxCollection.Name)]
public sealed class PeeringTests
{
    private readonly GatewayNetwork _network = new();

    private GatewaySession Session => _network.Session;

    [Fact]
    public void One_line_is_accepted_and_waited_for_in_the_other_account_and_Region()
    {
        var peering = Assert.Single(Session.Get<TgwPeering>($"{Request} | Approve-TgwPeering -ProfileName partner | Wait-TgwPeering"));

        Assert.Equal(("available", "eu-west-1", "partner"), (peering.State, peering.Region, peering.ProfileName));
        Assert.Equal((Gateway, "111111111111", "eu-central-1"), (peering.TransitGatewayId, peering.OwnerId, peering.RequesterRegion));
        Assert.Equal((Partner, PartnerAccount, "eu-west-1"), (peering.PeerTransitGatewayId, peering.PeerAccountId, peering.PeerRegion));
        Assert.Equal("available", Assert.Single(Session.Get<TgwPeering>("Get-TgwPeering")).State);
    }

    [Fact]
    public void The_other_account_defaults_to_the_own_one()
    {
        var error = Session.Fail($"{Request.Replace(" -PeerAccountId " + PartnerAccount, "", StringComparison.Ordinal)} | Wait-TgwPeering -State pendingAcceptance");

        // There is no such gateway in the own account, which AWS tells by the state.
        Assert.StartsWith("WaitEndedElsewhere,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("111111111111", Assert.Single(Session.Get<TgwPeering>("Get-TgwPeering -IncludeEnded")).PeerAccountId);
    }

    [Fact]
    public void Accepting_twice_is_reported_and_no_failure()
    {
        Session.Get<TgwPeering>($"{Request} | Approve-TgwPeering -ProfileName partner | Wait-TgwPeering");

        var again = Assert.Single(Session.Get<TgwPeering>("Get-TgwPeering -ProfileName partner -Region eu-west-1 | Approve-TgwPeering"));

        Assert.Equal("available", again.State);
        Assert.Contains("available already", Assert.Single(Session.Console.Warnings), StringComparison.Ordinal);
        var answer = Assert.Single(Session.Get<DryRunResult>($"Approve-TgwPeering {again.TransitGatewayAttachmentId} -PeerRegion eu-west-1 -ProfileName partner -DryRun"));
        Assert.Equal((true, "NothingToChange"), (answer.Permitted, answer.Code));
    }

    [Fact]
    public void What_is_not_there_is_looked_for_within_the_limit()
    {
        var error = Session.Fail("Approve-TgwPeering tgw-attach-0fffffff -PeerRegion eu-west-1 -ProfileName partner -ConsistencyTimeoutSeconds 1");

        Assert.StartsWith("InvalidTransitGatewayAttachmentID.NotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
    }

    [Fact]
    public void The_requester_cannot_accept()
    {
        var error = Session.Fail($"$p = {Request}; $null = $p | Wait-TgwPeering -State pendingAcceptance; $p | Approve-TgwPeering -Region eu-central-1");

        Assert.Equal(ErrorCategory.PermissionDenied, error.CategoryInfo.Category);
        Assert.Equal("pendingAcceptance", Assert.Single(Session.Get<TgwPeering>("Get-TgwPeering")).State);
    }

    [Theory]
    [InlineData("Approve-TgwPeering")]
    [InlineData("Deny-TgwPeering -Confirm:$false")]
    public void A_piped_request_for_another_account_is_refused_at_once_and_names_both_accounts(string command)
    {
        var error = Session.Fail($"{Request} | {command} -Verbose");

        Assert.Equal(("PeeringAnswerNotYours", ErrorCategory.PermissionDenied), (((PeeringException)error.Exception).ErrorId, error.CategoryInfo.Category));
        Assert.Contains($"by account {PartnerAccount}; these credentials are of 111111111111.", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Session.Console.Verbose, l => l.Contains("AcceptTransit", StringComparison.Ordinal) || l.Contains("RejectTransit", StringComparison.Ordinal));
    }

    [Fact]
    public void A_state_as_VPC_peerings_write_it_is_told_with_the_known_ones()
    {
        Session.Get<TgwPeering>("Get-TgwPeering -State pending-acceptance");
        Assert.Contains("pendingAcceptance, ", Assert.Single(Session.Console.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Denying_ends_it_for_good()
    {
        var denied = Assert.Single(Session.Get<TgwPeering>($"{Request} | Deny-TgwPeering -ProfileName partner -PassThru -Confirm:$false | Wait-TgwPeering -State rejected"));

        var id = denied.TransitGatewayAttachmentId;
        Assert.Empty(Session.Get<TgwPeering>($"Deny-TgwPeering {id} -PeerRegion eu-west-1 -ProfileName partner -Confirm:$false"));
        Assert.Contains("rejected already", Assert.Single(Session.Console.Warnings), StringComparison.Ordinal);
        var error = Session.Fail($"Approve-TgwPeering {id} -PeerRegion eu-west-1 -ProfileName partner");
        Assert.Equal(ErrorCategory.ResourceUnavailable, error.CategoryInfo.Category);
        Assert.Empty(Session.Get<TgwPeering>("Get-TgwPeering"));
        Assert.Equal("rejected", Assert.Single(Session.Get<TgwPeering>("Get-TgwPeering -IncludeEnded")).State);
    }

    [Fact]
    public async Task Each_side_routes_to_the_other_once_it_is_available()
    {
        var peering = Assert.Single(Session.Get<TgwPeering>(
            $"{Request} -DestinationCidrBlock 10.2.0.0/16, 2001:db8:2::/48 | Approve-TgwPeering -ProfileName partner -DestinationCidrBlock 10.1.0.0/16 -TransitGatewayRouteTableId {PartnerTable} | Wait-TgwPeering"));

        var id = peering.TransitGatewayAttachmentId;
        Assert.Equal([$"10.2.0.0/16 {id} active", $"2001:db8:2::/48 {id} active"], await RoutesAsync(GatewayTable, "hub", "eu-central-1"));
        Assert.Equal([$"10.1.0.0/16 {id} active"], await RoutesAsync(PartnerTable, "partner", "eu-west-1"));

        // The same again keeps what is there.
        Session.Get<TgwPeering>($"Approve-TgwPeering {id} -PeerRegion eu-west-1 -ProfileName partner -DestinationCidrBlock 10.1.0.0/16");
        Assert.Equal([$"10.1.0.0/16 {id} active"], await RoutesAsync(PartnerTable, "partner", "eu-west-1"));
    }

    [Fact]
    public async Task A_route_that_leads_elsewhere_is_named_and_kept()
    {
        await AddRouteAsync("10.2.0.0/16", Transport);

        Session.Run($"{Request} -DestinationCidrBlock 10.2.0.0/16, 10.3.0.0/16 | Approve-TgwPeering -ProfileName partner | Wait-TgwPeering");

        var error = Assert.Single(Session.Errors);
        Assert.StartsWith("TgwRouteConflict,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ResourceExists, error.CategoryInfo.Category);
        Assert.Contains(Transport, error.Exception.Message, StringComparison.Ordinal);
        var routes = await RoutesAsync(GatewayTable, "hub", "eu-central-1");
        Assert.Contains($"10.2.0.0/16 {Transport} active", routes);
        Assert.Contains(routes, r => r.StartsWith("10.3.0.0/16 tgw-attach-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_route_is_made_to_what_nobody_accepts()
    {
        var error = Session.Fail($"{Request} -DestinationCidrBlock 10.2.0.0/16 -TimeoutSeconds 1");

        Assert.StartsWith("WaitTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("No route was made to it: 10.2.0.0/16", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(await RoutesAsync(GatewayTable, "hub", "eu-central-1"));
    }

    [Fact]
    public void Either_side_removes_it_and_a_second_time_warns()
    {
        var id = Assert.Single(Session.Get<TgwPeering>($"{Request} | Approve-TgwPeering -ProfileName partner | Wait-TgwPeering")).TransitGatewayAttachmentId;

        var removed = Session.Get<TgwPeering>("Get-TgwPeering -ProfileName partner -Region eu-west-1 | Remove-TgwPeering -Confirm:$false -PassThru | Wait-TgwPeering -State deleted");

        Assert.Equal(id, Assert.Single(removed).TransitGatewayAttachmentId);
        Session.Get<object>($"Remove-TgwPeering {id} -Confirm:$false");
        Assert.Contains("deleted already", Assert.Single(Session.Console.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_peering_of_the_two_is_an_existing_one()
    {
        Session.Get<TgwPeering>(Request);

        Assert.Equal(ErrorCategory.ResourceExists, Session.Fail(Request).CategoryInfo.Category);
    }

    [Fact]
    public void A_plan_goes_through_to_the_wait_and_leaves_nothing()
    {
        var planned = Session.Get<TgwPeering>($"$WhatIfPreference = $true; {Request} -DestinationCidrBlock 10.2.0.0/16 | Approve-TgwPeering -ProfileName partner | Wait-TgwPeering");

        Assert.Equal(("planned", "eu-west-1"), (Assert.Single(planned).State, planned[0].Region));
        Assert.Empty(Session.Get<TgwPeering>("Get-TgwPeering -IncludeEnded"));
    }

    [Theory]
    [InlineData($"New-TgwPeering {Gateway} {Gateway}", "TgwPeeringSameGateway")]
    [InlineData($"New-TgwPeering {Gateway} vpc-0aaaaaaa", "TransitGatewayIdMalformed")]
    [InlineData($"New-TgwPeering {Gateway} {Partner} -PeerAccountId 123", "AccountIdMalformed")]
    [InlineData($"New-TgwPeering {Gateway} {Partner} -PeerRegion eu-west-1a", "RegionMalformed")]
    [InlineData($"New-TgwPeering {Gateway} {Partner} -DestinationCidrBlock 10.0.0.1/16", "CidrNotAligned")]
    [InlineData($"New-TgwPeering {Gateway} {Partner} -RouteTableId {GatewayTable}", "TgwRouteBlockMissing")]
    [InlineData("Approve-TgwPeering pcx-0aaaaaaa", "TransitGatewayAttachmentIdMalformed")]
    [InlineData("Approve-TgwPeering tgw-attach-0fffffff -PeerRegion Dublin", "RegionMalformed")]
    [InlineData("Remove-TgwPeering '' -Confirm:$false", "TransitGatewayAttachmentIdMissing")]
    [InlineData("Remove-TgwPeering tgw-attach-planned-1 -Confirm:$false", "PlannedIdInCall")]
    [InlineData("Wait-TgwPeering tgw-attach-1", "TransitGatewayAttachmentIdMalformed")]
    public void A_broken_rule_is_told_and_no_call_leaves(string script, string errorId)
    {
        Assert.Empty(_network.Calls(script));
        Assert.Equal(errorId, Assert.Single(Session.Errors).FullyQualifiedErrorId.Split(',')[0]);
    }

    private static async Task AddRouteAsync(string block, string attachment)
    {
        using var session = await Core.Sessions.SessionOpener.OpenAsync(new() { ProfileName = "hub", Region = "eu-central-1" }, observer: null);
        await session.Ec2.CreateTransitGatewayRouteAsync(new() { TransitGatewayRouteTableId = GatewayTable, DestinationCidrBlock = block, TransitGatewayAttachmentId = attachment }, default);
    }
}
