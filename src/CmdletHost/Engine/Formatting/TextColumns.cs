namespace PeeringTools.CmdletHost.Formatting;

/// <summary>Text cut or filled to a width.</summary>
internal static class TextColumns
{
    private const string Ellipsis = "…";

    public static string Fit(string text, int width, bool right)
    {
        text = text.ReplaceLineEndings(" ");
        if (text.Length > width)
        {
            if (width == 0)
                return string.Empty;
            return right ? Ellipsis + text[^(width - 1)..] : text[..(width - 1)] + Ellipsis;
        }

        return right ? text.PadLeft(width) : text.PadRight(width);
    }

    /// <summary>The text in pieces of a width.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var rest = line;
            while (rest.Length > width)
            {
                var cut = rest.LastIndexOf(' ', width);
                cut = cut > 0 ? cut + 1 : width;
                yield return rest[..cut].TrimEnd();
                rest = rest[cut..];
            }

            yield return rest;
        }
    }
}
