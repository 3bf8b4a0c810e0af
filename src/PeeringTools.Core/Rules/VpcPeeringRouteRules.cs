using System.Net;

namespace PeeringTools.Core.Rules;

/// <summary>
/// Rules on routes that lead over a VPC peering. Source: VPC peering guide, "Update your route tables for a VPC peering connection"; VPC user guide, "Route priority".
/// </summary>
internal static class VpcPeeringRouteRules
{
    /// <summary>Rule <see cref="RuleIds.VpcPeeringRouteConflict"/>: a table has one route for a destination, so one that leads elsewhere must be replaced on purpose.</summary>
    /// <param name="routeTableId">The table.</param>
    /// <param name="destination">The destination, a block of the other VPC.</param>
    /// <param name="target">Where the table sends it now; null where it has no such route.</param>
    /// <param name="peeringId">Where it shall go.</param>
    public static RuleBreak? CheckConflict(string routeTableId, string destination, string? target, string peeringId) => target is null || LeadsTo(target, peeringId)
        ? null
        : new(RuleIds.VpcPeeringRouteConflict,
            $"Route table {routeTableId} sends {destination} to {target}; allowed is one route for a destination, and this one was to lead to {peeringId}.",
            $"Choose another table, remove that route, or replace it with -Force.");

    /// <summary>Rule <see cref="RuleIds.VpcPeeringBlocksUnknown"/>: while a peering across Regions is pending, AWS doesn't tell the other side's blocks.</summary>
    public static RuleBreak? CheckBlocks(string peeringId, string vpcId, int blocks) => blocks > 0
        ? null
        : new(RuleIds.VpcPeeringBlocksUnknown,
            $"AWS doesn't show the blocks of {vpcId} at the other side of {peeringId} yet; allowed is a route to a known block.",
            "Wait until the peering is active (Wait-VpcPeering), or give -PeerProfileName to read that VPC itself.");

    /// <summary>Rule <see cref="RuleIds.VpcPeeringSideNotYours"/>: each side is changed by the account that owns its VPC.</summary>
    /// <param name="peeringId">The peering.</param>
    /// <param name="side">The side, in words.</param>
    /// <param name="line">The cmdlet line that does it, with that account's profile to be filled in.</param>
    public static RuleBreak SideNotYours(string peeringId, string side, string line) => new(
        RuleIds.VpcPeeringSideNotYours,
        $"The {side} of {peeringId} was not done: allowed is its own account only, and no credentials of it were given.",
        $"Run there: {line} -- or give -PeerProfileName here.");

    /// <summary>Rule <see cref="RuleIds.VpcPeeringSideMissing"/>: whoever names a side names one that there is.</summary>
    public static RuleBreak? CheckSide(StateActor side, string parameterName) => (side & StateActor.Either) != StateActor.None
        ? null
        : new(RuleIds.VpcPeeringSideMissing, $"{parameterName} is {side}; allowed is Requester, Accepter or Both.", $"Give -{parameterName} a side, or leave it out.");

    /// <summary>True where two ids name one target.</summary>
    public static bool LeadsTo(string? target, string peeringId) => string.Equals(target, peeringId, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where two destinations are one block, however they are written.</summary>
    public static bool SameDestination(string? one, string? other) => Cidrs.TryParse(one, out var first) && Cidrs.TryParse(other, out var second)
        ? first.Equals(second)
        : string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where a route for <paramref name="destination"/> decides about some address of <paramref name="block"/> that is longer matched than the block itself.</summary>
    public static bool Shadows(string? destination, IPNetwork block) =>
        Cidrs.TryParse(destination, out var network) && network.PrefixLength > block.PrefixLength && Cidrs.Contains(block, network);

    /// <summary>True where a route for <paramref name="destination"/> covers the whole <paramref name="block"/>.</summary>
    public static bool Covers(string? destination, IPNetwork block) => Cidrs.TryParse(destination, out var network) && Cidrs.Contains(network, block);
}
