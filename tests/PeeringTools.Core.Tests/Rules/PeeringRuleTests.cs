using System.Net;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Tests.Rules;

public class PeeringRuleTests
{
    private const string A = "vpc-0aaaaaaa";
    private const string B = "vpc-0bbbbbbb";

    [Fact]
    public void A_peering_has_two_different_VPCs()
    {
        Assert.Null(VpcPeeringRules.CheckCreate(A, B));
        Assert.Equal(RuleIds.VpcPeeringSameVpc, VpcPeeringRules.CheckCreate(A, A.ToUpperInvariant())?.RuleId);
        Assert.Equal(RuleIds.VpcPeeringPeerVpcMissing, VpcPeeringRules.CheckCreate(A, " ")?.RuleId);
    }

    [Theory]
    [InlineData("10.0.0.0/16", "10.1.0.0/16", false)]
    [InlineData("10.0.0.0/16", "10.0.0.0/16", true)]
    [InlineData("10.0.0.0/16,2001:db8::/56", "10.1.0.0/16,2001:db8:0:ff::/64", true)]
    [InlineData("10.0.0.0/16,100.64.0.0/16", "172.16.0.0/16,100.64.128.0/20", true)]
    [InlineData("", "10.0.0.0/16", false)]
    public void Secondary_and_IPv6_blocks_count_too(string first, string second, bool overlaps) =>
        Assert.Equal(overlaps, VpcPeeringRules.CheckOverlap(A, Parse(first), B, Parse(second)) is not null);

    [Theory]
    [InlineData("active", true)]
    [InlineData("pending-acceptance", true)]
    [InlineData("provisioning", true)]
    [InlineData("a state of tomorrow", true)]
    [InlineData("deleting", false)]
    [InlineData("deleted", false)]
    [InlineData("rejected", false)]
    [InlineData("failed", false)]
    [InlineData("expired", false)]
    public void Two_VPCs_have_one_living_peering_in_either_direction(string state, bool isBroken)
    {
        Assert.Equal(isBroken, VpcPeeringRules.CheckExisting(A, B, [("pcx-1", A, B, state)]) is not null);
        Assert.Equal(isBroken, VpcPeeringRules.CheckExisting(A, B, [("pcx-1", B, A, state)]) is not null);
        Assert.Null(VpcPeeringRules.CheckExisting(A, B, [("pcx-1", A, "vpc-0ccccccc", state)]));
    }

    [Theory]
    [InlineData(StateActor.Requester, StateActor.Requester, true)]
    [InlineData(StateActor.Accepter, StateActor.Accepter, true)]
    [InlineData(StateActor.Either, StateActor.Either, true)]
    [InlineData(StateActor.Accepter, StateActor.Requester, false)]
    [InlineData(StateActor.Requester, StateActor.Accepter, false)]
    [InlineData(StateActor.Either, StateActor.Accepter, false)]
    internal void Each_side_changes_its_own_options(StateActor asked, StateActor own, bool passes) =>
        Assert.Equal(passes, VpcPeeringRules.CheckOptionsSide("pcx-1", asked, own) is null);

    [Theory]
    [InlineData(true, true, null)]
    [InlineData(false, true, "enableDnsSupport off")]
    [InlineData(true, false, "enableDnsHostnames off")]
    [InlineData(false, false, "enableDnsSupport and enableDnsHostnames off")]
    public void DNS_resolution_needs_both_attributes(bool support, bool hostnames, string? told)
    {
        var broken = VpcPeeringRules.CheckDnsAttributes(A, support, hostnames);
        Assert.Equal(told is null, broken is null);
        Assert.Contains(told ?? "", broken?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Options_need_an_active_peering()
    {
        Assert.Null(VpcPeeringRules.CheckOptionsState("pcx-1", "active"));
        Assert.Null(VpcPeeringRules.CheckOptionsState("pcx-1", "a state of tomorrow"));
        Assert.All(["pending-acceptance", "deleting", "failed"], state => Assert.NotNull(VpcPeeringRules.CheckOptionsState("pcx-1", state)));
    }

    [Fact]
    public void GameLift_peers_EC2_fleets_within_a_day_of_the_authorization()
    {
        var noon = new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.Null(GameLiftPeeringRules.CheckFleet("fleet-1", "EC2"));
        Assert.Null(GameLiftPeeringRules.CheckFleet("fleet-1", null));
        Assert.Null(GameLiftPeeringRules.CheckAuthorization(A, "111122223333", noon, noon.AddHours(23)));
        Assert.Contains("there is no authorization", GameLiftPeeringRules.CheckAuthorization(A, "111122223333", null, noon)!.Message, StringComparison.Ordinal);
        Assert.Contains("2025-06-01 12:00:00Z has expired",
            GameLiftPeeringRules.CheckAuthorization(A, "111122223333", noon, noon.AddHours(25))!.Message, StringComparison.Ordinal);
    }

    private static IPNetwork[] Parse(string blocks) => blocks.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(block => IPNetwork.Parse(block)).ToArray();
}
