namespace PeeringTools.Core.Rules;

/// <summary>
/// The life of a GameLift VPC peering: its status codes are EC2's. Source: GameLift API reference, VpcPeeringConnectionStatus and VpcPeeringAuthorization.
/// </summary>
internal static class GameLiftPeeringStates
{
    /// <summary>How long an authorization is valid after it was made.</summary>
    public static readonly TimeSpan AuthorizationValidFor = TimeSpan.FromHours(24);

    /// <summary>The states of a peering.</summary>
    public static StateTable Table => VpcPeeringStates.Table;

    /// <summary>True while an authorization made then can be used.</summary>
    public static bool IsValid(DateTimeOffset authorizationMade, DateTimeOffset now) => now < authorizationMade + AuthorizationValidFor;
}
