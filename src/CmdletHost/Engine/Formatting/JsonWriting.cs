using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using System.Text.Json;
using PeeringTools.CmdletHost.Conversion;
using PeeringTools.CmdletHost.Members;

namespace PeeringTools.CmdletHost.Formatting;

/// <summary>One JSON text that is being written.</summary>
internal sealed class JsonWriting(JsonStyle style)
{
    private const double WholeLimit = 1e15;

    /// <summary>Whether something lay too deep and became text.</summary>
    public bool IsTruncated { get; private set; }

    public void Write(Utf8JsonWriter writer, object? value, int levels)
    {
        if (WriteScalar(writer, PSObject.Unwrap(value)))
            return;
        if (levels < 0)
        {
            IsTruncated = true;
            writer.WriteStringValue(ToText.Of(value));
            return;
        }

        switch (PSObject.Unwrap(value))
        {
            case IDictionary table:
                writer.WriteStartObject();
                foreach (DictionaryEntry entry in table)
                    WriteProperty(writer, ToText.Of(entry.Key), entry.Value, levels);
                writer.WriteEndObject();
                break;
            case IEnumerable elements and not PSObject:
                writer.WriteStartArray();
                foreach (var element in elements)
                    Write(writer, element, levels - 1);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStartObject();
                foreach (var property in PropertiesOf(value!))
                    WriteProperty(writer, property.Name, property.Value, levels);
                writer.WriteEndObject();
                break;
        }
    }

    private void WriteProperty(Utf8JsonWriter writer, string name, object? value, int levels)
    {
        if (PSObject.Unwrap(value) is SecureString)
            return;
        writer.WritePropertyName(name);
        Write(writer, value, levels - 1);
    }

    private static IEnumerable<PSPropertyInfo> PropertiesOf(object value)
    {
        var wrapper = PSObject.AsPSObject(value);
        foreach (var property in wrapper.Added ?? [])
            yield return property;
        foreach (var member in wrapper.IsCustom ? [] : ClrProperties.Of(wrapper.BaseObject.GetType()).Values.ToArray())
            yield return new PSProperty(wrapper.BaseObject, member);
    }

    private bool WriteScalar(Utf8JsonWriter writer, object? value)
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
                // A whole double keeps its point: 2.0.
                if (number == Math.Truncate(number) && Math.Abs(number) < WholeLimit)
                    writer.WriteNumberValue(decimal.Parse(number.ToString("0.0", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
                else
                    writer.WriteNumberValue(number);
                break;
            case DateTime time:
                writer.WriteStringValue(time);
                break;
            case DateTimeOffset time:
                writer.WriteStringValue(time);
                break;
            case IConvertible number when TypeConversion.IsNumber(number.GetType()) && number is not (double or float):
                writer.WriteNumberValue(number.ToDecimal(CultureInfo.InvariantCulture));
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
