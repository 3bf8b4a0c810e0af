using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace PeeringTools.Parameters;

/// <summary>Completes names, quoted where the shell needs it.</summary>
public abstract class NameCompleter : IArgumentCompleter
{
    private static readonly System.Buffers.SearchValues<char> NeedQuotes = System.Buffers.SearchValues.Create(" \t'\"`$@#(){}[],;|&<>");

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = (wordToComplete ?? "").Trim('\'', '"');
        return Names(fakeBoundParameters)
            .Where(n => n.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(n => new CompletionResult(Quoted(n.Name), n.Name, CompletionResultType.ParameterValue, n.ToolTip));
    }

    /// <summary>The names, each with what is shown beside it.</summary>
    private protected abstract IEnumerable<(string Name, string ToolTip)> Names(IDictionary? given);

    private static string Quoted(string name) => name.AsSpan().ContainsAny(NeedQuotes) ? $"'{name.Replace("'", "''", StringComparison.Ordinal)}'" : name;
}
