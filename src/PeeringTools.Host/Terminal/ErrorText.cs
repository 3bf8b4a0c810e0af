using System.Management.Automation;
using System.Text;
using PeeringTools.CmdletHost;

namespace PeeringTools.Host.Terminal;

/// <summary>Errors in words: the command and what happened, where it stands, and what to do next.</summary>
internal sealed class ErrorText(bool hasColour)
{
    public string Of(ErrorRecord error)
    {
        var text = new StringBuilder();
        var call = error.InvocationInfo;
        var command = call?.MyCommand.Name;
        text.Append(command is null ? error.ToString() : $"{command}: {error}");
        if (call is { ScriptName.Length: > 0 })
            AppendPosition(text, call);
        if (error.ErrorDetails?.RecommendedAction is { Length: > 0 } action)
            text.AppendLine().Append("     + ").Append(action);
        return text.ToString();
    }

    public static string Of(ScriptParseException e) => new StringBuilder()
        .Append(e.Path ?? "line").Append(':').Append(e.Line).Append(':').Append(e.Column).Append(": ").Append(e.Message)
        .AppendLine().Append(Gutter(e.Line)).Append(e.LineText)
        .AppendLine().Append(' ', 5).Append("| ").Append(' ', e.Column - 1).Append('^')
        .ToString();

    private void AppendPosition(StringBuilder text, InvocationInfo call)
    {
        text.AppendLine().Append("  at ").Append(call.ScriptName).Append(':').Append(call.ScriptLineNumber).AppendLine()
            .Append(Gutter(call.ScriptLineNumber)).Append(hasColour ? Colour.None : string.Empty).Append(call.Line.TrimEnd());
    }

    private static string Gutter(int line) => $"{line,4} | ";
}
