using System.Text.Json;
using System.Text.RegularExpressions;
using PeeringTools.Cmdlet.Tests.Binding;
using PeeringTools.Cmdlet.Tests.Host;

namespace PeeringTools.Cmdlet.Tests.Scenarios;

/// <summary>
/// A script that the Host and PowerShell run to the same end: tests/Scenarios/Area/Name.ps1, and beside it Name.json says what has to come out. It begins on the network of its area.
/// </summary>
internal sealed partial record Scenario(string Path)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    private static readonly string Folder = System.IO.Path.Combine(StagedModule.Root, "tests", "Scenarios");

    public static IEnumerable<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.ps1", SearchOption.AllDirectories).Select(file => System.IO.Path.ChangeExtension(System.IO.Path.GetRelativePath(Folder, file), null)).Order(StringComparer.Ordinal)];

    public string Script => File.ReadAllText(Path);

    public string Network => System.IO.Path.Combine(StagedModule.Root, "tests", "PeeringTools.Cmdlet.Tests", System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(Path))!, "network");

    public CaseResult Expected => JsonSerializer.Deserialize<CaseResult>(File.ReadAllText(System.IO.Path.ChangeExtension(Path, ".json")), Options)!;

    public static Scenario Of(string name) => new(System.IO.Path.Combine(Folder, name + ".ps1"));

    /// <summary>Without what is new in each run: ids that the sandbox made have 17 digits, those of the network 8.</summary>
    public static string Settled(string text) => NewId().Replace(text, "-*");

    [GeneratedRegex(@"-[0-9a-f]{17}\b", RegexOptions.NonBacktracking)]
    private static partial Regex NewId();
}
