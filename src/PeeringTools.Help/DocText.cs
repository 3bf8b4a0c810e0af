using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PeeringTools.Help;

/// <summary>A text of the XML documentation, as Markdown; <see cref="Plain"/> is the same for a terminal.</summary>
internal sealed partial record DocText(string Markdown)
{
    /// <summary>The text without Markdown's marks.</summary>
    public string Plain => PlainOf(Markdown);

    /// <summary>What follows "Default: ", up to the end of its sentence; null where nothing is said.</summary>
    public string? Default => DefaultPhrase().Match(Plain) is { Success: true } match ? match.Groups["value"].Value : null;

    /// <summary>Reads an element such as <c>summary</c>.</summary>
    public static DocText Of(XElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        return new(Spaces().Replace(text.ToString(), " ").Trim());
    }

    /// <summary><paramref name="markdown"/> without code marks, emphasis and link syntax.</summary>
    public static string PlainOf(string markdown) => Emphasis().Replace(Links().Replace(markdown, "${text} (${target})"), "${text}").Replace("`", "", StringComparison.Ordinal);

    private static void Append(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText words:
                    text.Append(words.Value);
                    break;
                case XElement { Name.LocalName: "c" or "code" } code:
                    text.Append('`').Append(code.Value).Append('`');
                    break;
                case XElement { Name.LocalName: "see" or "paramref" } reference:
                    text.Append('`').Append(NameIn(reference)).Append('`');
                    break;
                case XElement other:
                    text.Append(' ');
                    Append(text, other);
                    text.Append(' ');
                    break;
            }
        }
    }

    private static string NameIn(XElement reference) =>
        (reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("name"))?.Value.Split('(')[0].Split('.', ':')[^1] ?? reference.Value;

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\((?<target>[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();

    [GeneratedRegex(@"\*\*(?<text>[^*]+)\*\*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\bDefault: (?<value>.+?)([.;](\s|$)|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DefaultPhrase();
}
