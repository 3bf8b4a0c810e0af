using PeeringTools.Aws.Generator.Model;

namespace PeeringTools.Aws.Generator.Emit;

/// <summary>Writes EC2's query protocol in both directions for requests. A list is its name with .1, .2 ...; a structure's members follow its name and a dot.</summary>
internal static class QueryEmitter
{
    public static CodeWriter Writer(ServiceModel service)
    {
        var code = new CodeWriter(service.Namespace, "PeeringTools.Aws.Wire", service.ModelNamespace);
        code.Open($"internal static class {service.Name}RequestWriter");
        foreach (var operation in service.Operations)
            Write(code, operation.RequestClass, operation.InputMembers);
        foreach (var shape in service.RequestStructures)
            Write(code, shape.Name, shape.Members);
        code.Close();
        return code;
    }

    public static CodeWriter Reader(ServiceModel service)
    {
        var code = new CodeWriter("PeeringTools.Sandbox.Codec", service.ModelNamespace);
        code.Open($"internal static class {service.Name}RequestReader");
        foreach (var operation in service.Operations)
            Read(code, operation.RequestClass, operation.InputMembers);
        foreach (var shape in service.RequestStructures)
            Read(code, shape.Name, shape.Members);
        code.Close();
        return code;
    }

    private static void Write(CodeWriter code, string name, IReadOnlyList<Member> members)
    {
        code.Open($"public static void Write{name}(QueryWriter query, string prefix, {name} value)");
        foreach (var member in members)
        {
            var wire = member.QueryWireName;
            var property = "value." + member.PropertyName;
            code.Line(member.Shape switch
            {
                { Type: ShapeType.Structure } s => $"query.AddStructure(prefix, \"{wire}\", {property}, Write{s.Name});",
                { Type: ShapeType.List, Element: { Type: ShapeType.Structure } e } => $"query.AddList(prefix, \"{wire}\", {property}, Write{e.Name});",
                { Type: ShapeType.List } => $"query.AddList(prefix, \"{wire}\", {property});",
                _ when member.IsIdempotencyToken => $"query.Add(prefix, \"{wire}\", {property} ?? IdempotencyToken.New());",
                _ => $"query.Add(prefix, \"{wire}\", {property});",
            });
        }

        code.Close();
        code.Line();
    }

    private static void Read(CodeWriter code, string name, IReadOnlyList<Member> members)
    {
        code.Open($"public static {name} Read{name}(QueryNode node) => new()");
        foreach (var member in members)
        {
            var child = $"node.Child(\"{member.QueryWireName}\")";
            code.Line($"{member.PropertyName} = " + member.Shape switch
            {
                { Type: ShapeType.Structure } s => $"{child}?.Structure(Read{s.Name}),",
                { Type: ShapeType.List, Element: { Type: ShapeType.Structure } e } => $"{child}?.List(static item => item.Structure(Read{e.Name})),",
                { Type: ShapeType.List, Element: { } e } => $"{child}?.List(static item => item.{Scalar(e)}()),",
                var s => $"{child}?.{Scalar(s)}(),",
            });
        }

        code.Close("};");
        code.Line();
    }

    private static string Scalar(Shape shape) => shape.Type switch
    {
        ShapeType.String => "String",
        ShapeType.Boolean => "Boolean",
        ShapeType.Integer => "Int32",
        ShapeType.Long => "Int64",
        ShapeType.Timestamp => "Timestamp",
        _ => throw new FormatException($"{shape.Name} is a list inside a list."),
    };
}
