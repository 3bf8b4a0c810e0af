using PeeringTools.Aws.Generator.Model;

namespace PeeringTools.Aws.Generator.Emit;

/// <summary>Writes the door to a service's codec: one call reads any request, one writes any response.</summary>
internal static class ServiceEmitter
{
    public static CodeWriter Service(ServiceModel service)
    {
        var code = new CodeWriter(ServiceSide.Namespace,
            "System", "System.Collections.Generic", "System.Text.Json", "System.Xml", "Amazon.Runtime", "PeeringTools.Aws",
            "PeeringTools.Aws.Wire", service.Namespace, service.ModelNamespace);
        code.Summary($"The service side of {service.ServiceId}'s wire format.");
        code.Open($"internal static class {service.Name}Service");
        code.Summary("The API's version.");
        code.Line($"public const string Version = \"{service.Version}\";");
        code.Line();
        code.Summary("The service's name in a signature's credential scope.");
        code.Line($"public const string SigningName = \"{service.EndpointPrefix}\";");
        code.Line();
        code.Summary("Every operation that can be read and written.");
        code.Line($"public static IReadOnlyList<string> Operations => {service.Name}Operations.Names;");
        code.Line();
        code.Summary("Whether repeating the operation changes anything.");
        code.Line($"public static OperationKind KindOf(string operation) => {service.Name}Operations.KindOf(operation);");
        code.Line();
        if (service.Protocol == Protocol.Ec2Query) Query(code, service);
        else Json(code, service);
        code.Close();
        return code;
    }

    private static void Query(CodeWriter code, ServiceModel service)
    {
        code.Summary("The typed request in a form body; null where there is no such operation.");
        code.Doc("<exception cref=\"MalformedRequestException\">A value has the wrong type.</exception>");
        code.Open("public static AmazonWebServiceRequest? Read(string operation, QueryForm form) => operation switch");
        foreach (var operation in service.Operations)
            code.Line($"\"{operation.Name}\" => {service.Name}RequestReader.Read{operation.RequestClass}(form.Root),");
        code.Line("_ => null,");
        code.Close("};");
        code.Line();
        code.Summary("Writes a whole response document. An operation without output answers with return = true.");
        code.Open("public static void Write(XmlWriter writer, string operation, AmazonWebServiceResponse response, string requestId)");
        code.Line($"XmlOutput.StartResponse(writer, operation, \"{service.XmlNamespace}/\", requestId);");
        code.Open("switch (operation)");
        foreach (var operation in service.Operations.Where(o => o.OutputMembers.Count > 0))
            code.Line($"case \"{operation.Name}\": {service.Name}ResponseWriter.Write{operation.ResponseClass}(writer, ({operation.ResponseClass})response); break;");
        code.Line("default: XmlOutput.Value(writer, \"return\", true); break;");
        code.Close();
        code.Line();
        code.Line("writer.WriteEndElement();");
        code.Close();
        code.Line();
    }

    private static void Json(CodeWriter code, ServiceModel service)
    {
        code.Summary("What stands before the dot in X-Amz-Target.");
        code.Line($"public const string TargetPrefix = \"{service.TargetPrefix}\";");
        code.Line();
        code.Summary("The typed request in a JSON body (an empty body is an empty request); null where there is no such operation.");
        code.Doc("<exception cref=\"MalformedRequestException\">The body is no JSON object or a value has the wrong type.</exception>");
        code.Open("public static AmazonWebServiceRequest? Read(string operation, ReadOnlySpan<byte> body) => operation switch");
        foreach (var operation in service.Operations)
            code.Line($"\"{operation.Name}\" => JsonInput.Request(body, {service.Name}RequestReader.Read{operation.RequestClass}),");
        code.Line("_ => null,");
        code.Close("};");
        code.Line();
        code.Summary("Writes a response body.");
        code.Open("public static void Write(Utf8JsonWriter writer, string operation, AmazonWebServiceResponse response)");
        code.Open("switch (operation)");
        foreach (var operation in service.Operations)
            code.Line($"case \"{operation.Name}\": {service.Name}ResponseWriter.Write{operation.ResponseClass}(writer, ({operation.ResponseClass})response); break;");
        code.Line("default: throw new KeyNotFoundException(operation);");
        code.Close();
        code.Close();
        code.Line();
        Timestamps(code, "RequestTimestamps", "request", service.Operations.Select(o => (o.Name, o.InputMembers)));
        Timestamps(code, "ResponseTimestamps", "response", service.Operations.Select(o => (o.Name, o.OutputMembers)));
    }

    private static void Timestamps(CodeWriter code, string method, string side, IEnumerable<(string Operation, IReadOnlyList<Member> Members)> operations)
    {
        code.Summary($"The {side}'s members that are points in time, as paths of wire names joined by dots (a list adds nothing to a path): other encodings mark them.");
        code.Open($"public static IReadOnlyList<string> {method}(string operation) => operation switch");
        foreach (var (operation, members) in operations)
        {
            var paths = Paths(members, "", []).ToList();
            if (paths.Count > 0) code.Line($"\"{operation}\" => [{string.Join(", ", paths.Select(CodeWriter.Literal))}],");
        }

        code.Line("_ => [],");
        code.Close("};");
        code.Line();
    }

    private static IEnumerable<string> Paths(IReadOnlyList<Member> members, string prefix, IReadOnlyList<Shape> within)
    {
        foreach (var member in members)
        {
            var shape = member.Shape.Element ?? member.Shape;
            if (shape.Type == ShapeType.Timestamp) yield return prefix + member.WireName;
            if (shape.Type != ShapeType.Structure || within.Contains(shape)) continue;
            foreach (var path in Paths(shape.Members, prefix + member.WireName + ".", [.. within, shape])) yield return path;
        }
    }
}
