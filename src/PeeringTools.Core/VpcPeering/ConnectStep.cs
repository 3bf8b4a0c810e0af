using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Core.VpcPeering;

/// <summary>What became of a step.</summary>
internal enum StepOutcome
{
    /// <summary>Not begun.</summary>
    Open,

    /// <summary>There was nothing to do.</summary>
    Kept,

    /// <summary>It was done.</summary>
    Made,

    /// <summary>It took another's place.</summary>
    Replaced,

    /// <summary>It failed, or never came to an end.</summary>
    Failed,

    /// <summary>It was done, and taken back after another step failed.</summary>
    Undone,

    /// <summary>It was done, a later step failed, and it stands.</summary>
    Left,
}

/// <summary>One step of connecting two VPCs.</summary>
internal sealed class ConnectStep
{
    /// <summary>The API action.</summary>
    public required string Action { get; init; }

    /// <summary>The side it is on.</summary>
    public required StateActor Side { get; init; }

    /// <summary>Tells what it is done to: with the peering's id, once there is one.</summary>
    public required Func<string> Describe { get; init; }

    /// <summary>What it is done to.</summary>
    public string Target => Describe();

    /// <summary>Where it is done, and as whom.</summary>
    public required PeeringSession Session { get; init; }

    /// <summary>What became of it.</summary>
    public StepOutcome Outcome { get; set; }

    /// <summary>Asks AWS without changing anything; null where what it is done to isn't there yet, or where nothing is changed.</summary>
    public Func<CancellationToken, Task<DryRunAnswer>>? Ask { get; init; }

    /// <summary>Whether it changes something; a wait doesn't.</summary>
    public bool IsChange => Rest is not null;

    /// <summary>Does it.</summary>
    public required Func<CancellationToken, Task<StepOutcome>> Do { get; init; }

    /// <summary>
    /// Takes back what it may have done, after a look at what is there: its answer may have been lost. False where there is nothing to take back. Null for a step that changes nothing by itself.
    /// </summary>
    public Func<CancellationToken, Task<bool>>? Undo { get; init; }

    /// <summary>What it leaves behind, and the line that removes it.</summary>
    public Func<(string What, string Line)>? Rest { get; init; }
}
