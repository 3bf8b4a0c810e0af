using System.Text.Json;

namespace PeeringTools.Aws.Wire;

/// <summary>Writes the members of a JSON body. A null member leaves no trace.</summary>
internal static class JsonOutput
{
    public static void Value(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    public static void Value(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } v) writer.WriteBoolean(name, v);
    }

    public static void Value(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } v) writer.WriteNumber(name, v);
    }

    public static void Value(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } v) writer.WriteNumber(name, v);
    }

    public static void Value(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTime? value)
    {
        if (value is { } v) writer.WriteNumber(name, WireTime.ToEpochSeconds(v));
    }

    public static void Structure<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value is null) return;
        writer.WritePropertyName(name);
        write(writer, value);
    }

    public static void List(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<string>? values)
    {
        if (values is null) return;
        writer.WriteStartArray(name);
        foreach (var value in values) writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    public static void List<T>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, List<T>? values, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (values is null) return;
        writer.WriteStartArray(name);
        foreach (var value in values) write(writer, value);
        writer.WriteEndArray();
    }
}
