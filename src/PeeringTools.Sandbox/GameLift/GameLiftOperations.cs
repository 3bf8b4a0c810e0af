namespace PeeringTools.Sandbox.GameLift;

/// <summary>All that answers for GameLift.</summary>
internal static class GameLiftOperations
{
    /// <summary>Operation to handler.</summary>
    public static readonly Operations All = new Operations(ServiceKind.GameLift)
        .OnFleets()
        .OnPeeringAuthorizations()
        .OnFleetPeerings();
}
