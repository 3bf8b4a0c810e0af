using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using PeeringTools.Core.Rules;

namespace PeeringTools.Parameters;

/// <summary>Completes the states of transit gateway attachments.</summary>
public sealed class TgwAttachmentStateCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = (wordToComplete ?? "").Trim('\'', '"');
        return TgwAttachmentStates.Table.Rows.Select(r => r.Name).Where(s => s.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Select(s => new CompletionResult(s));
    }
}
