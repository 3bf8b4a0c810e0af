namespace PeeringTools.Core.Rules;

/// <summary>Rules on Connect attachments and Connect peers. Source: VPC transit gateways guide, "Connect attachments and Connect peers".</summary>
internal static class TgwConnectRules
{
    private static readonly string[] Transports = ["vpc", "direct-connect-gateway"];

    /// <summary>Rule <see cref="RuleIds.TgwConnectTransport"/>: what carries a Connect attachment is a VPC or Direct Connect attachment.</summary>
    /// <param name="attachmentId">The transport attachment.</param>
    /// <param name="resourceType">Its resource type, as AWS answers it.</param>
    public static RuleBreak? CheckTransport(string attachmentId, string resourceType) => Transports.Contains(resourceType, StringComparer.OrdinalIgnoreCase)
        ? null
        : new(RuleIds.TgwConnectTransport,
            $"Attachment {RuleText.Quote(attachmentId)} is of type {RuleText.Quote(resourceType)}; "
            + $"to carry Connect, allowed is {string.Join(" or ", Transports)}.",
            "Give a VPC or Direct Connect gateway attachment.");

    /// <summary>Rule <see cref="RuleIds.TgwConnectHasPeers"/>: every Connect peer goes before its attachment.</summary>
    /// <param name="attachmentId">The Connect attachment.</param>
    /// <param name="peerIds">Its Connect peers that aren't deleted.</param>
    public static RuleBreak? CheckDelete(string attachmentId, IReadOnlyCollection<string> peerIds) => peerIds.Count == 0
        ? null
        : new(RuleIds.TgwConnectHasPeers,
            $"Connect attachment {RuleText.Quote(attachmentId)} has Connect peers {string.Join(", ", peerIds)}; to delete it, allowed is none.",
            "Delete its Connect peers first; Remove-TgwConnect -Force does.");

    /// <summary>
    /// Rule <see cref="RuleIds.TgwConnectInternal"/>, a warning: over iBGP a transit gateway installs only routes that came to the appliance over eBGP.
    /// </summary>
    public static RuleBreak? CheckInternal(string peerId, long asn, long gatewayAsn) => asn != gatewayAsn
        ? null
        : new(RuleIds.TgwConnectInternal,
            $"The sessions of {peerId} are iBGP (AS {asn} on both sides), so the transit gateway installs only routes that the appliance learned over eBGP; "
            + "for prefixes of its own, allowed is another AS number than the gateway's.",
            "Make the Connect peer with a -PeerAsn of its own to advertise such prefixes.",
            IsWarning: true);

    /// <summary>
    /// Rule <see cref="RuleIds.TgwConnectNotAvailable"/>: a Connect peer needs an available attachment. An unknown state is left to the service.
    /// </summary>
    public static RuleBreak? CheckAttachmentState(string attachmentId, string? state) =>
        TgwAttachmentStates.Table.Find(state) is null || string.Equals(state, TgwAttachmentStates.Available, StringComparison.OrdinalIgnoreCase)
            ? null
            : new(RuleIds.TgwConnectNotAvailable, $"Connect attachment {RuleText.Quote(attachmentId)} is {state}; to add a Connect peer, allowed is available.",
                "Wait until the attachment is available.");
}
