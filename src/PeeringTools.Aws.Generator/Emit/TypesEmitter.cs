using PeeringTools.Aws.Generator.Model;

namespace PeeringTools.Aws.Generator.Emit;

/// <summary>Writes the classes that carry values: requests, responses, the structures inside them, modelled exceptions, constants of enums.</summary>
internal static class TypesEmitter
{
    public static CodeWriter Structures(ServiceModel service)
    {
        var code = new CodeWriter(service.ModelNamespace, "System", "System.Collections.Generic");
        foreach (var shape in service.NestedStructures)
        {
            code.Summary($"{service.ServiceId} {shape.Name}.");
            Class(code, service, shape.Name, null, shape.Members);
        }

        return code;
    }

    public static CodeWriter Requests(ServiceModel service)
    {
        var code = new CodeWriter(service.ModelNamespace, "System", "System.Collections.Generic", "Amazon.Runtime");
        code.Summary($"A request to {service.ServiceId}.");
        code.Open($"public abstract class {service.RequestBase} : AmazonWebServiceRequest");
        code.Line($"internal {service.RequestBase} Copy() => ({service.RequestBase})MemberwiseClone();");
        code.Close();
        code.Line();
        foreach (var operation in service.Operations)
        {
            code.Summary($"Input of {service.ServiceId} {operation.Name}.");
            Class(code, service, operation.RequestClass, service.RequestBase, operation.InputMembers);
        }

        return code;
    }

    public static CodeWriter Responses(ServiceModel service)
    {
        var code = new CodeWriter(service.ModelNamespace, "System", "System.Collections.Generic", "Amazon.Runtime");
        foreach (var operation in service.Operations)
        {
            code.Summary($"Output of {service.ServiceId} {operation.Name}.");
            Class(code, service, operation.ResponseClass, "AmazonWebServiceResponse", operation.OutputMembers);
        }

        return code;
    }

    /// <summary>Some operations answer with a structure that others nest; these turn one into the other.</summary>
    public static CodeWriter? FlattenedResponses(ServiceModel service)
    {
        var nested = new HashSet<Shape>(service.NestedStructures);
        var flattened = service.Operations.Where(o => o.Output is { } output && nested.Contains(output)).ToList();
        if (flattened.Count == 0) return null;
        var code = new CodeWriter(service.ModelNamespace);
        code.Summary("Operations that answer with a structure which others nest: its members stand on the response itself. These turn one into the other.");
        code.Open("public static class FlattenedResponses");
        foreach (var operation in flattened)
        {
            var shape = operation.Output!.Name;
            code.Doc($"<summary>The <see cref=\"{shape}\"/> that {operation.Name} answered.</summary>");
            code.Open($"public static {shape} To{shape}(this {operation.ResponseClass} response) => new()");
            foreach (var member in operation.OutputMembers) code.Line($"{member.PropertyName} = response.{member.PropertyName},");
            code.Close("};");
            code.Line();
            code.Doc($"<summary>The answer of {operation.Name} that carries this <see cref=\"{shape}\"/>.</summary>");
            code.Open($"public static {operation.ResponseClass} To{operation.ResponseClass}(this {shape} value) => new()");
            foreach (var member in operation.OutputMembers) code.Line($"{member.PropertyName} = value.{member.PropertyName},");
            code.Close("};");
            code.Line();
        }

        code.Close();
        return code;
    }

    public static CodeWriter Enums(ServiceModel service)
    {
        var code = new CodeWriter(service.Namespace);
        foreach (var shape in service.Enums)
        {
            code.Summary($"Values of {service.ServiceId} {shape.Name} that were known when the model was written. A service may send others.");
            code.Open($"public static class {shape.Name}");
            foreach (var (constant, value) in Naming.Constants(shape))
            {
                code.Doc($"<summary><c>{CodeWriter.Escape(value)}</c></summary>");
                code.Line($"public const string {constant} = {CodeWriter.Literal(value)};");
            }

            code.Close();
            code.Line();
        }

        return code;
    }

    public static CodeWriter Exceptions(ServiceModel service)
    {
        var code = new CodeWriter(service.Namespace, "System", "System.Net", "Amazon.Runtime", "PeeringTools.Aws.Wire");
        code.Summary($"{service.ServiceId} refused a request or failed; ErrorCode, StatusCode and RequestId say how.");
        code.Open($"public class {service.Exception} : AmazonServiceException");
        ExceptionConstructors(code, service.Exception, "error.Message, inner, error.Type, error.Code, error.RequestId, status");
        code.Line();
        code.Open("internal static AmazonServiceException From(ServiceError error, Exception inner, HttpStatusCode status) => error.Code switch");
        foreach (var shape in service.Exceptions)
            code.Line($"{CodeWriter.Literal(shape.Name)} => new Model.{shape.Name}(error, inner, status),");
        code.Line($"_ => new {service.Exception}(error, inner, status),");
        code.Close("};");
        code.Close();
        return code;
    }

    public static CodeWriter? ModelledExceptions(ServiceModel service)
    {
        if (!service.Exceptions.Any()) return null;
        var code = new CodeWriter(service.ModelNamespace, "System", "System.Net", "Amazon.Runtime", "PeeringTools.Aws.Wire");
        foreach (var shape in service.Exceptions)
        {
            code.Summary($"{service.ServiceId} answered {shape.Name}.");
            code.Open($"public sealed class {shape.Name} : {service.Exception}");
            ExceptionConstructors(code, shape.Name, "error, inner, status");
            code.Close();
            code.Line();
        }

        return code;
    }

    private static void ExceptionConstructors(CodeWriter code, string name, string baseArguments)
    {
        code.Summary("An error that never was on the wire.");
        code.Open($"public {name}(string message, Exception? innerException = null) : base(message, innerException)");
        code.Close();
        code.Line();
        code.Line($"internal {name}(ServiceError error, Exception inner, HttpStatusCode status)");
        code.Open($"    : base({baseArguments})");
        code.Close();
    }

    private static void Class(CodeWriter code, ServiceModel service, string name, string? baseName, IReadOnlyList<Member> members)
    {
        code.Open($"public sealed class {name}{(baseName is null ? "" : " : " + baseName)}");
        foreach (var member in members)
        {
            code.Doc(Docs.Member(service, name, member));
            code.Line($"public {Naming.Type(member.Shape)}? {member.PropertyName} {{ get; set; }}");
            code.Line();
        }

        code.Close();
        code.Line();
    }
}
