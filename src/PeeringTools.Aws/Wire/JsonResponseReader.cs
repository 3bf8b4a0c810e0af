using System.Buffers;
using System.Net;
using System.Text.Json;
using Amazon.Runtime;

namespace PeeringTools.Aws.Wire;

/// <summary>Reads JSON 1.1 responses.</summary>
internal sealed class JsonResponseReader<TResponse>(JsonRead<TResponse> read, MakeException makeException) : ResponseReader(makeException)
    where TResponse : AmazonWebServiceResponse, new()
{
    protected override AmazonWebServiceResponse Read(ResponseStream context)
    {
        using var body = JsonBody.Read(context.Stream, context.ResponseData.ContentLength);
        if (body.Bytes.IsEmpty) return new TResponse();
        var reader = new Utf8JsonReader(body.Bytes);
        reader.Read();
        return reader.TokenType == JsonTokenType.StartObject ? read(ref reader) : throw new JsonException("The response is no JSON object.");
    }

    protected override ServiceError ReadError(ResponseStream context, HttpStatusCode status, string? requestId)
    {
        using var body = JsonBody.Read(context.Stream, context.ResponseData.ContentLength);
        return ServiceError.FromJson(body.Bytes, status, requestId, context.ResponseData.GetHeaderValue(HeaderNames.ErrorType) is { Length: > 0 } type ? type : null);
    }
}

/// <summary>A whole body in a rented buffer, wiped on return: it may hold BGP keys.</summary>
internal ref struct JsonBody
{
    private byte[] _buffer;
    private int _length;

    public readonly ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    public static JsonBody Read(Stream stream, long contentLength)
    {
        // One byte more than announced, so that the end is seen without another buffer.
        var body = new JsonBody { _buffer = ArrayPool<byte>.Shared.Rent(contentLength is > 0 and < int.MaxValue ? (int)contentLength + 1 : 4096) };
        while (stream.Read(body._buffer, body._length, body._buffer.Length - body._length) is > 0 and var read)
        {
            body._length += read;
            if (body._length < body._buffer.Length) continue;
            var larger = ArrayPool<byte>.Shared.Rent(body._buffer.Length * 2);
            body.Bytes.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(body._buffer, clearArray: true);
            body._buffer = larger;
        }

        return body;
    }

    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
}
