using System.Globalization;
using System.Text;
using System.Text.Json;
using PeeringTools.Aws.Wire;

namespace PeeringTools.Sandbox.Codec;

/// <summary>Reads a JSON 1.1 request body.</summary>
internal static class JsonInput
{
    /// <exception cref="MalformedRequestException">The body is no JSON object or a value has the wrong type.</exception>
    public static T Request<T>(ReadOnlySpan<byte> body, JsonRead<T> read)
        where T : new()
    {
        if (body.IsEmpty) return new T();
        var reader = new Utf8JsonReader(body);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) throw new MalformedRequestException("The body", null, "a JSON object");
            return read(ref reader);
        }
        catch (UnexpectedValueException problem)
        {
            var (member, value) = At(body, problem.Position);
            throw new MalformedRequestException(member, value, problem.Expected);
        }
        catch (JsonException)
        {
            throw new MalformedRequestException("The body", null, "a JSON object");
        }
    }

    /// <summary>The member at a place, as a path with indices, and its value where it is a scalar.</summary>
    private static (string Member, string? Value) At(ReadOnlySpan<byte> body, long position)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        var path = new List<string>();
        Find(ref reader, position, path);
        var value = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? null : Encoding.UTF8.GetString(reader.ValueSpan);
        return (string.Concat(path).TrimStart('.'), value);
    }

    /// <summary>Starts on a value's first token; leaves the way to the place in the path where it is inside.</summary>
    private static bool Find(ref Utf8JsonReader reader, long position, List<string> path)
    {
        if (reader.TokenStartIndex == position) return true;
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return false;
        var end = reader.TokenType == JsonTokenType.StartObject ? JsonTokenType.EndObject : JsonTokenType.EndArray;
        for (var i = 0; reader.Read() && reader.TokenType != end; i++)
        {
            path.Add(end == JsonTokenType.EndObject ? "." + reader.GetString() : string.Create(CultureInfo.InvariantCulture, $"[{i}]"));
            if (end == JsonTokenType.EndObject) reader.Read();
            if (Find(ref reader, position, path)) return true;
            path.RemoveAt(path.Count - 1);
        }

        return false;
    }
}
