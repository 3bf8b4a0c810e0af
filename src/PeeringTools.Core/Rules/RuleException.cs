namespace PeeringTools.Core.Rules;

/// <summary>Thrown by a service class when a local rule forbids a call, before the call leaves.</summary>
internal sealed class RuleException(RuleBreak broken, object? target = null) : Exception(broken.Message)
{
    /// <summary>The rule that was broken.</summary>
    public RuleBreak Broken { get; } = broken;

    /// <summary>The value or id that broke it.</summary>
    public object? Target { get; } = target;
}
