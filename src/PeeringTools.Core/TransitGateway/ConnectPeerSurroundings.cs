using System.Net;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Core.Waiting;

namespace PeeringTools.Core.TransitGateway;

/// <summary>What a new Connect peer has to fit in with: its attachment, and every Connect peer of the same transit gateway that isn't deleted.</summary>
/// <param name="Attachment">The Connect attachment; null where AWS doesn't show it.</param>
/// <param name="Peers">The Connect peers of the transit gateway.</param>
internal sealed record ConnectPeerSurroundings(TransitGatewayConnect? Attachment, IReadOnlyList<TransitGatewayConnectPeer> Peers)
{
    /// <summary>Nothing is known.</summary>
    public static ConnectPeerSurroundings Unknown { get; } = new(null, []);

    /// <summary>The inside blocks that are in use.</summary>
    public IReadOnlyCollection<IPNetwork> UsedBlocks { get; } =
        [.. Peers.SelectMany(p => p.ConnectPeerConfiguration?.InsideCidrBlocks ?? []).SelectMany(b => Cidrs.TryParse(b, out var block) ? [block] : Array.Empty<IPNetwork>())];

    /// <summary>Reads them, and lets an attachment that is just being made become available.</summary>
    /// <param name="session">Where to look.</param>
    /// <param name="attachmentId">The Connect attachment.</param>
    /// <param name="patience">How long it may take to become available.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <returns>Null where AWS doesn't show the attachment.</returns>
    public static async Task<ConnectPeerSurroundings?> ReadAsync(PeeringSession session, string attachmentId, TimeSpan patience, CancellationToken cancellationToken)
    {
        var connects = new ConnectService(session);
        TransitGatewayConnect? attachment = null;
        var waits = Waiter.UntilAsync(
            [attachmentId],
            TgwAttachmentStates.Table,
            [TgwAttachmentStates.Available],
            (ids, token) => TgwReads.ManyAsync(ids, "transit-gateway-attachment-id", connects.ReadAsync, token),
            a => a.TransitGatewayAttachmentId!,
            a => { attachment = a; return (a.State, null); },
            new(patience, TimeSpan.Zero),
            cancellationToken);
        await foreach (var _ in waits.ConfigureAwait(false))
        {
            // What it came to is in the attachment; the rules judge it.
        }

        if (attachment is null)
            return null;

        var siblings = new List<string>();
        await foreach (var page in connects.ReadAsync([TgwReads.On("transit-gateway-id", attachment.TransitGatewayId!)], cancellationToken).ConfigureAwait(false))
            siblings.AddRange(page.Select(a => a.TransitGatewayAttachmentId!));

        var peers = await TgwReads.ManyAsync(siblings, "transit-gateway-attachment-id", new ConnectPeerService(session).ReadAsync, cancellationToken).ConfigureAwait(false);
        return new(attachment, [.. peers.Where(p => !TgwConnectPeerStates.Table.IsEnded(p.State))]);
    }

    /// <summary>Throws where the request can't fit in.</summary>
    /// <exception cref="Failures.FailureException">The attachment isn't available, or has as many peers as it takes.</exception>
    /// <exception cref="RuleException">A block or the pair of outer addresses is in use.</exception>
    public void Check(CreateTransitGatewayConnectPeerRequest request)
    {
        var id = request.TransitGatewayAttachmentId!;
        var count = Peers.Count(p => string.Equals(p.TransitGatewayAttachmentId, id, StringComparison.OrdinalIgnoreCase));
        TgwReads.Require(TgwConnectRules.CheckAttachmentState(id, Attachment?.State), ErrorKind.WrongState, id);
        TgwReads.Require(Quotas.ConnectPeersPerAttachment.Check(count, id), ErrorKind.Limit, id);
        if (CheckTunnel(request) is { } used)
            throw new RuleException(used, id);
    }

    private RuleBreak? CheckTunnel(CreateTransitGatewayConnectPeerRequest request) =>
        Cidrs.TryParseAddress(request.PeerAddress, out var peer) && Cidrs.TryParseAddress(request.TransitGatewayAddress, out var gateway)
            ? PeerAddresses.CheckTunnelFree(peer, gateway, Peers.SelectMany(p => Tunnel(p.ConnectPeerConfiguration)))
            : null;

    private static (IPAddress Peer, IPAddress Gateway)[] Tunnel(TransitGatewayConnectPeerConfiguration? configuration) =>
        Cidrs.TryParseAddress(configuration?.PeerAddress, out var peer) && Cidrs.TryParseAddress(configuration?.TransitGatewayAddress, out var gateway) ? [(peer, gateway)] : [];
}
