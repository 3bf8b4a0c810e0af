namespace PeeringTools.Core.Rules;

/// <summary>
/// Rules on GameLift VPC peerings. Source: GameLift developer guide, "VPC peering for Amazon GameLift Servers"; API reference, CreateVpcPeeringConnection.
/// </summary>
internal static class GameLiftPeeringRules
{
    /// <summary>Rule <see cref="RuleIds.GameLiftFleetNotEc2"/>: only fleets of EC2 instances have a VPC to peer with.</summary>
    public static RuleBreak? CheckFleet(string fleetId, string? computeType) =>
        computeType is null || string.Equals(computeType, "EC2", StringComparison.OrdinalIgnoreCase)
            ? null
            : new(RuleIds.GameLiftFleetNotEc2,
                $"Fleet {RuleText.Quote(fleetId)} has compute type {RuleText.Quote(computeType)}; allowed is EC2.",
                "Choose a fleet of EC2 instances.");

    /// <summary>
    /// Rule <see cref="RuleIds.GameLiftNotAuthorized"/>: the VPC's owner authorized the GameLift account within the last 24 hours; deleting a peering needs
    /// that too.
    /// </summary>
    /// <param name="peerVpcId">The VPC.</param>
    /// <param name="gameLiftAccountId">The GameLift account.</param>
    /// <param name="authorized">When the newest authorization was made; null where there's none.</param>
    /// <param name="now">The time now.</param>
    public static RuleBreak? CheckAuthorization(string peerVpcId, string gameLiftAccountId, DateTimeOffset? authorized, DateTimeOffset now)
    {
        if (authorized is { } made && GameLiftPeeringStates.IsValid(made, now))
            return null;

        var found = authorized is { } old ? $"the authorization of {old.UtcDateTime:u} has expired" : "there is no authorization";
        return new(RuleIds.GameLiftNotAuthorized,
            $"VPC {RuleText.Quote(peerVpcId)}, GameLift account {RuleText.Quote(gameLiftAccountId)}: {found}; allowed is one of the last 24 hours.",
            "Run New-GameLiftPeeringAuthorization with credentials of the VPC's account.");
    }
}
