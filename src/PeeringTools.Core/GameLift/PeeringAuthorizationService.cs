using PeeringTools.Aws.GameLift.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Core.GameLift;

/// <summary>GameLift VPC peering authorizations of one session. The API has neither paging nor a dry run.</summary>
internal sealed class PeeringAuthorizationService(PeeringSession session)
{
    /// <summary>All valid authorizations that the account issued or received.</summary>
    public async Task<IReadOnlyList<VpcPeeringAuthorization>> ReadAsync(CancellationToken cancellationToken) =>
        (await session.GameLift.DescribeVpcPeeringAuthorizationsAsync(new(), cancellationToken).ConfigureAwait(false)).VpcPeeringAuthorizations ?? [];

    /// <summary>Authorizes a GameLift account to peer with a VPC of this session's account.</summary>
    public Task<VpcPeeringAuthorization> CreateAsync(CreateVpcPeeringAuthorizationRequest request, CancellationToken cancellationToken) => LostAnswers.MakeOnceAsync(
        async () => (await session.GameLift.CreateVpcPeeringAuthorizationAsync(request, cancellationToken).ConfigureAwait(false)).VpcPeeringAuthorization!,
        async () => (await ReadAsync(cancellationToken).ConfigureAwait(false)).FirstOrDefault(a =>
            string.Equals(a.PeerVpcId, request.PeerVpcId, StringComparison.OrdinalIgnoreCase) && a.GameLiftAwsAccountId == request.GameLiftAwsAccountId),
        $"an authorization for {request.PeerVpcId}",
        cancellationToken);

    /// <summary>Reads what a call would meet: whether the service answers these credentials at all.</summary>
    public async Task<DryRunAnswer> AskToCreateAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken).ConfigureAwait(false);
        return DryRunAnswer.NoDryRun;
    }
}
