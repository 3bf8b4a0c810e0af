using PeeringTools.CmdletHost.Language;

namespace PeeringTools.CmdletHost;

/// <summary>A script that was read.</summary>
public sealed class Script
{
    internal Script(IReadOnlyList<Statement> statements) => Statements = statements;

    internal IReadOnlyList<Statement> Statements { get; }
}

/// <summary>How a script ended.</summary>
public enum ScriptResult
{
    /// <summary>Every statement ran to its end; single items may have failed.</summary>
    Completed,

    /// <summary>At least one statement ended early by an error.</summary>
    Failed,

    /// <summary>It was stopped from outside.</summary>
    Stopped,
}
