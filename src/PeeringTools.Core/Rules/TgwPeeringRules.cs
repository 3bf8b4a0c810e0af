namespace PeeringTools.Core.Rules;

/// <summary>Rules on transit gateway peering attachments. Source: VPC transit gateways guide, "Transit gateway peering attachments".</summary>
internal static class TgwPeeringRules
{
    /// <summary>Rule <see cref="RuleIds.TgwPeeringSameGateway"/>: a transit gateway doesn't peer with itself.</summary>
    public static RuleBreak? CheckDifferent(string? gatewayId, string? peerGatewayId) =>
        gatewayId is { Length: > 0 } && string.Equals(gatewayId, peerGatewayId, StringComparison.OrdinalIgnoreCase)
            ? new(RuleIds.TgwPeeringSameGateway,
                $"PeerTransitGatewayId {RuleText.Quote(peerGatewayId)} is TransitGatewayId itself; allowed is any other transit gateway.",
                "Give the other side's transit gateway.")
            : null;
}
