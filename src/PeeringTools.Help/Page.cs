using System.Text;

namespace PeeringTools.Help;

/// <summary>A page of docs/en-US about one cmdlet: Markdown with the headings that PlatyPS made usual. The part between the two marks is generated.</summary>
internal sealed class Page
{
    private const string Start = "<!-- generated from the cmdlet and its XML documentation: dotnet build src/PeeringTools -t:UpdateHelp -->";
    private const string End = "<!-- end of the generated part -->";
    private readonly Dictionary<string, List<string>> _sections = new(StringComparer.OrdinalIgnoreCase);

    private Page(string name, string text)
    {
        Name = name;
        Text = text;
        Read();
    }

    /// <summary>The cmdlet it is about, as its file is named.</summary>
    public string Name { get; }

    /// <summary>The whole page.</summary>
    public string Text { get; }

    /// <summary>What the cmdlet does, in one line.</summary>
    public string Synopsis => string.Join(' ', Paragraphs("SYNOPSIS"));

    /// <summary>Its title line.</summary>
    public string Title => Text.Split('\n', 2)[0];

    /// <summary>Its examples.</summary>
    public IReadOnlyList<PageExample> Examples => [.. Entries("EXAMPLES").Select(e => PageExample.Of(e.Title, e.Lines))];

    /// <summary>What it takes from the pipeline: type and what becomes of it.</summary>
    public IReadOnlyList<(string Title, string Text)> Inputs => TypesOf("INPUTS");

    /// <summary>What it emits.</summary>
    public IReadOnlyList<(string Title, string Text)> Outputs => TypesOf("OUTPUTS");

    /// <summary>The links at its end, as they are written.</summary>
    public IReadOnlyList<string> Links => [.. Section("RELATED LINKS").Select(l => l.TrimStart('-', '*', ' ')).Where(l => l.Length > 0)];

    /// <summary>Whether what is between the marks is <paramref name="generated"/>.</summary>
    public bool Has(string generated) => Text == Replace(generated);

    /// <summary>Reads the page at <paramref name="path"/>.</summary>
    public static Page Load(string path) => new(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));

    /// <summary>A page with headings and nothing said yet.</summary>
    public static Page New(string name) => new(
        name,
        $"# {name}\n\n## SYNOPSIS\n\n## DESCRIPTION\n\n## EXAMPLES\n\n{Start}\n{End}\n\n## INPUTS\n\n## OUTPUTS\n\n## NOTES\n\n## RELATED LINKS\n");

    /// <summary>The page with <paramref name="generated"/> between its marks.</summary>
    /// <exception cref="InvalidDataException">A mark is missing.</exception>
    public string Replace(string generated)
    {
        var start = Text.IndexOf(Start, StringComparison.Ordinal);
        var end = Text.IndexOf(End, StringComparison.Ordinal);
        return start >= 0 && end > start
            ? $"{Text[..start]}{Start}\n\n{generated}{Text[end..]}"
            : throw new InvalidDataException($"{Name}.md lacks one of the lines '{Start}' and '{End}'.");
    }

    /// <summary>The paragraphs of a section: lines joined, but list items and code, which keep theirs.</summary>
    public IReadOnlyList<string> Paragraphs(string section) => ParagraphsOf(Section(section));

    /// <summary>The paragraphs in <paramref name="lines"/>.</summary>
    internal static IReadOnlyList<string> ParagraphsOf(IEnumerable<string> lines)
    {
        var paragraphs = new List<string>();
        var current = new StringBuilder();
        foreach (var line in lines.Append(""))
        {
            var startsOwnLine = line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("    ", StringComparison.Ordinal) || line.StartsWith('|');
            if (line.Length == 0)
            {
                if (current.Length > 0)
                    paragraphs.Add(current.ToString());
                current.Clear();
                continue;
            }

            if (current.Length > 0)
                current.Append(startsOwnLine ? '\n' : ' ');
            current.Append(startsOwnLine ? line : line.Trim());
        }

        return paragraphs;
    }

    private IReadOnlyList<string> Section(string name) => _sections.TryGetValue(name, out var lines) ? lines : [];

    private IReadOnlyList<(string Title, string Text)> TypesOf(string section) =>
        [.. Entries(section).Select(e => (e.Title, string.Join("\n\n", ParagraphsOf(e.Lines))))];

    private List<(string Title, List<string> Lines)> Entries(string section)
    {
        var entries = new List<(string Title, List<string> Lines)>();
        foreach (var line in Section(section))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
                entries.Add((line[4..].Trim(), []));
            else if (entries is [.., var last])
                last.Lines.Add(line);
        }

        return entries;
    }

    private void Read()
    {
        List<string>? section = null;
        foreach (var line in Text.Split('\n').Select(l => l.TrimEnd()))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                _sections[line[3..].Trim()] = section = [];
            else if (!line.StartsWith("<!--", StringComparison.Ordinal))
                section?.Add(line);
        }
    }
}
