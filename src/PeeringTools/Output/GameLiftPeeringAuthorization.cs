using PeeringTools.Aws.GameLift.Model;

namespace PeeringTools;

/// <summary>An authorization for a GameLift account to peer a fleet with a VPC: every field of GameLift's <c>VpcPeeringAuthorization</c>. It is valid for 24 hours.</summary>
public sealed class GameLiftPeeringAuthorization : PeeringRecord
{
    private readonly VpcPeeringAuthorization _authorization;

    internal GameLiftPeeringAuthorization(VpcPeeringAuthorization authorization, RecordOrigin origin, string state = "valid")
        : base(origin)
    {
        _authorization = authorization;
        State = state;
    }

    /// <summary><c>valid</c>, for AWS shows no other; or <c>planned</c>, where -WhatIf made none.</summary>
    public string State { get; }

    /// <summary>The account that manages the fleet.</summary>
    public string? GameLiftAwsAccountId => _authorization.GameLiftAwsAccountId;

    /// <summary>The account that owns the VPC.</summary>
    public string? PeerVpcAwsAccountId => _authorization.PeerVpcAwsAccountId;

    /// <summary>The VPC.</summary>
    public string? PeerVpcId => _authorization.PeerVpcId;

    /// <summary>When it was issued (UTC).</summary>
    public DateTime? CreationTime => _authorization.CreationTime;

    /// <summary>When it ends (UTC).</summary>
    public DateTime? ExpirationTime => _authorization.ExpirationTime;

    /// <summary>The VPC and the account that may peer with it.</summary>
    public override string ToString() => $"{PeerVpcId} for {GameLiftAwsAccountId}";
}
