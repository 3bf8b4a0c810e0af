using PeeringTools.Aws.Generator.Model;

namespace PeeringTools.Aws.Generator.Emit;

/// <summary>Writes a service's client, its interface and its configuration.</summary>
internal static class ClientEmitter
{
    public static CodeWriter Client(ServiceModel service)
    {
        var code = new CodeWriter(service.Namespace,
            "System", "System.Collections.Generic", "System.Net", "System.Threading", "System.Threading.Tasks",
            "Amazon.Runtime", "PeeringTools.Aws.Wire", service.ModelNamespace);
        Interface(code, service);

        code.Summary($"Client of {service.ServiceId}, API version {service.Version}. Thread-safe; make one per Region and credentials.");
        code.Open($"public sealed class {service.Client} : AwsClient, {service.Interface}");
        code.Summary("Credentials come from the SDK's default chain.");
        code.Open($"public {service.Client}({service.Config} config) : base(config)");
        code.Close();
        code.Line();
        code.Summary("Credentials are given.");
        code.Open($"public {service.Client}(AWSCredentials credentials, {service.Config} config) : base(credentials, config)");
        code.Close();
        code.Line();
        code.Line("private protected override AmazonServiceException ToException(ServiceError error, Exception inner, HttpStatusCode status) =>");
        code.Line($"    {service.Exception}.From(error, inner, status);");
        code.Line();
        foreach (var operation in service.Operations)
        {
            code.Doc("<inheritdoc/>");
            code.Line($"public {Signature(operation)} =>");
            code.Line($"    {Invoke(service, operation)};");
            code.Line();
            if (operation.PageToken is not { } token) continue;
            code.Doc("<inheritdoc/>");
            code.Line($"public {PagesSignature(operation)} =>");
            code.Line($"    Pages.ReadAsync(\"{operation.Name}\", ({operation.RequestClass})NotNull(request).Copy(), {operation.Name}Async,");
            code.Line($"        static r => r.{token.Input.PropertyName}, static (r, token) => r.{token.Input.PropertyName} = token, static r => r.{token.Output.PropertyName}, cancellationToken);");
            code.Line();
        }

        code.Close();
        return code;
    }

    public static CodeWriter Config(ServiceModel service)
    {
        var code = new CodeWriter(service.Namespace);
        code.Summary($"How a {service.Client} reaches {service.ServiceId}. Endpoint settings name it {service.ServiceId}.");
        code.Open($"public sealed class {service.Config} : AwsClientConfig");
        code.Summary("Defaults of the SDK's standard mode.");
        code.Open($"public {service.Config}() : base({CodeWriter.Literal(service.ServiceId)}, \"{service.EndpointPrefix}\", \"{service.Version}\")");
        code.Close();
        code.Close();
        return code;
    }

    public static CodeWriter Operations(ServiceModel service)
    {
        var code = new CodeWriter(service.Namespace, "System.Collections.Generic");
        code.Summary($"The operations of {service.ServiceId} that the client knows, and what repeating each does.");
        code.Open($"internal static class {service.Name}Operations");
        code.Open("public static IReadOnlyList<string> Names { get; } =", "[");
        foreach (var operation in service.Operations) code.Line($"\"{operation.Name}\",");
        code.Close("];");
        code.Line();
        code.Doc("<exception cref=\"KeyNotFoundException\">There is no such operation.</exception>");
        code.Open("public static OperationKind KindOf(string operation) => operation switch");
        foreach (var kind in service.Operations.GroupBy(o => o.Kind))
        {
            var names = kind.Select(o => $"\"{o.Name}\"").ToList();
            for (var i = 0; i < names.Count; i++) code.Line((i == 0 ? "" : "    or ") + names[i] + (i == names.Count - 1 ? $" => OperationKind.{kind.Key}," : ""));
        }

        code.Line("_ => throw new KeyNotFoundException(operation),");
        code.Close("};");
        code.Close();
        return code;
    }

    private static void Interface(CodeWriter code, ServiceModel service)
    {
        code.Summary($"{service.ServiceId}, API version {service.Version}.");
        code.Open($"public interface {service.Interface} : IDisposable");
        foreach (var operation in service.Operations)
        {
            code.Doc($"<summary>{service.ServiceId} {operation.Name}; {KindText(operation)}.</summary>");
            code.Doc($"<exception cref=\"{service.Exception}\">The service refused the request or failed.</exception>");
            if (operation.Kind == "Create")
                code.Doc("<exception cref=\"LostAnswerException\">The request went out but no answer came: look for what it may have made.</exception>");
            code.Line($"{Signature(operation)};");
            code.Line();
            if (operation.PageToken is null) continue;
            code.Doc($"<summary>{service.ServiceId} {operation.Name}, page after page. The request is copied first, so it can be used again.</summary>");
            code.Doc("<exception cref=\"PageTokenLoopException\">The service gave the token it was asked with.</exception>");
            code.Line($"{PagesSignature(operation)};");
            code.Line();
        }

        code.Close();
        code.Line();
    }

    private static string KindText(Operation operation) => operation.Kind switch
    {
        "Read" => "changes nothing",
        "Create" => "never sent again when its answer is lost",
        _ => "may be repeated",
    };

    private static string Signature(Operation operation) =>
        $"Task<{operation.ResponseClass}> {operation.Name}Async({operation.RequestClass} request, CancellationToken cancellationToken = default)";

    private static string PagesSignature(Operation operation) =>
        $"IAsyncEnumerable<{operation.ResponseClass}> {operation.Name}PagesAsync({operation.RequestClass} request, CancellationToken cancellationToken = default)";

    private static string Invoke(ServiceModel service, Operation operation)
    {
        var kind = operation.DryRun is { } dryRun && operation.Kind != "Read"
            ? $"NotNull(request).{dryRun.PropertyName} is true ? OperationKind.Read : OperationKind.{operation.Kind}"
            : $"OperationKind.{operation.Kind}";
        var method = service.Protocol == Protocol.Ec2Query ? "QueryAsync" : "JsonAsync";
        var target = service.Protocol == Protocol.Ec2Query ? "" : $"\"{service.TargetPrefix}.{operation.Name}\", ";
        return $"{method}(request, \"{operation.Name}\", {target}{kind}, " +
            $"{service.Name}RequestWriter.Write{operation.RequestClass}, {service.Name}ResponseReader.Read{operation.ResponseClass}, cancellationToken)";
    }
}
