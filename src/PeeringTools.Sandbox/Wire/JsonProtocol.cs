using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using PeeringTools.Sandbox.Codec;
using PeeringTools.Sandbox.DirectConnect;
using PeeringTools.Sandbox.GameLift;

namespace PeeringTools.Sandbox.Wire;

/// <summary>What differs between the services that speak JSON 1.1.</summary>
/// <param name="Operations">What answers.</param>
/// <param name="Read">The service's reader.</param>
/// <param name="Write">The service's writer.</param>
/// <param name="MessageMember">How the service spells <c>message</c> in an error.</param>
internal sealed record JsonService(
    Operations Operations, JsonService.Reader Read, Action<Utf8JsonWriter, string, AmazonWebServiceResponse> Write, string MessageMember)
{
    /// <summary>Reads a typed request; null where there is no such operation.</summary>
    public delegate AmazonWebServiceRequest? Reader(string operation, ReadOnlySpan<byte> body);

    /// <summary>By what stands before the dot in X-Amz-Target.</summary>
    public static readonly Dictionary<string, JsonService> ByTargetPrefix = new(StringComparer.Ordinal)
    {
        [DirectConnectService.TargetPrefix] = new(DirectConnectOperations.All, DirectConnectService.Read, DirectConnectService.Write, "message"),
        [GameLiftService.TargetPrefix] = new(GameLiftOperations.All, GameLiftService.Read, GameLiftService.Write, "Message"),
    };
}

/// <summary>JSON 1.1: an operation in a header, JSON both ways.</summary>
internal sealed class JsonProtocol(JsonService service, string operation, ReadOnlyMemory<byte> body) : IProtocol
{
    /// <inheritdoc/>
    public ServiceKind Service => service.Operations.Service;

    /// <inheritdoc/>
    public string ContentType => "application/x-amz-json-1.1";

    /// <inheritdoc/>
    public string? Operation => operation;

    /// <inheritdoc/>
    public bool IsDryRun => false;

    /// <inheritdoc/>
    public ServiceException UnknownOperation() => new("UnknownOperationException", $"The operation {operation} is not known.");

    /// <inheritdoc/>
    public ServiceException Unsigned() => new("MissingAuthenticationTokenException", "Missing Authentication Token", HttpStatusCode.Forbidden);

    /// <inheritdoc/>
    public AmazonWebServiceRequest ReadRequest() => service.Operations.Names.Contains(operation) && service.Read(operation, body.Span) is { } request ? request : throw UnknownOperation();

    /// <inheritdoc/>
    public AmazonWebServiceResponse Answer(Call call, AmazonWebServiceRequest request) => service.Operations.Answer(call, request);

    /// <inheritdoc/>
    public void WriteResponse(Stream to, AmazonWebServiceResponse response, string requestId)
    {
        using var writer = new Utf8JsonWriter(to);
        service.Write(writer, operation, response);
    }

    /// <inheritdoc/>
    public void WriteError(Stream to, ServiceException error, string requestId)
    {
        using var writer = new Utf8JsonWriter(to);
        writer.WriteStartObject();
        writer.WriteString("__type", error.Code);
        writer.WriteString(service.MessageMember, error.Message);
        writer.WriteEndObject();
    }
}
