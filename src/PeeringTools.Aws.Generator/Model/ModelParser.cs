using System.Globalization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PeeringTools.Aws.Generator.Model;

/// <summary>Reads an API model. A generator runs inside the compiler, so the JSON reader is the framework's own, which presents JSON as XML elements.</summary>
internal static class ModelParser
{
    public static ServiceModel Parse(string json)
    {
        using var reader = JsonReaderWriterFactory.CreateJsonReader(Encoding.UTF8.GetBytes(json), XmlDictionaryReaderQuotas.Max);
        var root = XElement.Load(reader);
        var metadata = root.Element("metadata") ?? throw new FormatException("The model has no metadata.");
        var shapes = Shapes(root.Element("shapes") ?? throw new FormatException("The model has no shapes."));
        var operations = root.Element("operations")!.Elements()
            .Select(o => new Operation(Name(o), Target(o.Element("input"), shapes), Target(o.Element("output"), shapes)))
            .OrderBy(o => o.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var operation in operations)
            operation.PageToken = PageToken(operation, root.Element("pagination")?.Element(operation.Name));

        return new ServiceModel(
            Text(metadata, "serviceId")!, Text(metadata, "apiVersion")!, Text(metadata, "endpointPrefix")!, Text(metadata, "targetPrefix"),
            Text(metadata, "xmlNamespace"), ProtocolOf(metadata), operations, [.. shapes.Values.OrderBy(s => s.Name, StringComparer.Ordinal)]);
    }

    private static Protocol ProtocolOf(XElement metadata)
    {
        var offered = metadata.Element("protocols")?.Elements().Select(p => p.Value).ToList() ?? [];
        if (offered.Contains("ec2")) return Protocol.Ec2Query;
        if (offered.Contains("json") && Text(metadata, "jsonVersion") == "1.1") return Protocol.Json;
        throw new FormatException($"None of the protocols is supported: {string.Join(", ", offered)}.");
    }

    private static Dictionary<string, Shape> Shapes(XElement elements)
    {
        var shapes = elements.Elements().ToDictionary(Name, e => new Shape(Name(e), TypeOf(e)), StringComparer.Ordinal);
        foreach (var element in elements.Elements())
        {
            var shape = shapes[Name(element)];
            shape.Values = [.. element.Element("enum")?.Elements().Select(v => v.Value) ?? []];
            shape.Min = Number(element, "min");
            shape.Max = Number(element, "max");
            shape.Pattern = Text(element, "pattern");
            shape.IsException = Text(element, "exception") == "true";
            shape.Element = Target(element.Element("member"), shapes);
            shape.ElementLocationName = element.Element("member") is { } member ? Text(member, "locationName") : null;
            var required = new HashSet<string>(element.Element("required")?.Elements().Select(r => r.Value) ?? [], StringComparer.Ordinal);
            foreach (var field in element.Element("members")?.Elements() ?? [])
            {
                shape.Members.Add(new Member(Name(field), shape, Target(field, shapes)!)
                {
                    IsRequired = required.Contains(Name(field)),
                    IsIdempotencyToken = Text(field, "idempotencyToken") == "true",
                    LocationName = Text(field, "locationName"),
                    QueryName = Text(field, "queryName"),
                });
            }
        }

        return shapes;
    }

    private static (Member, Member)? PageToken(Operation operation, XElement? pagination)
    {
        var input = operation.InputMembers.FirstOrDefault(m => IsToken(m, "input_token"));
        var output = operation.OutputMembers.FirstOrDefault(m => IsToken(m, "output_token"));
        return input is null || output is null ? null : (input, output);

        bool IsToken(Member member, string key) => pagination is null
            ? string.Equals(member.Name, "nextToken", StringComparison.OrdinalIgnoreCase)
            : member.Name == Text(pagination, key);
    }

    private static ShapeType TypeOf(XElement shape) => Text(shape, "type") switch
    {
        "structure" => ShapeType.Structure,
        "list" => ShapeType.List,
        "string" => ShapeType.String,
        "boolean" => ShapeType.Boolean,
        "integer" => ShapeType.Integer,
        "long" => ShapeType.Long,
        "timestamp" => ShapeType.Timestamp,
        var other => throw new FormatException($"Shape {Name(shape)} has a type that the generator doesn't know: {other}."),
    };

    private static Shape? Target(XElement? reference, Dictionary<string, Shape> shapes) => reference is null ? null : shapes[Text(reference, "shape")!];

    // A key that is no XML name stands in an attribute.
    private static string Name(XElement element) => element.Attribute("item")?.Value ?? element.Name.LocalName;

    private static string? Text(XElement element, string key) => element.Element(key)?.Value;

    private static long? Number(XElement element, string key) =>
        element.Element(key) is { } number ? long.Parse(number.Value, CultureInfo.InvariantCulture) : null;
}
