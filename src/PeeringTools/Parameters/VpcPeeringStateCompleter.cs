using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using PeeringTools.Core.Rules;

namespace PeeringTools.Parameters;

/// <summary>Completes the states of VPC peering connections.</summary>
public sealed class VpcPeeringStateCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = (wordToComplete ?? "").Trim('\'', '"');
        return VpcPeeringStates.Table.Rows.Select(r => r.Name).Where(s => s.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Select(s => new CompletionResult(s));
    }
}
