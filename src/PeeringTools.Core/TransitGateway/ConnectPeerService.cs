using System.Runtime.CompilerServices;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Core.TransitGateway;

/// <summary>Transit Gateway Connect peers of one session.</summary>
internal sealed class ConnectPeerService(PeeringSession session)
{
    private const int PageSize = 1000;

    /// <summary>Reads Connect peers page by page, as AWS filters them.</summary>
    public async IAsyncEnumerable<IReadOnlyList<TransitGatewayConnectPeer>> ReadAsync(List<Filter>? filters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new DescribeTransitGatewayConnectPeersRequest { Filters = filters, MaxResults = PageSize };
        await foreach (var page in session.Ec2.DescribeTransitGatewayConnectPeersPagesAsync(request, cancellationToken).ConfigureAwait(false))
            yield return page.TransitGatewayConnectPeers ?? [];
    }

    /// <summary>Creates a Connect peer.</summary>
    public Task<TransitGatewayConnectPeer> CreateAsync(CreateTransitGatewayConnectPeerRequest request, CancellationToken cancellationToken) => LostAnswers.MakeOnceAsync(
        async () => (await session.Ec2.CreateTransitGatewayConnectPeerAsync(request, cancellationToken).ConfigureAwait(false)).TransitGatewayConnectPeer!,
        () => FindAsync(request, cancellationToken),
        $"a Connect peer for {request.PeerAddress} on {request.TransitGatewayAttachmentId}",
        cancellationToken);

    /// <summary>Asks whether the request would be allowed.</summary>
    public Task<DryRunAnswer> AskToCreateAsync(CreateTransitGatewayConnectPeerRequest request, CancellationToken cancellationToken)
    {
        request.DryRun = true;
        return DryRunAnswer.AskAsync(() => session.Ec2.CreateTransitGatewayConnectPeerAsync(request, cancellationToken));
    }

    // Inside blocks are unique on a transit gateway, so a live peer with this block on this attachment is the one that was asked for.
    private async Task<TransitGatewayConnectPeer?> FindAsync(CreateTransitGatewayConnectPeerRequest request, CancellationToken cancellationToken)
    {
        List<Filter> filters =
        [
            new() { Name = "transit-gateway-attachment-id", Values = [request.TransitGatewayAttachmentId!] },
            new() { Name = "state", Values = ["pending", "available"] },
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
}
