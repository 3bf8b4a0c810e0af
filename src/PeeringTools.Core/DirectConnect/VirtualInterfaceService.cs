using System.Runtime.CompilerServices;
using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Core.DirectConnect;

/// <summary>Direct Connect virtual interfaces of one session.</summary>
internal sealed class VirtualInterfaceService(PeeringSession session)
{
    private const int PageSize = 100;

    /// <summary>Reads virtual interfaces page by page.</summary>
    public async IAsyncEnumerable<IReadOnlyList<VirtualInterface>> ReadAsync(string? connectionId, string? virtualInterfaceId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new DescribeVirtualInterfacesRequest
        {
            ConnectionId = connectionId,
            VirtualInterfaceId = virtualInterfaceId,
            MaxResults = virtualInterfaceId is null ? PageSize : null,
        };
        await foreach (var page in session.DirectConnect.DescribeVirtualInterfacesPagesAsync(request, cancellationToken).ConfigureAwait(false))
            yield return page.VirtualInterfaces ?? [];
    }

    /// <summary>Reads one virtual interface.</summary>
    /// <exception cref="FailureException">It isn't there: Direct Connect answers that with an empty list.</exception>
    public async Task<VirtualInterface> GetAsync(string virtualInterfaceId, CancellationToken cancellationToken)
    {
        await foreach (var page in ReadAsync(null, virtualInterfaceId, cancellationToken).ConfigureAwait(false))
        {
            if (page.Count > 0)
                return page[0];
        }

        throw NotFound(virtualInterfaceId);
    }

    /// <summary>The failure for a virtual interface that isn't there.</summary>
    public FailureException NotFound(string virtualInterfaceId) => new(new(
        ErrorKind.NotFound,
        "VirtualInterfaceNotFound",
        $"There is no virtual interface {virtualInterfaceId} in {session.Region}{(session.AccountId is { } account ? $" for account {account}" : "")}.",
        "Check the id, -Region and -ProfileName; Get-DxVirtualInterface lists what is there.",
        virtualInterfaceId));
}
