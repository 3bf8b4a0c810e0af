using PeeringTools.Aws.GameLift.Model;

namespace PeeringTools.Sandbox.State;

/// <summary>A GameLift fleet.</summary>
internal sealed class FleetRecord : Record
{
    /// <summary>What DescribeFleetAttributes gives.</summary>
    public required FleetAttributes Shape { get; init; }

    /// <summary>The VPC that GameLift runs it in.</summary>
    public required string VpcId { get; init; }

    /// <summary>That VPC's block.</summary>
    public required string CidrBlock { get; init; }

    /// <summary>What DescribeFleetUtilization gives, or null.</summary>
    public FleetUtilization? Utilization { get; set; }
}

/// <summary>A VPC owner's word that a GameLift account may peer with its VPC.</summary>
internal sealed class PeeringAuthorizationRecord : Record
{
    /// <summary>The account with the fleets.</summary>
    public required string GameLiftAccount { get; init; }

    /// <summary>The VPC.</summary>
    public required string VpcId { get; init; }

    /// <summary>The end of its 24 hours.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Place> Places => [Home, Home with { Account = GameLiftAccount }];

    /// <inheritdoc/>
    public override bool IsGone(DateTimeOffset now) => now >= Expires;
}
