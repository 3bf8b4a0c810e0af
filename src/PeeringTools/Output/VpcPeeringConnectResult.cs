namespace PeeringTools;

/// <summary>Two VPCs that Connect-VpcPeering connected, with the steps it took; or its plan.</summary>
public sealed class VpcPeeringConnectResult : PeeringRecord
{
    internal VpcPeeringConnectResult(VpcPeering peering, IReadOnlyList<VpcPeeringStep> steps, RecordOrigin origin)
        : base(origin)
    {
        VpcPeering = peering;
        Steps = steps;
    }

    /// <summary>The peering.</summary>
    public VpcPeering VpcPeering { get; }

    /// <summary>The peering's id.</summary>
    public string? VpcPeeringConnectionId => VpcPeering.VpcPeeringConnectionId;

    /// <summary>The peering's state.</summary>
    public string? State => VpcPeering.State;

    /// <summary>The requester's VPC.</summary>
    public string? VpcId => VpcPeering.VpcId;

    /// <summary>The accepter's VPC.</summary>
    public string? PeerVpcId => VpcPeering.PeerVpcId;

    /// <summary>The accepter's account.</summary>
    public string? PeerOwnerId => VpcPeering.PeerOwnerId;

    /// <summary>The accepter's Region.</summary>
    public string? PeerRegion => VpcPeering.PeerRegion;

    /// <summary>False where everything was there already.</summary>
    public bool Changed => Steps.Any(s => s.Outcome is VpcPeeringOutcome.Made or VpcPeeringOutcome.Replaced);

    /// <summary>The steps in their order.</summary>
    public IReadOnlyList<VpcPeeringStep> Steps { get; }

    /// <summary>The peering's id.</summary>
    public override string ToString() => VpcPeeringConnectionId ?? "";
}
