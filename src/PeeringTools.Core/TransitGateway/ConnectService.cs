using System.Runtime.CompilerServices;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Core.Waiting;

namespace PeeringTools.Core.TransitGateway;

/// <summary>Connect attachments of one session.</summary>
internal sealed class ConnectService(PeeringSession session)
{
    private static readonly string[] LiveStates = [TgwAttachmentStates.Initiating, TgwAttachmentStates.Pending, TgwAttachmentStates.Available, TgwAttachmentStates.Modifying];

    /// <summary>Reads Connect attachments page by page, as AWS filters them.</summary>
    public async IAsyncEnumerable<IReadOnlyList<TransitGatewayConnect>> ReadAsync(List<Filter>? filters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new DescribeTransitGatewayConnectsRequest { Filters = filters, MaxResults = TgwReads.PageSize };
        await foreach (var page in session.Ec2.DescribeTransitGatewayConnectsPagesAsync(request, cancellationToken).ConfigureAwait(false))
            yield return page.TransitGatewayConnects ?? [];
    }

    /// <summary>The attachment of an id, in whatever state; null where AWS doesn't show it.</summary>
    public Task<TransitGatewayConnect?> FindAsync(string id, CancellationToken cancellationToken) =>
        TgwReads.FirstAsync(ReadAsync([TgwReads.On("transit-gateway-attachment-id", id)], cancellationToken));

