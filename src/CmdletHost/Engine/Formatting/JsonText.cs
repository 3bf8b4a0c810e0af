using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PeeringTools.CmdletHost.Conversion;
using PeeringTools.CmdletHost.Members;

namespace PeeringTools.CmdletHost.Formatting;

/// <summary>How JSON is written.</summary>
/// <param name="Depth">Levels below the first; what lies deeper is written as text.</param>
/// <param name="EnumsAsText">Whether enumeration values are names rather than numbers.</param>
/// <param name="Indented">Whether it takes more than one line.</param>
internal sealed record JsonStyle(int Depth, bool EnumsAsText, bool Indented);

/// <summary>Objects as JSON, by their properties. Secure strings are left out.</summary>
public static class JsonText
{
    private const int LineDepth = 32;
    private static readonly JsonStyle Line = new(LineDepth, EnumsAsText: true, Indented: false);

    /// <summary>The object as one line of JSON.</summary>
    public static string LineOf(object? value) => Of(value, Line);

    internal static string Of(object? value, JsonStyle style)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = style.Indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 }))
            Write(writer, value, style, style.Depth);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter writer, object? value, JsonStyle style, int levels)
    {
        if (WriteScalar(writer, PSObject.Unwrap(value), style))
            return;
        if (levels < 0)
        {
            writer.WriteStringValue(ToText.Of(value));
            return;
        }

        switch (PSObject.Unwrap(value))
        {
            case IDictionary table:
                writer.WriteStartObject();
                foreach (DictionaryEntry entry in table)
                    WriteProperty(writer, ToText.Of(entry.Key), entry.Value, style, levels);
                writer.WriteEndObject();
                break;
            case IEnumerable elements and not PSObject:
                writer.WriteStartArray();
                foreach (var element in elements)
                    Write(writer, element, style, levels - 1);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStartObject();
                foreach (var property in PropertiesOf(value!))
                    WriteProperty(writer, property.Name, property.Value, style, levels);
                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteProperty(Utf8JsonWriter writer, string name, object? value, JsonStyle style, int levels)
    {
        if (PSObject.Unwrap(value) is SecureString)
            return;
        writer.WritePropertyName(name);
        Write(writer, value, style, levels - 1);
    }

    private static IEnumerable<PSPropertyInfo> PropertiesOf(object value)
    {
        var wrapper = PSObject.AsPSObject(value);
        foreach (var property in wrapper.Added ?? [])
            yield return property;
        foreach (var member in wrapper.IsCustom ? [] : ClrProperties.Of(wrapper.BaseObject.GetType()).Values.ToArray())
            yield return new PSProperty(wrapper.BaseObject, member);
    }

    private static bool WriteScalar(Utf8JsonWriter writer, object? value, JsonStyle style)
    {
        switch (value)
        {
            case null or SecureString:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case SwitchParameter flag:
                writer.WriteBooleanValue(flag.IsPresent);
                break;
            case Enum name when style.EnumsAsText:
                writer.WriteStringValue(name.ToString());
                break;
            case Enum number:
                writer.WriteNumberValue(Convert.ToInt64(number, CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                writer.WriteRawValue(number == Math.Truncate(number) && Math.Abs(number) < 1e15
                    ? number.ToString("0.0", CultureInfo.InvariantCulture)
                    : number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case DateTime time:
                writer.WriteStringValue(time);
                break;
            case DateTimeOffset time:
                writer.WriteStringValue(time);
                break;
            case IConvertible number when TypeConversion.IsNumber(number.GetType()) && number is not (double or float):
                writer.WriteRawValue(ToText.Of(number));
                break;
            case char or double or float or Guid or TimeSpan or Uri or Version or Type or System.Net.IPAddress or System.Net.IPNetwork or DateOnly or TimeOnly:
                writer.WriteStringValue(ToText.Of(value));
                break;
            default:
                return false;
        }

        return true;
    }
}
