using System.Text.Json;

namespace PeeringTools.Aws.Wire;

/// <summary>Reads a structure. It starts on the object's opening brace and ends on its closing brace.</summary>
internal delegate T JsonRead<out T>(ref Utf8JsonReader reader);

/// <summary>Reads values of a JSON body. Every method starts on the member's name, as <see cref="NextMember"/> leaves it, and ends on the value's last token.</summary>
internal static class JsonValue
{
    /// <summary>Moves to the next member's name; false on the object's closing brace.</summary>
    public static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    public static void SkipMember(ref Utf8JsonReader reader) => reader.Skip();

    public static string? String(ref Utf8JsonReader reader) => Next(ref reader, JsonTokenType.String) ? reader.GetString() : null;

    public static bool? Boolean(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Null => null,
            _ => throw Unexpected(ref reader, "true or false"),
        };
    }

    public static int? Int32(ref Utf8JsonReader reader) =>
        !Next(ref reader, JsonTokenType.Number) ? null : reader.TryGetInt32(out var value) ? value : throw Unexpected(ref reader, "a 32-bit integer");

    public static long? Int64(ref Utf8JsonReader reader) =>
        !Next(ref reader, JsonTokenType.Number) ? null : reader.TryGetInt64(out var value) ? value : throw Unexpected(ref reader, "a 64-bit integer");

    public static DateTime? Timestamp(ref Utf8JsonReader reader)
    {
        if (!Next(ref reader, JsonTokenType.Number)) return null;
        try
        {
            return WireTime.FromEpochSeconds(reader.GetDecimal());
        }
        catch (Exception problem) when (problem is ArgumentOutOfRangeException or OverflowException or FormatException)
        {
            throw Unexpected(ref reader, "seconds since 1970");
        }
    }

    public static T? Structure<T>(ref Utf8JsonReader reader, JsonRead<T> read)
        where T : class => Next(ref reader, JsonTokenType.StartObject) ? read(ref reader) : null;

    public static List<T>? List<T>(ref Utf8JsonReader reader, JsonRead<T> read)
        where T : class
    {
        if (!Next(ref reader, JsonTokenType.StartArray)) return null;
        var list = new List<T>();
        while (NextElement(ref reader, JsonTokenType.StartObject)) list.Add(read(ref reader));
        return list;
    }

    public static List<string>? Strings(ref Utf8JsonReader reader)
    {
        if (!Next(ref reader, JsonTokenType.StartArray)) return null;
        var list = new List<string>();
        while (NextElement(ref reader, JsonTokenType.String)) list.Add(reader.GetString()!);
        return list;
    }

    /// <summary>Moves to the next element that isn't null; false at the array's end.</summary>
    private static bool NextElement(ref Utf8JsonReader reader, JsonTokenType expected)
    {
        do reader.Read();
        while (reader.TokenType == JsonTokenType.Null);
        if (reader.TokenType == JsonTokenType.EndArray) return false;
        return reader.TokenType == expected ? true : throw Unexpected(ref reader, Describe(expected));
    }

    /// <summary>Moves to the value; false where it is null.</summary>
    private static bool Next(ref Utf8JsonReader reader, JsonTokenType expected)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return false;
        return reader.TokenType == expected ? true : throw Unexpected(ref reader, Describe(expected));
    }

    private static string Describe(JsonTokenType expected) => expected switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.Number => "a number",
        _ => "a string",
    };

    private static UnexpectedValueException Unexpected(ref Utf8JsonReader reader, string expected) => new(expected, reader.TokenType, reader.TokenStartIndex);
}
