using System.Globalization;
using System.Text.Json;

namespace PeeringTools.Sandbox.Files;

/// <summary>Finds the line that a field stands on. Only a complaint needs it, so the text is read again then.</summary>
internal static class JsonLines
{
    /// <summary>The line, from 1, of the value at a path such as <c>$.Vpcs[1].CidrBlock</c>; that of the nearest value around it where there's none.</summary>
    public static long? Find(ReadOnlySpan<byte> json, string path)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        long found = 0;
        if (!reader.Read())
            return null;
        Walk(ref reader, "$", path, ref found);
        return 1 + json[..(int)found].Count((byte)'\n');
    }

    private static bool Walk(ref Utf8JsonReader reader, string at, string wanted, ref long found)
    {
        if (!IsOnTheWay(at, wanted))
        {
            reader.Skip();
            return false;
        }
        found = reader.TokenStartIndex;
        if (at.Length == wanted.Length)
            return true;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = reader.GetString();
                reader.Read();
                if (Walk(ref reader, $"{at}.{name}", wanted, ref found))
                    return true;
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                if (Walk(ref reader, string.Create(CultureInfo.InvariantCulture, $"{at}[{i}]"), wanted, ref found))
                    return true;
            }
        }
        return false;
    }

    private static bool IsOnTheWay(string at, string wanted) =>
        wanted.StartsWith(at, StringComparison.OrdinalIgnoreCase) && (wanted.Length == at.Length || wanted[at.Length] is '.' or '[');
}
