using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PeeringTools.CmdletHost.Formatting;

/// <summary>How JSON is written.</summary>
/// <param name="Depth">Levels below the first; what lies deeper is written as text.</param>
/// <param name="EnumsAsText">Whether enumeration values are names rather than numbers.</param>
/// <param name="Indented">Whether it takes more than one line.</param>
internal sealed record JsonStyle(int Depth, bool EnumsAsText, bool Indented);

/// <summary>Objects as JSON, by their properties. Secure strings are left out.</summary>
public static class JsonText
{
    private const int LineDepth = 32;
    private static readonly JsonStyle Line = new(LineDepth, EnumsAsText: true, Indented: false);

    /// <summary>The object as one line of JSON.</summary>
    public static string LineOf(object? value) => Of(value, Line);

    internal static string Of(object? value, JsonStyle style) => Of(value, style, out _);

    internal static string Of(object? value, JsonStyle style, out bool isTruncated)
    {
        var writing = new JsonWriting(style);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = style.Indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 }))
            writing.Write(writer, value, style.Depth);
        isTruncated = writing.IsTruncated;
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
