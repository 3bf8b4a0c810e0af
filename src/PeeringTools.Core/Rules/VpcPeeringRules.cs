using System.Net;

namespace PeeringTools.Core.Rules;

/// <summary>
/// Rules on making and changing VPC peerings, beyond the forms of their ids. Source: VPC peering guide, "VPC peering limitations"; EC2 API reference,
/// CreateVpcPeeringConnection.
/// </summary>
internal static class VpcPeeringRules
{
    /// <summary>
    /// Rules <see cref="RuleIds.VpcPeeringPeerVpcMissing"/> (AWS's model calls PeerVpcId optional, the service doesn't) and
    /// <see cref="RuleIds.VpcPeeringSameVpc"/>.
    /// </summary>
    /// <param name="vpcId">The requester VPC.</param>
    /// <param name="peerVpcId">The accepter VPC.</param>
    public static RuleBreak? CheckCreate(string? vpcId, string? peerVpcId)
    {
        if (string.IsNullOrWhiteSpace(peerVpcId))
            return RuleText.Missing(RuleIds.VpcPeeringPeerVpcMissing, peerVpcId, "PeerVpcId", ResourceIds.Form(ResourceKind.Vpc).Allowed);

        // An id is one VPC in all accounts and Regions, so the id alone decides.
        return string.Equals(vpcId, peerVpcId, StringComparison.OrdinalIgnoreCase)
            ? new(RuleIds.VpcPeeringSameVpc,
                $"VpcId and PeerVpcId are both {RuleText.Quote(peerVpcId)}; allowed is two different VPCs.",
                "Give another -PeerVpcId.")
            : null;
    }

    /// <summary>
    /// Rule <see cref="RuleIds.VpcPeeringOverlap"/>: no block of one VPC, primary, secondary or IPv6, overlaps a block of the other. AWS takes the request and
    /// then shows it as failed.
    /// </summary>
    public static RuleBreak? CheckOverlap(string vpcId, IEnumerable<IPNetwork> blocks, string peerVpcId, IReadOnlyCollection<IPNetwork> peerBlocks) =>
        Cidrs.FirstOverlap(blocks, peerBlocks) is { } overlap
            ? new(RuleIds.VpcPeeringOverlap,
                $"{overlap.First} of VPC {RuleText.Quote(vpcId)} overlaps {overlap.Second} of VPC {RuleText.Quote(peerVpcId)}; "
                + "allowed is VPCs without a common address.",
                "Peer VPCs whose IPv4 and IPv6 blocks are all distinct; AWS would show this peering as failed.")
            : null;

    /// <summary>Rule <see cref="RuleIds.VpcPeeringExists"/>: one peering, pending or active, between two VPCs, whichever asked.</summary>
    /// <param name="vpcId">The requester VPC.</param>
    /// <param name="peerVpcId">The accepter VPC.</param>
    /// <param name="existing">Peerings of either VPC: id, requester VPC, accepter VPC, state.</param>
    public static RuleBreak? CheckExisting(
        string vpcId, string peerVpcId, IEnumerable<(string PeeringId, string RequesterVpcId, string AccepterVpcId, string State)> existing)
    {
        foreach (var peering in existing)
        {
            var isSamePair = (Same(peering.RequesterVpcId, vpcId) && Same(peering.AccepterVpcId, peerVpcId))
                || (Same(peering.RequesterVpcId, peerVpcId) && Same(peering.AccepterVpcId, vpcId));
            if (isSamePair && !VpcPeeringStates.Table.IsEnded(peering.State) && !Same(peering.State, VpcPeeringStates.Deleting))
            {
                return new(RuleIds.VpcPeeringExists,
                    $"VPC peering connection {RuleText.Quote(peering.PeeringId)} between {vpcId} and {peerVpcId} is {peering.State}; "
                    + "allowed is one, in either direction.",
                    "Use that peering, or delete it first.");
            }
        }

        return null;

        static bool Same(string first, string second) => string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Rule <see cref="RuleIds.VpcPeeringOptionsNotActive"/>: DNS options need an active peering. Source: VPC peering guide, "Enable DNS resolution for VPC
    /// peering connections".
    /// </summary>
    public static RuleBreak? CheckOptionsState(string peeringId, string? state) =>
        VpcPeeringStates.Table.Find(state) is null || string.Equals(state, VpcPeeringStates.Active, StringComparison.OrdinalIgnoreCase)
            ? null
            : new(RuleIds.VpcPeeringOptionsNotActive,
                $"VPC peering connection {RuleText.Quote(peeringId)} is {state}; to change DNS options, allowed is active.",
                VpcPeeringStates.Table.CanReach(state!, VpcPeeringStates.Active)
                    ? "Accept the peering and wait until it's active; -WaitActive waits."
                    : "It won't be active any more: connect the VPCs anew with Connect-VpcPeering or New-VpcPeering.");

    /// <summary>
    /// Rule <see cref="RuleIds.VpcPeeringDnsAttributes"/>: DNS resolution over a peering needs enableDnsSupport and enableDnsHostnames on both VPCs; call it
    /// for each.
    /// </summary>
    public static RuleBreak? CheckDnsAttributes(string vpcId, bool enableDnsSupport, bool enableDnsHostnames)
    {
        if (enableDnsSupport && enableDnsHostnames)
            return null;

        var off = (enableDnsSupport, enableDnsHostnames) switch
        {
            (false, false) => "enableDnsSupport and enableDnsHostnames",
            (false, _) => "enableDnsSupport",
            _ => "enableDnsHostnames",
        };
        return new(RuleIds.VpcPeeringDnsAttributes,
            $"VPC {RuleText.Quote(vpcId)} has {off} off; to resolve DNS over a peering, allowed is both on, in both VPCs.",
            $"Turn {off} on for that VPC.");
    }

    /// <summary>
    /// Rule <see cref="RuleIds.VpcPeeringOptionsNotYourSide"/>: between two accounts or two Regions, each side's options are changed by its account in its
    /// Region.
    /// </summary>
    /// <param name="peeringId">The peering.</param>
    /// <param name="asked">The sides whose options are to be changed.</param>
    /// <param name="own">The sides that the caller's account has in the call's Region.</param>
    public static RuleBreak? CheckOptionsSide(string peeringId, StateActor asked, StateActor own)
    {
        var foreign = asked & ~own;
        if (foreign == StateActor.None)
            return null;

        var sides = foreign switch
        {
            StateActor.Requester => "requester's side",
            StateActor.Accepter => "accepter's side",
            _ => "requester's and accepter's sides",
        };
        return new(RuleIds.VpcPeeringOptionsNotYourSide,
            $"Options of the {sides} of {RuleText.Quote(peeringId)} can't be changed here; allowed is each side by its own account in its own Region.",
            "Change that side with its account's credentials, in its Region.");
    }
}
