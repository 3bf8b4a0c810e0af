using PeeringTools.Cmdlet.Tests.Module;
using static PeeringTools.Cmdlet.Tests.VpcPeering.PeeringNetwork;

namespace PeeringTools.Cmdlet.Tests.VpcPeering;

[Collection(SandboxCollection.Name)]
public sealed class FindingTests
{
    private readonly PeeringNetwork _network = new();

    private ModuleSession Session => _network.Session;

    [Fact]
    public void A_finished_peering_has_none()
    {
        var id = Session.Get<VpcPeeringConnectResult>($"Connect-VpcPeering {Hub} {Part} -PeerRegion eu-west-1 -PeerProfileName partner -All").Single().VpcPeeringConnectionId;
        Assert.Empty(Session.Get<VpcPeeringFinding>($"Test-VpcPeering {id} -PeerProfileName partner"));
    }

    [Fact]
    public void A_pending_one_tells_when_it_expires_and_the_line_that_accepts_it()
    {
        var id = _network.Request().VpcPeeringConnectionId;
        Session.Get<object>($"Wait-VpcPeering {id} -State pending-acceptance; Step-PeeringSandboxClock -Hours 100");
        var finding = Session.Get<VpcPeeringFinding>($"Test-VpcPeering {id} -PeerProfileName partner").First(f => f.FindingId == "NotActive");
        Assert.Equal(VpcPeeringSeverity.Error, finding.Severity);
        Assert.Matches("expires in 6[78](\\.\\d)? hours", finding.Finding);
        Assert.Equal($"Approve-VpcPeering {id} -Region eu-west-1 -ProfileName partner", finding.Fix);
        Session.Get<PeeringTools.VpcPeering>(finding.Fix);
        Session.Get<PeeringTools.VpcPeering>($"Wait-VpcPeering {id}");
    }

