using System.Collections;
using System.Management.Automation;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;

namespace PeeringTools.Parameters;

/// <summary>
/// Reads <c>-Filter</c>: <c>@{ 'status-code' = 'active' }</c>, or AWS Tools' <c>@{ Name = 'status-code'; Values = 'active' }</c>, one or more. AWS does the selecting.
/// </summary>
internal static class FilterParameter
{
    public static IEnumerable<Filter> Read(IDictionary[]? filters)
    {
        foreach (var filter in filters ?? [])
        {
            if (filter["Name"] is { } name && (filter["Values"] ?? filter["Value"]) is { } values && filter.Count == 2)
            {
                yield return Make(name, values);
                continue;
            }

            foreach (DictionaryEntry entry in filter)
                yield return Make(entry.Key, entry.Value);
        }
    }

    /// <summary>A filter on <paramref name="name"/>, or null when there is nothing to select by.</summary>
    public static Filter? On(string name, IEnumerable<string>? values) => values?.ToList() is { Count: > 0 } list ? new Filter { Name = name, Values = list } : null;

    /// <summary>A filter on one value, or null when there is none.</summary>
    public static Filter? On(string name, string? value) => value is null ? null : On(name, [value]);

    private static Filter Make(object name, object? values)
    {
        var texts = LanguagePrimitives.ConvertTo<string[]>(values);
        return texts is { Length: > 0 } && Array.TrueForAll(texts, t => t is not null)
            ? new Filter { Name = name.ToString(), Values = [.. texts] }
            : throw new FailureException(new(ErrorKind.BadInput, "FilterValueMissing", $"The filter '{name}' has no value.", "Give it one or more values, such as @{ 'status-code' = 'active' }.", name));
    }
}
