using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using PeeringTools.Cmdlet.Tests.Host;

namespace PeeringTools.Cmdlet.Tests.Checklist;

/// <summary>A cmdlet that the manifest exports, as reflection sees it. The checks go over all of them, so one that is added tomorrow is covered.</summary>
public sealed partial record ExportedCmdlet(string Name, Type Type)
{
    private static readonly HashSet<string> ReadingVerbs = new(["Get", "Test", "Wait"], StringComparer.Ordinal);
    private static readonly string[] CommonNames = ["Region", "ProfileName", "ProfileLocation", "AccessKey", "SecretKey", "SessionToken", "EndpointUrl", "Live", "Sandbox", "DryRun"];

    public static Assembly Assembly { get; } = LoadStaged();

    public static IReadOnlyList<ExportedCmdlet> All { get; } =
    [
        .. Quoted().Matches(Section().Match(File.ReadAllText(StagedModule.ManifestPath)).Value).Select(m => m.Groups["name"].Value)
            .Select(name => new ExportedCmdlet(name, Array.Find(Assembly.GetExportedTypes(), t => t.GetCustomAttribute<CmdletAttribute>() is { } c && $"{c.VerbName}-{c.NounName}" == name)
                ?? throw new InvalidOperationException($"{name} is exported, but there is no such cmdlet."))),
    ];

    public CmdletAttribute Attribute => Type.GetCustomAttribute<CmdletAttribute>()!;

    public string Verb => Attribute.VerbName;

    public bool IsReading => ReadingVerbs.Contains(Verb);

    public IReadOnlyList<(PropertyInfo Property, ParameterAttribute[] Sets)> Parameters { get; } =
    [
        .. Type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(p => (Property: p, Sets: p.GetCustomAttributes<ParameterAttribute>().ToArray()))
            .Where(p => p.Sets.Length > 0),
    ];

    /// <summary>Without those that every cmdlet of its kind has.</summary>
    public IEnumerable<(PropertyInfo Property, ParameterAttribute[] Sets)> OwnParameters => Parameters.Where(p => !CommonNames.Contains(p.Property.Name));

    public IEnumerable<string> SetNames
    {
        get
        {
            var named = Parameters.SelectMany(p => p.Sets).Select(s => s.ParameterSetName).Where(s => s != ParameterAttribute.AllParameterSets).Distinct(StringComparer.Ordinal).ToList();
            return named.Count == 0 ? [ParameterAttribute.AllParameterSets] : named;
        }
    }

    public IEnumerable<(PropertyInfo Property, ParameterAttribute Set)> In(string set) =>
        from parameter in Parameters
        from attribute in parameter.Sets
        where attribute.ParameterSetName == set || attribute.ParameterSetName == ParameterAttribute.AllParameterSets
        select (parameter.Property, attribute);

    public override string ToString() => Name;

    private static Assembly LoadStaged()
    {
        var session = new Module.ModuleSession();

        // Finding one cmdlet loads the assembly as the Host does, with its load context.
        session.Run("Get-PeeringSandbox");
        return AppDomain.CurrentDomain.GetAssemblies().Single(a => a.GetName().Name == "PeeringTools");
    }

    [GeneratedRegex("CmdletsToExport[^)]*\\)", RegexOptions.None, 1000)]
    private static partial Regex Section();

    [GeneratedRegex("'(?<name>[A-Za-z]+-[A-Za-z]+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
