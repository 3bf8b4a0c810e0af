namespace PeeringTools.Runtime;

/// <summary>What a user decided about a change.</summary>
internal enum Decision
{
    /// <summary>Make it.</summary>
    Make,

    /// <summary>It is only a plan (-WhatIf): emit the planned record.</summary>
    Plan,

    /// <summary>All has been said: refused at the prompt, or answered by -DryRun.</summary>
    Told,
}
