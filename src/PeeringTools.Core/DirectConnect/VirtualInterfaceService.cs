using System.Runtime.CompilerServices;
using Amazon.Runtime;
using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Core.DirectConnect;

/// <summary>Direct Connect virtual interfaces of one session.</summary>
internal sealed class VirtualInterfaceService(PeeringSession session)
{
    private const int PageSize = 100;

    /// <summary>Reads virtual interfaces page by page; a named one alone.</summary>
    /// <exception cref="FailureException">The named one isn't there.</exception>
    public async IAsyncEnumerable<IReadOnlyList<VirtualInterface>> ReadAsync(string? connectionId, string? virtualInterfaceId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (virtualInterfaceId is not null)
        {
            yield return [await GetAsync(connectionId, virtualInterfaceId, cancellationToken).ConfigureAwait(false)];
            yield break;
        }

        var request = new DescribeVirtualInterfacesRequest { ConnectionId = connectionId, MaxResults = PageSize };
        await foreach (var page in session.DirectConnect.DescribeVirtualInterfacesPagesAsync(request, cancellationToken).ConfigureAwait(false))
            yield return page.VirtualInterfaces ?? [];
    }

    /// <summary>Reads one virtual interface.</summary>
    /// <exception cref="FailureException">It isn't there.</exception>
    public Task<VirtualInterface> GetAsync(string virtualInterfaceId, CancellationToken cancellationToken) => GetAsync(null, virtualInterfaceId, cancellationToken);

    // Direct Connect's reference doesn't say whether it answers with an empty list or an error for an id that isn't there; to a user both are the same.
    private async Task<VirtualInterface> GetAsync(string? connectionId, string virtualInterfaceId, CancellationToken cancellationToken)
    {
        var request = new DescribeVirtualInterfacesRequest { ConnectionId = connectionId, VirtualInterfaceId = virtualInterfaceId };
        try
        {
            var answer = await session.DirectConnect.DescribeVirtualInterfacesAsync(request, cancellationToken).ConfigureAwait(false);
            return answer.VirtualInterfaces is [var found, ..] ? found : throw new FailureException(NotFound(virtualInterfaceId));
        }
        catch (AmazonServiceException e) when (Failure.Of(e) is { Kind: ErrorKind.NotFound } told)
        {
            throw new FailureException(NotFound(virtualInterfaceId) with { AwsCode = told.AwsCode, HttpStatus = told.HttpStatus, RequestId = told.RequestId });
        }
    }

    private Failure NotFound(string virtualInterfaceId) => new(
        ErrorKind.NotFound,
        "VirtualInterfaceNotFound",
        $"There is no virtual interface {virtualInterfaceId} in {session.Region}{(session.AccountId is { } account ? $" for account {account}" : "")}.",
        "Check the id, -Region and -ProfileName; Get-DxVirtualInterface lists what is there.",
        virtualInterfaceId);
}
