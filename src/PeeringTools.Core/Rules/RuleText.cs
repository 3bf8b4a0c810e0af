using System.Globalization;
using System.Text;

namespace PeeringTools.Core.Rules;

/// <summary>How rules write the values that broke them.</summary>
internal static class RuleText
{
    private const int LongestQuoted = 80;

    /// <summary>The value in quotes, on one line and of bounded length: messages end up in terminals and logs.</summary>
    public static string Quote(string? value)
    {
        if (value is null)
            return "null";

        var quoted = new StringBuilder(Math.Min(value.Length, LongestQuoted) + 8).Append('\'');
        foreach (var rune in value.EnumerateRunes())
        {
            if (quoted.Length > LongestQuoted)
                return quoted.Append(CultureInfo.InvariantCulture, $"...' ({value.Length} characters)").ToString();

            if (IsInvisible(rune))
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
            else
                quoted.Append(rune.ToString());
        }

        return quoted.Append('\'').ToString();
    }

    /// <summary>The break for a value that isn't there: null, empty and blank are told apart, as they come from different mistakes.</summary>
    /// <param name="ruleId">The rule's id.</param>
    /// <param name="value">A null or blank value.</param>
    /// <param name="parameterName">The parameter that lacks one.</param>
    /// <param name="allowed">What may stand there.</param>
    public static RuleBreak Missing(string ruleId, string? value, string parameterName, string allowed)
    {
        var found = value switch { null => "null", "" => "an empty string", _ => "blank" };
        return new(ruleId, $"{parameterName} is {found}; allowed is {allowed}.", $"Give -{parameterName} a value.");
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
