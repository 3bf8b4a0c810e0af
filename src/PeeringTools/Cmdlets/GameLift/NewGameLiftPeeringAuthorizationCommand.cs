using System.Management.Automation;
using PeeringTools.Aws.GameLift.Model;
using PeeringTools.Core.GameLift;
using PeeringTools.Core.Rules;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.GameLift;

/// <summary>Authorizes a GameLift account to peer a fleet with a VPC of yours, for 24 hours (GameLift CreateVpcPeeringAuthorization). Run it as the account that owns the VPC.</summary>
[Cmdlet(VerbsCommon.New, "GameLiftPeeringAuthorization", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(GameLiftPeeringAuthorization), typeof(DryRunResult))]
public sealed class NewGameLiftPeeringAuthorizationCommand : ChangeCmdlet
{
    /// <summary>Your VPC. It must be in the fleet's Region, and its blocks must not overlap the fleet's.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("VpcId")]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerVpcId { get; set; }

    /// <summary>The account that manages the GameLift fleet, 12 digits.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? GameLiftAwsAccountId { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(PeerVpcId, async () =>
    {
        var request = new CreateVpcPeeringAuthorizationRequest { PeerVpcId = PeerVpcId, GameLiftAwsAccountId = GameLiftAwsAccountId };
        await ChangeAsync(
            new Change
            {
                Description = "Authorize GameLift VPC peering",
                Action = "CreateVpcPeeringAuthorization",
                Target = $"{PeerVpcId} for GameLift account {GameLiftAwsAccountId}",
                TargetObject = PeerVpcId ?? "",
                Rules =
                [
                    ResourceIds.Check(ResourceKind.Vpc, PeerVpcId, nameof(PeerVpcId)),
                    AccountIds.Check(GameLiftAwsAccountId, nameof(GameLiftAwsAccountId)),
                ],
                Ask = (session, token) => new PeeringAuthorizationService(session).AskToCreateAsync(token),
                Apply = async (session, token) => new GameLiftPeeringAuthorization(await new PeeringAuthorizationService(session).CreateAsync(request, token), RecordOrigin.Of(session)),
                Plan = session => new GameLiftPeeringAuthorization(
                    new() { PeerVpcId = PeerVpcId, GameLiftAwsAccountId = GameLiftAwsAccountId, PeerVpcAwsAccountId = session.AccountId }, RecordOrigin.Of(session), PlannedIds.State),
            },
            cancellationToken);
    });
}
