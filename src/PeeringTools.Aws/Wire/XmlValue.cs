using System.Globalization;
using System.Xml;
using Amazon.Runtime;

namespace PeeringTools.Aws.Wire;

/// <summary>Reads values from a response as it streams in. Every method starts on an element's start tag and ends after its end tag.</summary>
internal static class XmlValue
{
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

        reader.Read();
        return text;
    }

    /// <summary>A value of few different ones: each is kept once per response.</summary>
    public static string Enum(XmlReader reader) => reader.NameTable.Add(String(reader));

    public static bool? Boolean(XmlReader reader) => String(reader) is { Length: > 0 } text ? XmlConvert.ToBoolean(text) : null;

    public static int? Int32(XmlReader reader) => String(reader) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public static long? Int64(XmlReader reader) => String(reader) is { Length: > 0 } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    public static DateTime? Timestamp(XmlReader reader) => String(reader) is { Length: > 0 } text ? WireTime.FromIso8601(text) : null;

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
