using PeeringTools.Core.Rules;

namespace PeeringTools.Runtime;

/// <summary>A cmdlet that reads resources, all of them or those that are named.</summary>
public abstract class ReadCmdlet : SessionCmdlet
{
    /// <summary>The ids that AWS can be asked for, each once. One of a wrong form is an error of its own; in a plan, one that is only planned is written as it is.</summary>
    /// <param name="kind">The kind of the ids.</param>
    /// <param name="ids">As they were given.</param>
    /// <param name="parameter">The parameter they came in by.</param>
    /// <param name="planned">The record of a planned one.</param>
    private protected async Task<IReadOnlyList<string>> NamedAsync(ResourceKind kind, IEnumerable<string?> ids, string parameter, Func<string, RecordOrigin, PeeringRecord> planned)
    {
        var asked = new List<string>();
        foreach (var id in ids)
        {
            await ForItemAsync(id, async () =>
            {
                if (IsPlan && ResourceIds.IsPlanned(kind, id))
                {
                    WriteObject(planned(id, RecordOrigin.Of(await OpenSessionAsync())));
                    return;
                }

                Require(id, ResourceIds.Check(kind, id, parameter));
                asked.Add(id!);
            });
        }

        return [.. asked.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Checks an id that narrows the reading, where one was given. A piped record may lack it.</summary>
    private protected string? Narrowed(ResourceKind kind, string? id, string parameter)
    {
        if (GivenByName(parameter) || id is { Length: > 0 })
            Require(id, ResourceIds.Check(kind, id, parameter));
        return id is { Length: > 0 } ? id : null;
    }
}
