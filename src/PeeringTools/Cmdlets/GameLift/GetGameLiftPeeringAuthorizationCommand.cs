using System.Management.Automation;
using PeeringTools.Core.GameLift;
using PeeringTools.Core.Rules;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.GameLift;

/// <summary>Reads the valid GameLift VPC peering authorizations that the account issued or received (GameLift DescribeVpcPeeringAuthorizations).</summary>
[Cmdlet(VerbsCommon.Get, "GameLiftPeeringAuthorization")]
[OutputType(typeof(GameLiftPeeringAuthorization))]
public sealed class GetGameLiftPeeringAuthorizationCommand : SessionCmdlet
{
    /// <summary>Only authorizations for this VPC.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("VpcId")]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerVpcId { get; set; }

    /// <summary>Only authorizations for this GameLift account.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? GameLiftAwsAccountId { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(PeerVpcId, async () =>
    {
        Require(PeerVpcId, PeerVpcId is not null || MustName(nameof(PeerVpcId)) ? ResourceIds.Check(ResourceKind.Vpc, PeerVpcId, nameof(PeerVpcId)) : null);
        Require(GameLiftAwsAccountId, GivenByName(nameof(GameLiftAwsAccountId)) ? AccountIds.Check(GameLiftAwsAccountId, nameof(GameLiftAwsAccountId)) : null);
        var session = await OpenSessionAsync();
        var origin = RecordOrigin.Of(session);
        foreach (var authorization in await new PeeringAuthorizationService(session).ReadAsync(cancellationToken))
        {
            if (Matches(PeerVpcId, authorization.PeerVpcId) && Matches(GameLiftAwsAccountId, authorization.GameLiftAwsAccountId))
                WriteObject(new GameLiftPeeringAuthorization(authorization, origin));
        }
    });

    private static bool Matches(string? wanted, string? value) => string.IsNullOrEmpty(wanted) || string.Equals(wanted, value, StringComparison.OrdinalIgnoreCase);
}
