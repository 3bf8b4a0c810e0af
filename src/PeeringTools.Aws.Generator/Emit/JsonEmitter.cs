using PeeringTools.Aws.Generator.Model;

namespace PeeringTools.Aws.Generator.Emit;

/// <summary>Writes JSON 1.1 in both directions. The same shape of code serves the client (writes requests, reads responses) and the service (the other way round).</summary>
internal static class JsonEmitter
{
    public static CodeWriter Writer(ServiceModel service, string fileNamespace, string className, IEnumerable<(string Name, IReadOnlyList<Member> Members)> roots, IReadOnlyList<Shape> nested)
    {
        var code = new CodeWriter(fileNamespace, "System.Text.Json", "PeeringTools.Aws.Wire", service.ModelNamespace);
        code.Open($"internal static class {className}");
        foreach (var (name, members) in roots) Write(code, name, members);
        foreach (var shape in nested) Write(code, shape.Name, shape.Members);
        code.Close();
        return code;
    }

    public static CodeWriter Reader(ServiceModel service, string fileNamespace, string className, IEnumerable<(string Name, IReadOnlyList<Member> Members)> roots, IReadOnlyList<Shape> nested)
    {
        var code = new CodeWriter(fileNamespace, "System.Text.Json", "PeeringTools.Aws.Wire", service.ModelNamespace);
        code.Open($"internal static class {className}");
        foreach (var (name, members) in roots) Read(code, name, members);
        foreach (var shape in nested) Read(code, shape.Name, shape.Members);
        code.Close();
        return code;
    }

    private static void Write(CodeWriter code, string name, IReadOnlyList<Member> members)
    {
        code.Open($"public static void Write{name}(Utf8JsonWriter writer, {name} value)");
        code.Line("writer.WriteStartObject();");
        foreach (var member in members)
        {
            var property = "value." + member.PropertyName;
            var wire = $"\"{member.WireName}\"u8";
            code.Line(member.Shape switch
            {
                { Type: ShapeType.Structure } s => $"JsonOutput.Structure(writer, {wire}, {property}, Write{s.Name});",
                { Type: ShapeType.List, Element: { Type: ShapeType.Structure } e } => $"JsonOutput.List(writer, {wire}, {property}, Write{e.Name});",
                { Type: ShapeType.List } => $"JsonOutput.List(writer, {wire}, {property});",
                _ when member.IsIdempotencyToken => $"JsonOutput.Value(writer, {wire}, {property} ?? IdempotencyToken.New());",
                _ => $"JsonOutput.Value(writer, {wire}, {property});",
            });
        }

        code.Line("writer.WriteEndObject();");
        code.Close();
        code.Line();
    }

    private static void Read(CodeWriter code, string name, IReadOnlyList<Member> members)
    {
        code.Open($"public static {name} Read{name}(ref Utf8JsonReader reader)");
        code.Line($"var value = new {name}();");
        code.Open("while (JsonValue.NextMember(ref reader))");
        foreach (var member in members)
            code.Line($"if (reader.ValueTextEquals(\"{member.WireName}\"u8)) {{ value.{member.PropertyName} = {ReadMember(member)}; continue; }}");
        code.Line("JsonValue.SkipMember(ref reader);");
        code.Close();
        code.Line();
        code.Line("return value;");
        code.Close();
        code.Line();
    }

    private static string ReadMember(Member member) => member.Shape switch
    {
        { Type: ShapeType.Structure } s => $"JsonValue.Structure(ref reader, Read{s.Name})",
        { Type: ShapeType.List, Element: { Type: ShapeType.Structure } e } => $"JsonValue.List(ref reader, Read{e.Name})",
        { Type: ShapeType.List, Element: { Type: ShapeType.String } } => "JsonValue.Strings(ref reader)",
        { Type: ShapeType.String } => "JsonValue.String(ref reader)",
        { Type: ShapeType.Boolean } => "JsonValue.Boolean(ref reader)",
        { Type: ShapeType.Integer } => "JsonValue.Int32(ref reader)",
        { Type: ShapeType.Long } => "JsonValue.Int64(ref reader)",
        { Type: ShapeType.Timestamp } => "JsonValue.Timestamp(ref reader)",
        var s => throw new FormatException($"{s.Name} is a list of something the generator doesn't know."),
    };
}