    /// <summary>Creates a Connect attachment on a transport attachment that can carry it.</summary>
    /// <exception cref="RuleException">The transport attachment is of another type.</exception>
    public async Task<TransitGatewayConnect> CreateAsync(CreateTransitGatewayConnectRequest request, CancellationToken cancellationToken)
    {
        await CheckTransportAsync(request, cancellationToken).ConfigureAwait(false);
        var before = await LiveOnAsync(request, cancellationToken).ConfigureAwait(false);
        return await LostAnswers.MakeOnceAsync(
            async () => (await session.Ec2.CreateTransitGatewayConnectAsync(request, cancellationToken).ConfigureAwait(false)).TransitGatewayConnect!,
            async () => OnlyNew(await LiveOnAsync(request, cancellationToken).ConfigureAwait(false), before),
            $"a Connect attachment on {request.TransportTransitGatewayAttachmentId}",
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks whether the request would be allowed.</summary>
    public Task<DryRunAnswer> AskToCreateAsync(CreateTransitGatewayConnectRequest request, CancellationToken cancellationToken) => DryRunAnswer.AskAsync(async () =>
    {
        await CheckTransportAsync(request, cancellationToken).ConfigureAwait(false);
        request.DryRun = true;
        await session.Ec2.CreateTransitGatewayConnectAsync(request, cancellationToken).ConfigureAwait(false);
    });

    /// <summary>The Connect peers of an attachment that aren't deleted.</summary>
    public async Task<IReadOnlyList<TransitGatewayConnectPeer>> PeersAsync(string id, CancellationToken cancellationToken)
    {
        var peers = new List<TransitGatewayConnectPeer>();
        await foreach (var page in new ConnectPeerService(session).ReadAsync([TgwReads.On("transit-gateway-attachment-id", id)], cancellationToken).ConfigureAwait(false))
            peers.AddRange(page.Where(p => !TgwConnectPeerStates.Table.IsEnded(p.State)));
        return peers;
    }

    /// <summary>Removes an attachment, and its Connect peers before it where the caller says so.</summary>
    /// <exception cref="FailureException">It has Connect peers and <paramref name="withPeers"/> is null.</exception>
    /// <param name="id">The attachment.</param>
    /// <param name="withPeers">How long to wait until its peers are gone; null where they must not be removed.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public async Task<Settled<TransitGatewayConnect>> RemoveAsync(string id, WaitOptions? withPeers, CancellationToken cancellationToken)
    {
        var peers = await PeersAsync(id, cancellationToken).ConfigureAwait(false);
        if (withPeers is null)
            RequireNoPeers(id, peers);
        else
            await RemovePeersAsync(peers, withPeers, cancellationToken).ConfigureAwait(false);

        return await Remove(id, required: null).MakeAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks whether the removal would be allowed.</summary>
    public async Task<DryRunAnswer> AskToRemoveAsync(string id, bool withPeers, CancellationToken cancellationToken)
    {
        var peers = withPeers ? await PeersAsync(id, cancellationToken).ConfigureAwait(false) : [];
        foreach (var peer in peers)
        {
            if (await new ConnectPeerService(session).Remove(peer.TransitGatewayConnectPeerId!).AskAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false) is { Refusal: not null } refused)
                return refused;
        }

        var answer = await Remove(id, withPeers ? null : async token => RequireNoPeers(id, await PeersAsync(id, token).ConfigureAwait(false)))
            .AskAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false);

        // That it has peers is no refusal of what removes them first; a missing permission is.
        return peers.Count > 0 && answer.Refusal is { Kind: ErrorKind.WrongState }
            ? new(true, "PeersFirst", $"AWS would allow its Connect peers to be removed ({peers.Count}); about the attachment itself it can't be asked while it has them.", answer.RequestId, null)
            : answer;
    }

    private StateChange<TransitGatewayConnect> Remove(string id, Func<CancellationToken, Task>? required) => new()
    {
        Send = async (dryRun, token) =>
        {
            if (required is not null)
                await required(token).ConfigureAwait(false);
            return (await session.Ec2.DeleteTransitGatewayConnectAsync(new() { TransitGatewayAttachmentId = id, DryRun = dryRun }, token).ConfigureAwait(false)).TransitGatewayConnect;
        },
        Look = token => FindAsync(id, token),
        Judge = Gone,
        Tell = attachment => $"{id} is {attachment.State}",
    };

    private static void RequireNoPeers(string id, IReadOnlyList<TransitGatewayConnectPeer> peers) =>
        TgwReads.Require(TgwConnectRules.CheckDelete(id, [.. peers.Select(p => p.TransitGatewayConnectPeerId!)]), ErrorKind.WrongState, id);

    private static Standing Gone(TransitGatewayConnect? attachment) =>
        attachment?.State is { } state && (state == TgwAttachmentStates.Deleting || TgwAttachmentStates.Table.IsEnded(state)) ? Standing.Done : Standing.Refused;

    // One attachment may carry several, so a lost one is told from the others by its not being there before; of two new ones neither is guessed.
    private static TransitGatewayConnect? OnlyNew(IReadOnlyList<TransitGatewayConnect> now, IReadOnlyList<TransitGatewayConnect> before)
    {
        var known = before.Select(a => a.TransitGatewayAttachmentId).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return now.Where(a => !known.Contains(a.TransitGatewayAttachmentId)).ToList() is [var made] ? made : null;
    }

    private async Task<IReadOnlyList<TransitGatewayConnect>> LiveOnAsync(CreateTransitGatewayConnectRequest request, CancellationToken cancellationToken)
    {
        var found = new List<TransitGatewayConnect>();
        List<Filter> filters = [TgwReads.On("transport-transit-gateway-attachment-id", request.TransportTransitGatewayAttachmentId!), TgwReads.On("state", LiveStates)];
        await foreach (var page in ReadAsync(filters, cancellationToken).ConfigureAwait(false))
            found.AddRange(page);
        return found;
    }

    private async Task CheckTransportAsync(CreateTransitGatewayConnectRequest request, CancellationToken cancellationToken)
    {
        var id = request.TransportTransitGatewayAttachmentId!;
        var answer = await session.Ec2.DescribeTransitGatewayAttachmentsAsync(new() { Filters = [TgwReads.On("transit-gateway-attachment-id", id)] }, cancellationToken).ConfigureAwait(false);

        // One that AWS doesn't show is left to AWS's own answer.
        if (answer.TransitGatewayAttachments is [{ ResourceType: { } type }, ..] && TgwConnectRules.CheckTransport(id, type) is { } broken)
            throw new RuleException(broken, id);
    }

    private async Task RemovePeersAsync(IReadOnlyList<TransitGatewayConnectPeer> peers, WaitOptions options, CancellationToken cancellationToken)
    {
        var service = new ConnectPeerService(session);
        var ids = peers.Select(p => p.TransitGatewayConnectPeerId!).ToList();
        foreach (var id in ids)
            await service.Remove(id).MakeAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false);

        await foreach (var result in service.WaitAsync(ids, [TgwConnectPeerStates.Deleted], options, cancellationToken).ConfigureAwait(false))
        {
            if (result.Failure is { } failure)
                throw new FailureException(failure);
        }
    }
}
