namespace System.Management.Automation.Internal;

/// <summary>What a pipeline without output is worth.</summary>
public static class AutomationNull
{
    /// <summary>The one such value.</summary>
    public static PSObject Value { get; } = new();
}
