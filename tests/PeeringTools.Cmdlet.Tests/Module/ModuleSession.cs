using System.Management.Automation;
using PeeringTools.Cmdlet.Tests.Binding;
using PeeringTools.Cmdlet.Tests.Host;
using PeeringTools.CmdletHost;
using PeeringTools.CmdletHost.Formatting;
using PeeringTools.CmdletHost.Modules;

namespace PeeringTools.Cmdlet.Tests.Module;

/// <summary>A session with the staged module, as a shell has it. What it wrote is kept, and its credentials lead nowhere.</summary>
internal sealed class ModuleSession
{
    static ModuleSession()
    {
        foreach (var (name, value) in Surroundings)
            Environment.SetEnvironmentVariable(name, value);
    }

    public ModuleSession()
    {
        Session = new Session(Console);
        BinaryModule.Import(StagedModule.ManifestPath, Session, new ViewTable());
    }

    /// <summary>What keeps a test from this machine's own AWS set-up and from the instance service.</summary>
    public static IReadOnlyDictionary<string, string?> Surroundings { get; } = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_CONFIG_FILE"] = Path.Combine(AppContext.BaseDirectory, "no-config"),
        ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(AppContext.BaseDirectory, "no-credentials"),
        ["AWS_ACCESS_KEY_ID"] = "111122223333",
        ["AWS_SECRET_ACCESS_KEY"] = "nothing",
        ["AWS_SESSION_TOKEN"] = null,
        ["AWS_PROFILE"] = null,
        ["AWS_REGION"] = "eu-central-1",
        ["AWS_ENDPOINT_URL"] = null,
    };

    public CapturingConsole Console { get; } = new();

    public Session Session { get; }

    public IReadOnlyList<ErrorRecord> Errors => Console.Errors;

    /// <summary>The first part of each error's id: the rule or AWS's code.</summary>
    public IEnumerable<string> ErrorIds => Console.Errors.Select(e => e.FullyQualifiedErrorId.Split(',')[0]);

    /// <summary>Runs a script; what it writes is added to what is kept.</summary>
    public ModuleSession Run(string script, params object?[] input)
    {
        Session.Run(Session.Parse(script, path: null), input.Length == 0 ? null : input);
        return this;
    }

    /// <summary>The one object that the script emits.</summary>
    public PSObject One(string script)
    {
        Console.Objects.Clear();
        Run(script);
        Assert.Empty(Errors.Select(e => e.ToString()));
        return PSObject.AsPSObject(Assert.Single(Console.Objects)!);
    }

    /// <summary>All that was written, in every stream, as text.</summary>
    public string Everything() => string.Join('\n', Console.Objects.Select(o => o is null ? "" : JsonText.LineOf(o))
        .Concat(Console.Errors.SelectMany(Texts))
        .Concat(Console.Warnings)
        .Concat(Console.Verbose)
        .Concat(Console.Said)
        .Concat(Console.Questions)
        .Concat(Console.Progress.Select(p => $"{p.Activity} {p.StatusDescription} {p.CurrentOperation}")));

    private static IEnumerable<string> Texts(ErrorRecord error) =>
        [error.ToString(), error.Exception.ToString(), error.FullyQualifiedErrorId, $"{error.TargetObject}", error.CategoryInfo.ToString(), error.ErrorDetails?.Message ?? "", error.ErrorDetails?.RecommendedAction ?? ""];
}
