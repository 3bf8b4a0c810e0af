using PeeringTools.Aws.Generator.Model;

namespace PeeringTools.Aws.Generator.Emit;

/// <summary>Writes EC2's XML responses in both directions: readers straight over XmlReader for the client, writers over XmlWriter for the service.</summary>
internal static class XmlEmitter
{
    public static CodeWriter Reader(ServiceModel service)
    {
        var code = new CodeWriter(service.Namespace, "System.Xml", "PeeringTools.Aws.Wire", service.ModelNamespace);
        code.Open($"internal static class {service.Name}ResponseReader");
        foreach (var operation in service.Operations)
            Read(code, operation.ResponseClass, operation.OutputMembers, isResponse: true);
        foreach (var shape in service.ResponseStructures)
            Read(code, shape.Name, shape.Members, isResponse: false);
        code.Close();
        return code;
    }

    public static CodeWriter Writer(ServiceModel service)
    {
        var code = new CodeWriter("PeeringTools.Sandbox.Codec", "System.Xml", service.ModelNamespace);
        code.Open($"internal static class {service.Name}ResponseWriter");
        foreach (var operation in service.Operations)
            Write(code, operation.ResponseClass, operation.OutputMembers);
        foreach (var shape in service.ResponseStructures)
            Write(code, shape.Name, shape.Members);
        code.Close();
        return code;
    }

    private static void Read(CodeWriter code, string name, IReadOnlyList<Member> members, bool isResponse)
    {
        code.Open($"public static {name} Read{name}(XmlReader reader)");
        code.Line($"var value = new {name}();");
        code.Line("if (!XmlValue.Enter(reader)) return value;");
        code.Open("while (XmlValue.NextMember(reader))");
        code.Open("switch (reader.LocalName)");
        foreach (var member in members)
            code.Line($"case \"{member.WireName}\": value.{member.PropertyName} = {ReadMember(member)}; break;");
        if (isResponse) code.Line("case \"requestId\": value.ResponseMetadata = XmlValue.Metadata(reader); break;");
        code.Line("default: reader.Skip(); break;");
        code.Close();
        code.Close();
        code.Line();
        code.Line("return value;");
        code.Close();
        code.Line();
    }

    private static string ReadMember(Member member) => member.Shape switch
    {
        { Type: ShapeType.Structure } s => $"Read{s.Name}(reader)",
        { Type: ShapeType.List, Element: { Type: ShapeType.Structure } e } s => $"XmlValue.List(reader, \"{ElementName(s)}\", Read{e.Name})",
        { Type: ShapeType.List, Element: { } e } s => $"XmlValue.List(reader, \"{ElementName(s)}\", XmlValue.{Scalar(e)})",
        var s => $"XmlValue.{Scalar(s)}(reader)",
    };

    private static void Write(CodeWriter code, string name, IReadOnlyList<Member> members)
    {
        code.Open($"public static void Write{name}(XmlWriter writer, {name} value)");
        foreach (var member in members)
        {
            var property = "value." + member.PropertyName;
            code.Line(member.Shape switch
            {
                { Type: ShapeType.Structure } s => $"XmlOutput.Structure(writer, \"{member.WireName}\", {property}, Write{s.Name});",
                { Type: ShapeType.List, Element: { Type: ShapeType.Structure } e } s =>
                    $"XmlOutput.List(writer, \"{member.WireName}\", \"{ElementName(s)}\", {property}, Write{e.Name});",
                { Type: ShapeType.List } s => $"XmlOutput.List(writer, \"{member.WireName}\", \"{ElementName(s)}\", {property});",
                _ => $"XmlOutput.Value(writer, \"{member.WireName}\", {property});",
            });
        }

        code.Close();
        code.Line();
    }

    private static string ElementName(Shape list) => list.ElementLocationName ?? "member";

    private static string Scalar(Shape shape) => shape.Type switch
    {
        ShapeType.String => shape.IsEnum ? "Enum" : "String",
        ShapeType.Boolean => "Boolean",
        ShapeType.Integer => "Int32",
        ShapeType.Long => "Int64",
        ShapeType.Timestamp => "Timestamp",
        _ => throw new FormatException($"{shape.Name} is a list inside a list."),
    };
}
