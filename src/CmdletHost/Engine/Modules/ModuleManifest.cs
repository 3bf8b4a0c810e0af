using System.Collections;
using System.Management.Automation;
using PeeringTools.CmdletHost.Conversion;
using PeeringTools.CmdletHost.Language;

namespace PeeringTools.CmdletHost.Modules;

/// <summary>What a psd1 file says that this host needs.</summary>
internal sealed class ModuleManifest
{
    private readonly Hashtable _entries;

    private ModuleManifest(string path, Hashtable entries) => (Path, _entries) = (path, entries);

    public string Path { get; }

    public string RootModule => FullPath(Text("RootModule"));

    public Version Version => Version.Parse(Text("ModuleVersion"));

    public IEnumerable<string> CmdletsToExport => Texts("CmdletsToExport");

    public IEnumerable<string> FormatsToProcess => Texts("FormatsToProcess").Select(FullPath);

    public IEnumerable<string> TypesToProcess => Texts("TypesToProcess").Select(FullPath);

    /// <exception cref="ScriptParseException">The file isn't a hashtable of literals.</exception>
    public static ModuleManifest Read(string path)
    {
        var source = new ScriptSource(File.ReadAllText(path), path);
        var statements = ScriptParser.Parse(source, command => throw ScriptParseException.NeedsPowerShell("a command in a manifest", command.Position));
        return statements is [PipelineStatement { Head: HashtableExpression table, Commands.Count: 0 }]
            ? new ModuleManifest(path, (Hashtable)table.Evaluate(new EvaluationScope(Session: null, Current: null)))
            : throw new ScriptParseException("A manifest is one hashtable.", source.At(0));
    }

    private string Text(string key) =>
        _entries[key] is { } value ? ToText.Of(value) : throw new InvalidDataException($"{Path} has no {key}.");

    private IEnumerable<string> Texts(string key) =>
        LanguagePrimitives.GetEnumerable(_entries[key])?.Cast<object>().Select(ToText.Of) ?? (_entries[key] is { } one ? [ToText.Of(one)] : []);

    private string FullPath(string path) => System.IO.Path.GetFullPath(path, System.IO.Path.GetDirectoryName(Path)!);
}