    [Fact]
    public void Following_the_fixes_of_errors_makes_traffic_flow()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        var found = Session.Get<VpcPeeringFinding>($"Test-VpcPeering {id} -PeerProfileName partner");
        Assert.Equal(7, found.Count(f => f is { FindingId: "RouteMissing", Severity: VpcPeeringSeverity.Error }));
        Assert.Equal(2, found.Count(f => f is { FindingId: "DnsResolutionOff", Severity: VpcPeeringSeverity.Information }));
        Assert.Contains(found, f => f.Finding.Contains("It sends them to igw-0aaaaaaa", StringComparison.Ordinal));
        foreach (var fix in found.Select(f => f.Fix).Distinct())
            Session.Get<object>(fix);
        Assert.Empty(Session.Get<VpcPeeringFinding>($"Test-VpcPeering {id} -PeerProfileName partner"));
    }

    [Fact]
    public void A_route_elsewhere_is_told_with_the_line_that_replaces_it()
    {
        var first = _network.Active().VpcPeeringConnectionId;
        Session.Get<VpcPeeringRoute>($"Add-VpcPeeringRoute {first} -All -PeerProfileName partner");
        Session.Get<object>($"Remove-VpcPeering {first} -Confirm:$false; Wait-VpcPeering {first} -State deleted");
        var id = _network.Active().VpcPeeringConnectionId;
        var found = Session.Get<VpcPeeringFinding>($"Test-VpcPeering {id} -PeerProfileName partner").Where(f => f.FindingId == "RouteElsewhere").ToList();
        Assert.Equal(7, found.Count);
        Assert.All(found, f => Assert.Contains($"{first}, a blackhole", f.Finding, StringComparison.Ordinal));
        foreach (var fix in found.Select(f => f.Fix).Distinct())
            Session.Get<VpcPeeringRoute>(fix);
        Assert.DoesNotContain(Session.Get<VpcPeeringFinding>($"Test-VpcPeering {id} -PeerProfileName partner"), f => f.Severity == VpcPeeringSeverity.Error);
    }

    [Fact]
    public void Blackholes_that_an_ended_peering_left_are_told_and_the_fix_removes_them()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        Session.Get<VpcPeeringRoute>($"Add-VpcPeeringRoute {id} -All -PeerProfileName partner");
        Session.Get<object>($"Remove-VpcPeering {id} -Confirm:$false; Wait-VpcPeering {id} -State deleted");
        var found = Session.Get<VpcPeeringFinding>($"Test-VpcPeering {id} -PeerProfileName partner");
        Assert.Equal(7, found.Count(f => f.FindingId == "RouteBlackhole"));
        Assert.Contains(found, f => f.FindingId == "NotActive" && f.Finding.Contains("deleted", StringComparison.Ordinal));
        foreach (var finding in found.Where(f => f.FindingId == "RouteBlackhole"))
            Session.Get<object>(finding.Fix + " -Confirm:$false");
        Assert.DoesNotContain(Session.Get<VpcPeeringFinding>($"Test-VpcPeering {id} -PeerProfileName partner"), f => f.FindingId == "RouteBlackhole");
    }

    [Fact]
    public void An_overlap_of_a_secondary_block_is_the_reason_of_a_failed_one()
    {
        var id = Session.Get<PeeringTools.VpcPeering>($"New-VpcPeering {Hub} {Clash} -PeerOwnerId {PartnerAccount} -PeerRegion eu-west-1 | Wait-VpcPeering -State failed").Single().VpcPeeringConnectionId;
        var found = Session.Get<VpcPeeringFinding>($"Test-VpcPeering {id} -PeerProfileName partner");
        Assert.Contains(found, f => f.FindingId == "BlocksOverlap" && f.Finding.Contains("10.5.0.0/16", StringComparison.Ordinal) && f.Finding.Contains("10.5.128.0/17", StringComparison.Ordinal));
        Assert.Equal(VpcPeeringSeverity.Error, found[0].Severity);
    }

    [Fact]
    public void DNS_attributes_that_are_off_are_told()
    {
        var id = Session.Get<PeeringTools.VpcPeering>($"New-VpcPeering {Hub} {Dark} | Approve-VpcPeering | Wait-VpcPeering").Single().VpcPeeringConnectionId;
        var finding = Assert.Single(Session.Get<VpcPeeringFinding>($"Test-VpcPeering {id}"), f => f.FindingId == "DnsAttributesOff");
        Assert.Equal((Dark, VpcPeeringSide.Accepter), (finding.Resource, finding.Side));
        Assert.Contains("-EnableDnsHostnames $true", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_names_a_group_of_a_VPC_no_longer_peered_is_stale()
    {
        var id = Session.Get<VpcPeeringConnectResult>($"Connect-VpcPeering {Hub} {Lab} -All").Single().VpcPeeringConnectionId;
        var finding = Assert.Single(Session.Get<VpcPeeringFinding>($"Test-VpcPeering {id}"));
        Assert.Equal(("SecurityGroupStale", "sg-0bbbbbbb", VpcPeeringSide.Accepter), (finding.FindingId, finding.Resource, finding.Side));
        Assert.Contains($"tcp 443-443 names sg-0ddddddd of VPC {Near}", finding.Finding, StringComparison.Ordinal);
        Assert.StartsWith("Revoke-EC2SecurityGroupIngress -GroupId sg-0bbbbbbb", finding.Fix, StringComparison.Ordinal);

        // Peered again, it leads somewhere.
        Session.Get<VpcPeeringConnectResult>($"Connect-VpcPeering {Lab} {Near} -PeerProfileName partner -RouteTableId rtb-0bbbbbb0");
        Assert.Empty(Session.Get<VpcPeeringFinding>($"Test-VpcPeering {id}"));
    }

    [Fact]
    public void A_side_without_credentials_is_told_as_not_checked()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        var found = Session.Get<VpcPeeringFinding>($"Test-VpcPeering {id}");
        Assert.Contains(found, f => f is { FindingId: "SideNotChecked", Side: VpcPeeringSide.Accepter, Resource: Part });
        Assert.DoesNotContain(found, f => f is { FindingId: "RouteMissing", Side: VpcPeeringSide.Accepter });
    }

    [Fact]
    public void What_may_not_be_read_is_an_error_and_the_rest_is_told()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        _network.Sandbox.Inject(new() { Kind = Sandbox.FaultKind.Error, Action = "DescribeStaleSecurityGroups", Status = 403, Code = "UnauthorizedOperation", Region = "eu-central-1" });
        Session.Fail($"Test-VpcPeering {id} -PeerProfileName partner");
        Assert.Equal(7, Session.Objects().OfType<VpcPeeringFinding>().Count(f => f.FindingId == "RouteMissing"));
    }
}
