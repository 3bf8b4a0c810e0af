using System.Collections;
using System.Globalization;
using System.Management.Automation;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;

namespace PeeringTools.Parameters;

/// <summary>Reads <c>-Tag @{ Name = 'x' }</c>: values that aren't text become text as PowerShell writes it; null is an error that names the key.</summary>
internal static class TagParameter
{
    public static IReadOnlyList<KeyValuePair<string?, string?>> Read(IDictionary? tags)
    {
        if (tags is null)
            return [];

        // AWS Tools' own form of one tag.
        if (tags.Count == 2 && tags["Key"] is { } named && tags["Value"] is { } its)
            return [new(Text(named), Text(its))];

        var read = new List<KeyValuePair<string?, string?>>(tags.Count);
        foreach (DictionaryEntry tag in tags)
        {
            var key = Text(tag.Key)!;
            read.Add(new(key, Text(tag.Value) ?? throw new FailureException(new(
                ErrorKind.BadInput, "TagValueNull", $"The tag '{key}' has no value ($null).", "Give it a text; an empty one is '' .", key))));
        }

        return read;
    }

    /// <summary>The filters that select by these tags; a value may hold wildcards.</summary>
    public static IEnumerable<Filter?> Filters(IDictionary? tags) => Read(tags).Select(tag => FilterParameter.On($"tag:{tag.Key}", tag.Value));

    private static string? Text(object? value) => value switch
    {
        PSObject wrapped => Text(wrapped.BaseObject),
        null => null,
        string text => text,
        _ => LanguagePrimitives.ConvertTo<string>(value) ?? Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
