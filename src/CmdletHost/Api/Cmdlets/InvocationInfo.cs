using PeeringTools.CmdletHost.Language;

namespace System.Management.Automation;

/// <summary>One call of a command: where it stands and what was bound.</summary>
public class InvocationInfo
{
    private readonly ScriptPosition _position;

    internal InvocationInfo(CommandInfo command, string invocationName, ScriptPosition position)
    {
        MyCommand = command;
        InvocationName = invocationName;
        _position = position;
    }

    /// <summary>The command.</summary>
    public CommandInfo MyCommand { get; }

    /// <summary>The name it was called by.</summary>
    public string InvocationName { get; }

    /// <summary>Parameters by name, with what they were given.</summary>
    public Dictionary<string, object?> BoundParameters { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Arguments that no parameter took.</summary>
    public List<object> UnboundArguments { get; } = [];

    /// <summary>The script's path, or the empty string.</summary>
    public string ScriptName => _position.Script.Path ?? string.Empty;

    /// <summary>The script's folder, or the empty string.</summary>
    public string PSScriptRoot => _position.Script.Directory;

    /// <summary>The script's path, or the empty string.</summary>
    public string PSCommandPath => ScriptName;

    /// <summary>The line it stands on, from 1.</summary>
    public int ScriptLineNumber => _position.Line;

    /// <summary>The column it stands at, from 1.</summary>
    public int OffsetInLine => _position.Column;

    /// <summary>That line.</summary>
    public string Line => _position.LineText;

    /// <summary>Where it stands, and the line.</summary>
    public string PositionMessage => $"At {(ScriptName.Length == 0 ? "line" : ScriptName)}:{ScriptLineNumber} char:{OffsetInLine}\n+ {Line.Trim()}";

    /// <summary>Whether objects are piped to it.</summary>
    public bool ExpectingInput { get; internal set; }

    /// <summary>Commands in its pipeline.</summary>
    public int PipelineLength { get; internal set; } = 1;

    /// <summary>Its place in its pipeline, from 1.</summary>
    public int PipelinePosition { get; internal set; } = 1;

    /// <summary>Who called.</summary>
    public CommandOrigin CommandOrigin => CommandOrigin.Runspace;
}
