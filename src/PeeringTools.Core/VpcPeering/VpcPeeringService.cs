using System.Runtime.CompilerServices;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Core.VpcPeering;

/// <summary>VPC peering connections of one session.</summary>
internal sealed class VpcPeeringService(PeeringSession session)
{
    private const int PageSize = 1000;
    private static readonly List<string> LiveStates = ["initiating-request", "pending-acceptance", "provisioning", "active"];

    /// <summary>Reads peerings page by page, as AWS filters them.</summary>
    public async IAsyncEnumerable<IReadOnlyList<VpcPeeringConnection>> ReadAsync(List<Filter>? filters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new DescribeVpcPeeringConnectionsRequest { Filters = filters, MaxResults = PageSize };
        await foreach (var page in session.Ec2.DescribeVpcPeeringConnectionsPagesAsync(request, cancellationToken).ConfigureAwait(false))
            yield return page.VpcPeeringConnections ?? [];
    }

    /// <summary>Requests a peering.</summary>
    public Task<VpcPeeringConnection> CreateAsync(CreateVpcPeeringConnectionRequest request, CancellationToken cancellationToken) => LostAnswers.MakeOnceAsync(
        async () => (await session.Ec2.CreateVpcPeeringConnectionAsync(request, cancellationToken).ConfigureAwait(false)).VpcPeeringConnection!,
        () => FindAsync(request, cancellationToken),
        $"a peering of {request.VpcId} and {request.PeerVpcId}",
        cancellationToken);

    /// <summary>Asks whether the request would be allowed.</summary>
    public Task<DryRunAnswer> AskToCreateAsync(CreateVpcPeeringConnectionRequest request, CancellationToken cancellationToken)
    {
        request.DryRun = true;
        return DryRunAnswer.AskAsync(() => session.Ec2.CreateVpcPeeringConnectionAsync(request, cancellationToken));
    }

    // Two VPCs have one live peering at most, so one from this side to that side is the one that was asked for.
    private async Task<VpcPeeringConnection?> FindAsync(CreateVpcPeeringConnectionRequest request, CancellationToken cancellationToken)
    {
        List<Filter> filters =
        [
            new() { Name = "requester-vpc-info.vpc-id", Values = [request.VpcId!] },
            new() { Name = "accepter-vpc-info.vpc-id", Values = [request.PeerVpcId!] },
            new() { Name = "status-code", Values = LiveStates },
        ];
        await foreach (var page in ReadAsync(filters, cancellationToken).ConfigureAwait(false))
        {
            if (page.Count > 0)
                return page[0];
        }

        return null;
    }
}
