using PeeringTools.Core.Rules;

namespace PeeringTools.Core.VpcPeering;

/// <summary>How much a finding matters. The numbers order them.</summary>
internal enum FindingSeverity
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>Some traffic, or some names, may not get through.</summary>
    Warning,

    /// <summary>Traffic doesn't flow.</summary>
    Error,
}

/// <summary>One reason why traffic would not flow over a peering.</summary>
/// <param name="Id">What kind of reason: stable, for scripts.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Side">The side it is on.</param>
/// <param name="Resource">The resource it is about.</param>
/// <param name="Text">The reason in words.</param>
/// <param name="Fix">The line that mends it.</param>
internal sealed record PeeringFinding(string Id, FindingSeverity Severity, StateActor Side, string Resource, string Text, string Fix);
