namespace PeeringTools.Help;

/// <summary>All that help is made of: the cmdlets, and the pages beside them.</summary>
internal sealed class HelpSource
{
    private HelpSource(string folder, IReadOnlyList<Cmdlet> cmdlets, IReadOnlyDictionary<string, Page> pages, IReadOnlyList<string> topics)
    {
        Folder = folder;
        Cmdlets = cmdlets;
        Pages = pages;
        Topics = topics;
    }

    /// <summary>The folder of the pages.</summary>
    public string Folder { get; }

    /// <summary>The module's cmdlets by name.</summary>
    public IReadOnlyList<Cmdlet> Cmdlets { get; }

    /// <summary>The pages about cmdlets, by the name of the cmdlet.</summary>
    public IReadOnlyDictionary<string, Page> Pages { get; }

    /// <summary>Paths of the about_ topics.</summary>
    public IReadOnlyList<string> Topics { get; }

    /// <summary>Reads it all.</summary>
    public static HelpSource Load(string assembly, string automation, string documentation, string folder)
    {
        var files = Directory.GetFiles(folder, "*.md").OrderBy(f => f, StringComparer.Ordinal).ToLookup(f => Path.GetFileName(f).StartsWith("about_", StringComparison.Ordinal));
        return new(
            folder,
            CmdletReader.Read(assembly, automation, XmlDocumentation.Load(documentation)),
            files[false].Select(Page.Load).ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase),
            [.. files[true]]);
    }

    /// <summary>Writes the help file and the topics to <paramref name="folder"/>; topics that are no more go.</summary>
    public void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var old in Directory.EnumerateFiles(folder, "about_*.help.txt"))
            File.Delete(old);
        foreach (var topic in Topics)
            File.Copy(topic, Path.Combine(folder, Path.GetFileNameWithoutExtension(topic) + ".help.txt"));

        using var file = File.Create(Path.Combine(folder, "PeeringTools.dll-Help.xml"));
        MamlWriter.Write(file, Cmdlets.Select(c => (c, Pages.GetValueOrDefault(c.Name) ?? Page.New(c.Name))));
    }

    /// <summary>Writes the generated part of each page anew, and a page for each cmdlet without one.</summary>
    /// <returns>The names of the pages that changed.</returns>
    public IEnumerable<string> Update()
    {
        foreach (var cmdlet in Cmdlets)
        {
            var page = Pages.GetValueOrDefault(cmdlet.Name) ?? Page.New(cmdlet.Name);
            var text = page.Replace(GeneratedPart.Of(cmdlet));
            if (text == page.Text && Pages.ContainsKey(cmdlet.Name))
                continue;

            File.WriteAllText(Path.Combine(Folder, cmdlet.Name + ".md"), text);
            yield return cmdlet.Name;
        }
    }
}
