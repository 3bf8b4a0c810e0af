using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace PeeringTools.CmdletHost.Conversion;

/// <summary>Values as text, the same in every culture.</summary>
internal static class ToText
{
    public static string Of(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        PSObject wrapper => wrapper.ToString(),
        Enum name => name.ToString(),
        double number => number.ToString(CultureInfo.InvariantCulture),
        DateTime time => time.ToString(CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString(CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IDictionary => value.ToString()!,
        IEnumerable elements and not System.Xml.XmlNode => string.Join(' ', elements.Cast<object?>().Select(Of)),
        _ => value.ToString() ?? string.Empty,
    };
}
