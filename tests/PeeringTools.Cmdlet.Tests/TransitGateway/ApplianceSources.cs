using System.Text.RegularExpressions;

namespace PeeringTools.Cmdlet.Tests.TransitGateway;

/// <summary>
/// The documents that stand behind the lines of a kind of golden files, from golden/sources: a document's title and address, and below it the lines that it documents, with what differs from one
/// appliance to another in angle brackets.
/// </summary>
internal sealed class ApplianceSources
{
    private static readonly Dictionary<string, string> Comments = new(StringComparer.Ordinal)
    {
        ["gre.sh"] = "#",
        ["frr.conf"] = "!",
        ["iosxe.cfg"] = "!",
        ["junos.conf"] = "/*",
        ["vyos.conf"] = "#",
        ["eos.cfg"] = "!",
    };

    private static readonly Dictionary<string, string> Patterns = new(StringComparer.Ordinal)
    {
        ["<ip4>"] = "[0-9.]+",
        ["<ip6>"] = "[0-9a-f]*:[0-9a-f:]+",
        ["<number>"] = "[0-9]+",
        ["<name>"] = "TGW-CONNECT-[0-9]+-(?:OUT|IN)6?",
        ["<peer>"] = "tgw-connect-peer-[0-9a-f]+",
    };

    private readonly string _comment;

    private ApplianceSources(string kind)
    {
        _comment = Comments[kind];
        var document = "";
        foreach (var line in File.ReadAllLines(Path.Combine(Golden, "sources", $"{kind}.txt")))
        {
            if (line.StartsWith(' '))
                Lines.Add(new(line.Trim(), document));
            else
                document = line;
        }
    }

    /// <summary>The folder of the golden files.</summary>
    public static string Golden => Path.Combine(AppContext.BaseDirectory, "TransitGateway", "golden");

    /// <summary>The kinds of files, by how their names end.</summary>
    public static IEnumerable<string> Kinds => Comments.Keys;

    /// <summary>The documented lines.</summary>
    public List<DocumentedLine> Lines { get; } = [];

    public static ApplianceSources Of(string kind) => new(kind);

    public static string KindOf(string file) => Kinds.Single(k => file.EndsWith($".{k}", StringComparison.Ordinal));

    /// <summary>The lines of a golden file, without comments.</summary>
    public IEnumerable<string> Read(string file) => File.ReadAllLines(Path.Combine(Golden, file)).Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith(_comment, StringComparison.Ordinal));

    /// <summary>A line that a document documents.</summary>
    public sealed record DocumentedLine(string Form, string Document)
    {
        private readonly Regex _pattern = new($"^{Patterns.Aggregate(Regex.Escape(Form), (form, each) => form.Replace(each.Key, each.Value, StringComparison.Ordinal))}$", RegexOptions.NonBacktracking);

        public bool Matches(string line) => _pattern.IsMatch(line);
    }
}
