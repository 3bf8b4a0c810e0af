using System.Text.RegularExpressions;

namespace PeeringTools.Help;

/// <summary>Finds what help lacks: every cmdlet has a page, every parameter a description and an example, every generated part is fresh.</summary>
internal static class HelpCheck
{
    /// <summary>The topic whose examples show the parameters that many cmdlets share.</summary>
    private const string SharedParametersTopic = "about_PeeringSessions";

    /// <summary>Everything that is wrong, one line each.</summary>
    public static IEnumerable<string> Problems(HelpSource source)
    {
        var shared = File.ReadAllText(source.Topics.FirstOrDefault(t => Path.GetFileNameWithoutExtension(t) == SharedParametersTopic)
            ?? throw new InvalidDataException($"{SharedParametersTopic}.md is missing."));
        return
        [
            .. source.Cmdlets.SelectMany(c => source.Pages.TryGetValue(c.Name, out var page) ? OfPage(c, page, shared) : [$"{c.Name} has no page docs/en-US/{c.Name}.md."]),
            .. source.Pages.Keys.Except(source.Cmdlets.Select(c => c.Name), StringComparer.OrdinalIgnoreCase).Select(name => $"{name}.md is about no cmdlet of the module."),
            .. source.Topics.SelectMany(OfTopic),
        ];
    }

    private static IEnumerable<string> OfPage(Cmdlet cmdlet, Page page, string shared)
    {
        (bool Wrong, string Problem)[] checks =
        [
            (page.Title != $"# {cmdlet.Name}", "its first line isn't its name"),
            (page.Synopsis.Length == 0, "SYNOPSIS is empty"),
            (page.Paragraphs("DESCRIPTION") is [], "DESCRIPTION is empty"),
            (page.Examples is [], "it has no example"),
            (page.Inputs is [], "INPUTS is empty"),
            (page.Outputs is [], "OUTPUTS is empty"),
            (page.Links is [], "RELATED LINKS is empty"),
            (!page.Has(GeneratedPart.Of(cmdlet)), "its generated part is stale; run: dotnet build src/PeeringTools -t:UpdateHelp"),
        ];
        List<string> problems =
        [
            .. checks.Where(c => c.Wrong).Select(c => c.Problem),
            .. page.Examples.Where(e => e.Code.Length == 0 || e.Remarks is []).Select(e => $"the example '{e.Title}' lacks code or words"),
            .. cmdlet.OutputTypes.Where(t => !page.Outputs.Any(o => o.Title == t)).Select(t => $"OUTPUTS doesn't tell of {t}"),
            .. cmdlet.Parameters.Where(p => string.IsNullOrEmpty(p.Description?.Markdown)).Select(p => $"-{p.Name} has no description (the XML documentation of the property)"),
            .. cmdlet.Parameters.Where(p => !p.IsHidden && !IsShown(p, cmdlet, page, shared)).Select(p => $"-{p.Name} is in no example"),
        ];
        return problems.Select(problem => $"{cmdlet.Name}: {problem}.");
    }

    // What a cmdlet declares itself is shown on its own page; what it shares may be shown once, in the topic about sessions.
    private static bool IsShown(CmdletParameter parameter, Cmdlet cmdlet, Page page, string shared)
    {
        var texts = page.Examples.Select(e => e.Code);
        if (parameter.DeclaringType != cmdlet.TypeName)
            texts = texts.Append(shared);
        return texts.Any(text => Regex.IsMatch(text, $@"-{parameter.Name}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
    }

    // Get-Help shows a topic's fifth line in its lists.
    private static IEnumerable<string> OfTopic(string path) => File.ReadLines(path).Take(5).ToArray() is [_, _, _, _, { Length: > 0 }]
        ? [] : [$"{Path.GetFileName(path)}: its fifth line, which Get-Help lists it by, is empty."];
}
