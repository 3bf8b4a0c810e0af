using PeeringTools.Core.Rules;

namespace PeeringTools.Runtime;

/// <summary>A cmdlet that reads resources, all of them or those that are named.</summary>
public abstract class ReadCmdlet : SessionCmdlet
{
    /// <summary>The ids that AWS can be asked for, each once. One of a wrong form is an error of its own; one that -WhatIf only planned is written as it is.</summary>
    /// <param name="kind">The kind of the ids.</param>
    /// <param name="ids">As they were given.</param>
    /// <param name="parameter">The parameter they came in by.</param>
    /// <param name="planned">The record of a planned one.</param>
    private protected async Task<IReadOnlyList<string>> NamedAsync(ResourceKind kind, IEnumerable<string?> ids, string parameter, Func<string, PeeringRecord> planned)
    {
        var asked = new List<string>();
        foreach (var id in ids)
        {
            await ForItemAsync(id, () =>
            {
                if (ResourceIds.IsPlanned(kind, id))
                {
                    WriteObject(planned(id));
                    return Task.CompletedTask;
                }

                Require(id, ResourceIds.Check(kind, id, parameter));
                asked.Add(id!);
                return Task.CompletedTask;
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
