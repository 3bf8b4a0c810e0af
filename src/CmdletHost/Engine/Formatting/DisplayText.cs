using System.Collections;
using System.Globalization;
using System.Management.Automation;
using PeeringTools.CmdletHost.Conversion;

namespace PeeringTools.CmdletHost.Formatting;

/// <summary>Values as tables and lists show them.</summary>
internal static class DisplayText
{
    private const int MostElements = 4;

    public static string Of(object? value, string? format = null)
    {
        var bare = PSObject.Unwrap(value);
        if (format is not null && bare is IFormattable formattable)
            return format.Contains('{', StringComparison.Ordinal) ? string.Format(CultureInfo.CurrentCulture, format, bare) : formattable.ToString(format, CultureInfo.CurrentCulture);
        if (bare is IDictionary table)
            return Elements(table.Keys.Cast<object>().Select(key => $"[{Of(key)}, {Of(table[key])}]"));
        if (LanguagePrimitives.GetEnumerable(bare) is { } elements)
            return Elements(elements.Cast<object?>().Select(element => Of(element)));
        return bare is IFormattable and not Enum ? ((IFormattable)bare).ToString(null, CultureInfo.CurrentCulture) : ToText.Of(value);
    }

    private static string Elements(IEnumerable<string> elements)
    {
        var shown = elements.Take(MostElements + 1).ToList();
        return shown.Count > MostElements ? $"{{{string.Join(", ", shown.Take(MostElements))}…}}" : $"{{{string.Join(", ", shown)}}}";
    }
}
