using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Runtime;

/// <summary>One change of one item, told once, so that -WhatIf, -DryRun, the prompt and the call all speak of the same thing.</summary>
internal sealed class Change
{
    /// <summary>What is done, in a user's words: <c>Request VPC peering</c>.</summary>
    public required string Description { get; init; }

    /// <summary>The API action.</summary>
    public required string Action { get; init; }

    /// <summary>The resource itself that it is done to.</summary>
    public required string Target { get; init; }

    /// <summary>The object an error is about: the id or the input.</summary>
    public required object TargetObject { get; init; }

    /// <summary>The Region it is done in, where it isn't the one of <c>-Region</c>: an accepter acts in its own.</summary>
    public string? Region { get; init; }

    /// <summary>The profile of another account that it is done as, where it isn't done with the cmdlet's own credentials.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The answer to a request that it gives, where it gives one.</summary>
    public PeeringAnswer? Answer { get; init; }

    /// <summary>Every rule that can be checked without a call.</summary>
    public required RuleBreak?[] Rules { get; init; }

    /// <summary>Asks AWS without changing anything.</summary>
    public required Func<PeeringSession, CancellationToken, Task<DryRunAnswer>> Ask { get; init; }

    /// <summary>Makes the change and gives the record to emit, or null.</summary>
    public required Func<PeeringSession, CancellationToken, Task<object?>> Apply { get; init; }

    /// <summary>The record that a -WhatIf emits in place of the real one, or null.</summary>
    public Func<PeeringSession, object?>? Plan { get; init; }
}
