using PeeringTools.Core.VpcPeering;

namespace PeeringTools;

/// <summary>One step of connecting two VPCs, and what became of it.</summary>
public sealed class VpcPeeringStep
{
    internal VpcPeeringStep(ConnectStep step)
    {
        Action = step.Action;
        Side = (VpcPeeringSide)(int)step.Side;
        Target = step.Target;
        Region = step.Session.Region;
        ProfileName = step.Session.ProfileName;
        Outcome = step.Outcome switch
        {
            StepOutcome.Kept => VpcPeeringOutcome.Kept,
            StepOutcome.Made => VpcPeeringOutcome.Made,
            StepOutcome.Replaced => VpcPeeringOutcome.Replaced,
            _ => VpcPeeringOutcome.Planned,
        };
    }

    /// <summary>The API action.</summary>
    public string Action { get; }

    /// <summary>The side it is on.</summary>
    public VpcPeeringSide Side { get; }

    /// <summary>What it is done to.</summary>
    public string Target { get; }

    /// <summary>The Region it is done in.</summary>
    public string Region { get; }

    /// <summary>The profile it is done as, if one was named.</summary>
    public string? ProfileName { get; }

    /// <summary>What became of it.</summary>
    public VpcPeeringOutcome Outcome { get; }

    /// <summary>The action, its target and the outcome.</summary>
    public override string ToString() => $"{Action} {Target}: {Outcome}";
}
