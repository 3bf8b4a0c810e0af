using System.Globalization;
using System.Xml;
using Amazon.Runtime;

namespace PeeringTools.Aws.Wire;

/// <summary>Reads values from a response as it streams in. Every method starts on an element's start tag and ends after its end tag.</summary>
internal static class XmlValue
{
    // Enum values and booleans are read here, without a string for each.
    [ThreadStatic]
    private static char[]? _buffer;

    /// <summary>Steps into an element; false where it is empty and already passed.</summary>
    public static bool Enter(XmlReader reader)
    {
        var hasContent = !reader.IsEmptyElement;
        reader.Read();
        return hasContent;
    }

    /// <summary>Moves to the next child element; false once the parent's end tag is passed.</summary>
    public static bool NextMember(XmlReader reader)
    {
        while (true)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    return true;
                case XmlNodeType.EndElement:
                    reader.Read();
                    return false;
                default:
                    reader.Read();
                    break;
            }
        }
    }

    public static string String(XmlReader reader)
    {
        if (!Enter(reader)) return "";
        var text = Rest(reader);
        reader.Read();
        return text;
    }

    /// <summary>The text from here to the element's end tag.</summary>
    private static string Rest(XmlReader reader)
    {
        var text = "";
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                reader.Skip();
                continue;
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text = text.Length == 0 ? reader.Value : text + reader.Value;
            reader.Read();
        }

        return text;
    }

    /// <summary>A value of few different ones: each is one string per response.</summary>
    public static string Enum(XmlReader reader)
    {
        var buffer = _buffer ??= new char[64];
        var length = Short(reader, buffer, out var longer);
        return longer ?? reader.NameTable.Add(buffer, 0, length);
    }

    public static bool? Boolean(XmlReader reader)
    {
        var buffer = _buffer ??= new char[64];
        var length = Short(reader, buffer, out var longer);
        var text = longer is null ? buffer.AsSpan(0, length) : longer.AsSpan();
        return text switch
        {
            "true" or "1" => true,
            "false" or "0" => false,
            "" => null,
            _ => throw new FormatException($"'{text}' is neither true nor false."),
        };
    }

    public static int? Int32(XmlReader reader) => String(reader) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public static long? Int64(XmlReader reader) => String(reader) is { Length: > 0 } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    public static DateTime? Timestamp(XmlReader reader) => String(reader) is { Length: > 0 } text ? WireTime.FromIso8601(text) : null;

    /// <summary>Reads text into a buffer and gives its length; text that doesn't fit comes as a string.</summary>
    private static int Short(XmlReader reader, char[] buffer, out string? longer)
    {
        longer = null;
        if (!Enter(reader)) return 0;
        var length = 0;
        if (reader.NodeType == XmlNodeType.Text)
        {
            while (length < buffer.Length && reader.ReadValueChunk(buffer, length, buffer.Length - length) is > 0 and var read) length += read;
            if (length == buffer.Length) longer = new string(buffer) + reader.Value;
            reader.Read();
        }

        if (reader.NodeType != XmlNodeType.EndElement) longer = (longer ?? new string(buffer, 0, length)) + Rest(reader);
        reader.Read();
        return length;
    }

    public static List<T> List<T>(XmlReader reader, string elementName, Func<XmlReader, T> read)
    {
        var list = new List<T>();
        if (!Enter(reader)) return list;
        while (NextMember(reader))
        {
            if (reader.LocalName == elementName) list.Add(read(reader));
            else reader.Skip();
        }

        return list;
    }

    public static ResponseMetadata Metadata(XmlReader reader) => new() { RequestId = String(reader) };
}
