using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Parameters;

/// <summary>Completes Region names.</summary>
public sealed class RegionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = (wordToComplete ?? "").Trim('\'', '"');
        return KnownRegions.All
            .Where(r => r.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(r => new CompletionResult(r.Name, r.Name, CompletionResultType.ParameterValue, r.DisplayName));
    }
}
