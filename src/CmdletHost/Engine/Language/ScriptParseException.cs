using PeeringTools.CmdletHost.Language;

namespace PeeringTools.CmdletHost;

/// <summary>A script that this host can't run. Nothing of it has run.</summary>
public sealed class ScriptParseException : Exception
{
    internal ScriptParseException(string message, ScriptPosition position)
        : base(message)
    {
        Path = position.Script.Path;
        Line = position.Line;
        Column = position.Column;
        LineText = position.LineText;
    }

    /// <summary>The script's path, or null.</summary>
    public string? Path { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The column, from 1.</summary>
    public int Column { get; }

    /// <summary>The text of the line.</summary>
    public string LineText { get; }

    internal static ScriptParseException NeedsPowerShell(string construct, ScriptPosition position) => new($"needs PowerShell: {construct}", position);
}
