using System.Buffers;
using System.Formats.Cbor;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PeeringTools.Sandbox.Codec;
using PeeringTools.Sandbox.Wire;

namespace PeeringTools.Host.Sandbox;

/// <summary>
/// GameLift's newer protocol, smithy-rpc-v2-cbor: the operation in the path, CBOR both ways (Smithy 2.0, "Smithy RPC v2 CBOR protocol"). It is turned into JSON 1.1 and back, so there
/// is one way to be answered.
/// </summary>
internal static class CborFront
{
    /// <summary>The header that names the protocol.</summary>
    public const string ProtocolHeader = "smithy-protocol";

    /// <summary>The protocol's name.</summary>
    public const string Protocol = "rpc-v2-cbor";

    private const string ContentType = "application/cbor";

    /// <summary>The operation of a request in this protocol, null for others.</summary>
    public static string? OperationOf(HttpRequest request) =>
        request.Headers[ProtocolHeader] == Protocol && request.Path.Value?.Trim('/').Split('/') is ["service", GameLiftService.TargetPrefix, "operation", var operation] ? operation : null;

    /// <summary>Answers a request in this protocol.</summary>
    public static async Task<WireResponse> AnswerAsync(string operation, WireRequest request, Front front, CancellationToken cancellation)
    {
        ReadOnlyMemory<byte> json;
        try
        {
            json = ToJson(request.Body);
        }
        catch (Exception problem) when (problem is CborContentException or InvalidOperationException)
        {
            return new WireResponse(400, ContentType, ToCbor("{\"__type\":\"SerializationException\",\"message\":\"The body isn't CBOR.\"}"u8.ToArray(), []), Guid.NewGuid().ToString("D"));
        }
        var answer = await front.AnswerAsync(request with { Target = $"{GameLiftService.TargetPrefix}.{operation}", Body = json }, cancellation);
        return answer.IsDropped ? answer : answer with { ContentType = ContentType, Body = ToCbor(answer.Body, GameLiftService.ResponseTimestamps(operation)) };
    }

    private static ReadOnlyMemory<byte> ToJson(ReadOnlyMemory<byte> cbor)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json);
        if (cbor.IsEmpty)
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }
        else
        {
            CopyToJson(new CborReader(cbor, CborConformanceMode.Lax), writer);
        }
        writer.Flush();
        return json.WrittenMemory;
    }

    private static void CopyToJson(CborReader from, Utf8JsonWriter to)
    {
        switch (from.PeekState())
        {
            case CborReaderState.StartMap:
                from.ReadStartMap();
                to.WriteStartObject();
                while (from.PeekState() != CborReaderState.EndMap)
                {
                    to.WritePropertyName(from.ReadTextString());
                    CopyToJson(from, to);
                }
                from.ReadEndMap();
                to.WriteEndObject();
                break;
            case CborReaderState.StartArray:
                from.ReadStartArray();
                to.WriteStartArray();
                while (from.PeekState() != CborReaderState.EndArray)
                    CopyToJson(from, to);
                from.ReadEndArray();
                to.WriteEndArray();
                break;
            case CborReaderState.Tag:
                from.ReadTag();
                CopyToJson(from, to);
                break;
            case CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger:
                to.WriteNumberValue(from.ReadInt64());
                break;
            case CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat:
                to.WriteNumberValue(from.ReadDouble());
                break;
            case CborReaderState.Boolean:
                to.WriteBooleanValue(from.ReadBoolean());
                break;
            case CborReaderState.Null:
                from.ReadNull();
                to.WriteNullValue();
                break;
            default:
                to.WriteStringValue(from.ReadTextString());
                break;
        }
    }

    private static ReadOnlyMemory<byte> ToCbor(ReadOnlyMemory<byte> json, IReadOnlyList<string> timestamps)
    {
        var writer = new CborWriter();
        using var document = JsonDocument.Parse(json.IsEmpty ? "{}"u8.ToArray() : json);
        CopyToCbor(document.RootElement, "", timestamps, writer);
        return writer.Encode();
    }

    private static void CopyToCbor(JsonElement from, string path, IReadOnlyList<string> timestamps, CborWriter to)
    {
        switch (from.ValueKind)
        {
            case JsonValueKind.Object:
                to.WriteStartMap(null);
                foreach (var member in from.EnumerateObject())
                {
                    to.WriteTextString(member.Name);
                    CopyToCbor(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}", timestamps, to);
                }
                to.WriteEndMap();
                break;
            case JsonValueKind.Array:
                to.WriteStartArray(null);
                foreach (var element in from.EnumerateArray())
                    CopyToCbor(element, path, timestamps, to);
                to.WriteEndArray();
                break;
            case JsonValueKind.Number when timestamps.Contains(path):
                to.WriteTag(CborTag.UnixTimeSeconds);
                to.WriteDouble(from.GetDouble());
                break;
            case JsonValueKind.Number:
                if (from.TryGetInt64(out var integer))
                    to.WriteInt64(integer);
                else
                    to.WriteDouble(from.GetDouble());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                to.WriteBoolean(from.GetBoolean());
                break;
            case JsonValueKind.Null:
                to.WriteNull();
                break;
            default:
                to.WriteTextString(from.GetString()!);
                break;
        }
    }
}
