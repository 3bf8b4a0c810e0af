using System.Text;
using System.Xml;
using PeeringTools.Aws.Wire;

namespace PeeringTools.Sandbox.Codec;

/// <summary>Writes EC2's XML. A null member leaves no trace; an empty list is an empty element.</summary>
internal static class XmlOutput
{
    /// <summary>UTF-8 without a mark; a carriage return inside a value stays one.</summary>
    public static XmlWriterSettings Settings { get; } = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize };

    public static void StartResponse(XmlWriter writer, string operation, string xmlNamespace, string requestId)
    {
        writer.WriteStartElement(operation + "Response", xmlNamespace);
        Value(writer, "requestId", requestId);
    }

    public static void Value(XmlWriter writer, string name, string? value)
    {
        if (value is null) return;
        writer.WriteStartElement(name);
        writer.WriteString(value);
        writer.WriteEndElement();
    }

    public static void Value(XmlWriter writer, string name, bool? value) => Value(writer, name, value is { } v ? XmlConvert.ToString(v) : null);

    public static void Value(XmlWriter writer, string name, int? value) => Value(writer, name, value is { } v ? XmlConvert.ToString(v) : null);

    public static void Value(XmlWriter writer, string name, long? value) => Value(writer, name, value is { } v ? XmlConvert.ToString(v) : null);

    public static void Value(XmlWriter writer, string name, DateTime? value) => Value(writer, name, value is { } v ? WireTime.ToIso8601(v) : null);

    public static void Structure<T>(XmlWriter writer, string name, T? value, Action<XmlWriter, T> write)
        where T : class
    {
        if (value is null) return;
        writer.WriteStartElement(name);
        write(writer, value);
        writer.WriteEndElement();
    }

    public static void List(XmlWriter writer, string name, string elementName, List<string>? values)
    {
        if (values is null) return;
        writer.WriteStartElement(name);
        foreach (var value in values) Value(writer, elementName, value);
        writer.WriteEndElement();
    }

    public static void List<T>(XmlWriter writer, string name, string elementName, List<T>? values, Action<XmlWriter, T> write)
        where T : class
    {
        if (values is null) return;
        writer.WriteStartElement(name);
        foreach (var value in values) Structure(writer, elementName, value, write);
        writer.WriteEndElement();
    }
}
