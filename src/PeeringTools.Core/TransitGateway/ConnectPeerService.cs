using System.Runtime.CompilerServices;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Core.Waiting;

namespace PeeringTools.Core.TransitGateway;

/// <summary>Transit Gateway Connect peers of one session.</summary>
internal sealed class ConnectPeerService(PeeringSession session)
{
    /// <summary>Reads Connect peers page by page, as AWS filters them.</summary>
    public async IAsyncEnumerable<IReadOnlyList<TransitGatewayConnectPeer>> ReadAsync(List<Filter>? filters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new DescribeTransitGatewayConnectPeersRequest { Filters = filters, MaxResults = TgwReads.PageSize };
        await foreach (var page in session.Ec2.DescribeTransitGatewayConnectPeersPagesAsync(request, cancellationToken).ConfigureAwait(false))
            yield return page.TransitGatewayConnectPeers ?? [];
    }

    /// <summary>Reads the named peers, as many as AWS shows.</summary>
    public Task<IReadOnlyList<TransitGatewayConnectPeer>> ReadManyAsync(IEnumerable<string> ids, CancellationToken cancellationToken) =>
        TgwReads.ManyAsync(ids, "transit-gateway-connect-peer-id", ReadAsync, cancellationToken);

    /// <summary>The peer of an id, in whatever state; null where AWS doesn't show it.</summary>
    public Task<TransitGatewayConnectPeer?> FindAsync(string id, CancellationToken cancellationToken) =>
        TgwReads.FirstAsync(ReadAsync([TgwReads.On("transit-gateway-connect-peer-id", id)], cancellationToken));

    /// <summary>Creates a Connect peer, on inside blocks that are chosen where <paramref name="choice"/> says so.</summary>
    /// <exception cref="FailureException">The attachment isn't available or has its four peers.</exception>
    /// <exception cref="RuleException">A block or the tunnel is in use on the transit gateway.</exception>
    public async Task<TransitGatewayConnectPeer> CreateAsync(CreateTransitGatewayConnectPeerRequest request, InsideBlockChoice choice, CancellationToken cancellationToken)
    {
        while (true)
        {
            await PrepareAsync(request, choice, cancellationToken).ConfigureAwait(false);
            try
            {
                return await SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (Amazon.Runtime.AmazonServiceException e) when (choice.IsNeeded && Failure.Of(e) is { Kind: ErrorKind.BadInput or ErrorKind.Exists or ErrorKind.WrongState or ErrorKind.Unknown })
            {
                // Somebody may have taken the block between the look and the call.
                var now = await SurroundingsAsync(request.TransitGatewayAttachmentId!, choice, cancellationToken).ConfigureAwait(false);
                if (!choice.MayTryNext(Failure.Of(e)!, now?.UsedBlocks ?? []))
                    throw;
            }
        }
    }

    /// <summary>Asks whether the request would be allowed.</summary>
    public Task<DryRunAnswer> AskToCreateAsync(CreateTransitGatewayConnectPeerRequest request, InsideBlockChoice choice, CancellationToken cancellationToken) => DryRunAnswer.AskAsync(async () =>
    {
        await PrepareAsync(request, choice, cancellationToken).ConfigureAwait(false);
        request.DryRun = true;
        await session.Ec2.CreateTransitGatewayConnectPeerAsync(request, cancellationToken).ConfigureAwait(false);
    });

    /// <summary>Removing a Connect peer.</summary>
    public StateChange<TransitGatewayConnectPeer> Remove(string id) => new()
    {
        Send = async (dryRun, token) =>
            (await session.Ec2.DeleteTransitGatewayConnectPeerAsync(new() { TransitGatewayConnectPeerId = id, DryRun = dryRun }, token).ConfigureAwait(false)).TransitGatewayConnectPeer,
        Look = token => FindAsync(id, token),
        Judge = Gone,
        Tell = peer => $"{id} is {peer.State}",
    };

    /// <summary>Waits for peers to be in one of the states.</summary>
    public IAsyncEnumerable<WaitResult<TransitGatewayConnectPeer>> WaitAsync(
        IReadOnlyCollection<string> ids, IReadOnlyCollection<string> wanted, WaitOptions options, CancellationToken cancellationToken) =>
        Waiter.UntilAsync(ids, TgwConnectPeerStates.Table, wanted, ReadManyAsync, p => p.TransitGatewayConnectPeerId!, p => (p.State, null), options, cancellationToken);

    private static Standing Gone(TransitGatewayConnectPeer? peer) =>
        peer?.State is TgwConnectPeerStates.Deleting or TgwConnectPeerStates.Deleted ? Standing.Done : Standing.Refused;

    private Task<TransitGatewayConnectPeer> SendAsync(CreateTransitGatewayConnectPeerRequest request, CancellationToken cancellationToken) => LostAnswers.MakeOnceAsync(
        async () => (await session.Ec2.CreateTransitGatewayConnectPeerAsync(request, cancellationToken).ConfigureAwait(false)).TransitGatewayConnectPeer!,
        () => FindMadeAsync(request, cancellationToken),
        $"a Connect peer for {request.PeerAddress} on {request.TransitGatewayAttachmentId}",
        cancellationToken);

    // Inside blocks are unique on a transit gateway, so a live peer with this block on this attachment is the one that was asked for.
    private async Task<TransitGatewayConnectPeer?> FindMadeAsync(CreateTransitGatewayConnectPeerRequest request, CancellationToken cancellationToken)
    {
        List<Filter> filters =
        [
            TgwReads.On("transit-gateway-attachment-id", request.TransitGatewayAttachmentId!),
            TgwReads.On("state", TgwConnectPeerStates.Pending, TgwConnectPeerStates.Available),
        ];
        await foreach (var page in ReadAsync(filters, cancellationToken).ConfigureAwait(false))
        {
            foreach (var peer in page)
            {
                if (peer.ConnectPeerConfiguration is { InsideCidrBlocks: { } blocks } configuration
                    && string.Equals(configuration.PeerAddress, request.PeerAddress, StringComparison.OrdinalIgnoreCase)
                    && blocks.Contains(request.InsideCidrBlocks![0], StringComparer.OrdinalIgnoreCase))
                    return peer;
            }
        }

        return null;
    }

    private async Task PrepareAsync(CreateTransitGatewayConnectPeerRequest request, InsideBlockChoice choice, CancellationToken cancellationToken)
    {
        if (await SurroundingsAsync(request.TransitGatewayAttachmentId!, choice, cancellationToken).ConfigureAwait(false) is { } surroundings)
            surroundings.Check(request);
        else
            surroundings = ConnectPeerSurroundings.Unknown;

        choice.Apply(request, surroundings.UsedBlocks);
    }

    // Null where AWS doesn't show the attachment, or doesn't let these credentials look and nothing depends on it: then the create call itself gets AWS's answer.
    private async Task<ConnectPeerSurroundings?> SurroundingsAsync(string attachmentId, InsideBlockChoice choice, CancellationToken cancellationToken)
    {
        try
        {
            return await ConnectPeerSurroundings.ReadAsync(session, attachmentId, choice.Consistency, cancellationToken).ConfigureAwait(false);
        }
        catch (Amazon.Runtime.AmazonServiceException e) when (!choice.IsNeeded && ErrorCodes.Classify(e.ErrorCode, e.Message, (int)e.StatusCode) == ErrorKind.Denied)
        {
            return null;
        }
    }
}
