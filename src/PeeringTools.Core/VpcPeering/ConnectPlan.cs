using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.VpcPeering;

/// <summary>What there is to do, found out before anything is done.</summary>
/// <param name="Existing">The live peering of the two VPCs, in whichever direction; null where there is none.</param>
/// <param name="Warnings">Rules that AWS may or may not hold us to.</param>
/// <param name="OpenRequests">How many requests for peering of the account nobody has answered yet.</param>
/// <param name="Steps">The steps in their order; those that are done already are kept ones.</param>
internal sealed record ConnectPlan(VpcPeeringConnection? Existing, IReadOnlyList<RuleBreak> Warnings, int OpenRequests, IReadOnlyList<ConnectStep> Steps)
{
    /// <summary>True where everything is there already.</summary>
    public bool IsDone => Steps.All(s => s.Outcome == StepOutcome.Kept);

    /// <summary>What the plan found in a state that another run for the same would change: the two VPCs, and each destination in a table.</summary>
    public required IReadOnlyCollection<string> Touched { get; init; }
}
