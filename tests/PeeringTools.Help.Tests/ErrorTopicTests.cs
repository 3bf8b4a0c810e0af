using System.Reflection;
using System.Text.RegularExpressions;
using PeeringTools.Core.Rules;

namespace PeeringTools.Help.Tests;

/// <summary>about_PeeringErrors names every error id of the module, and no other.</summary>
public sealed partial class ErrorTopicTests
{
    private static readonly string Topic = File.ReadAllText(Path.Combine(Sources.Pages, "about_PeeringErrors.md"));

    [Fact]
    public void Every_rule_is_in_its_table()
    {
        string[] rules =
        [
            .. typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!),
            .. ResourceIds.Forms.SelectMany(f => new[] { f.MissingRuleId, f.MalformedRuleId }),
        ];
        Assert.NotEmpty(rules);
        Assert.Equal(rules.Order(StringComparer.Ordinal), IdsIn("## Ids of rules").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_id_of_the_modules_own_is_in_its_table()
    {
        var files = new[] { "PeeringTools", "PeeringTools.Core" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Sources.Repository, "src", project), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        var made = files
            .Select(file => (Text: File.ReadAllText(file), OfSessions: Path.GetFileName(Path.GetDirectoryName(file)) == "Sessions"))
            .SelectMany(file => FailureIds().Matches(file.Text).Concat(file.OfSessions ? SessionIds().Matches(file.Text) : []))
            .Select(m => m.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);
        string[] composed = ["RegionEmpty", "ProfileNameEmpty", "PeerProfileNameEmpty", "ProfileLocationEmpty", "AccessKeyEmpty", "SecretKeyEmpty", "SessionTokenEmpty", "EndpointUrlEmpty"];
        Assert.Empty(made.Except(IdsIn("## Ids of the module"), StringComparer.Ordinal));
        Assert.Empty(IdsIn("## Ids of the module").Except([.. made, .. composed], StringComparer.Ordinal));
    }

    private static IEnumerable<string> IdsIn(string heading)
    {
        var section = Topic[(Topic.IndexOf(heading, StringComparison.Ordinal) + heading.Length)..].Split("\n## ", 2)[0];
        return section.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Split('|')[1]).Skip(1).SelectMany(cell => Ids().Matches(cell)).Select(m => m.Value);
    }

    [GeneratedRegex(@"[A-Z]\w+", RegexOptions.None, 1000)]
    private static partial Regex Ids();

    // new(ErrorKind.X, "Id", ...
    [GeneratedRegex(@"ErrorKind\.\w+,\s*""(?<id>[A-Z]\w+)"",", RegexOptions.None, 1000)]
    private static partial Regex FailureIds();

    // new SessionException("Id", ...), new("Id", ...
    [GeneratedRegex(@"\bnew( SessionException)?\(\s*""(?<id>[A-Z]\w+)"",", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SessionIds();
}
