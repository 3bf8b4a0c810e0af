using System.Management.Automation;
using System.Reflection;
using PeeringTools.Cmdlet.Tests.Cmdlets;
using PeeringTools.CmdletHost;

namespace PeeringTools.Cmdlet.Tests.Binding;

/// <summary>A session with the test cmdlets.</summary>
internal sealed class TestSession
{
    private static readonly (string Name, Type Type)[] TestCmdlets =
    [
        .. typeof(ProbeCmdlet).Assembly.GetExportedTypes()
            .Select(type => (Attribute: type.GetCustomAttribute<CmdletAttribute>(), Type: type))
            .Where(each => each.Attribute is not null)
            .Select(each => ($"{each.Attribute!.VerbName}-{each.Attribute.NounName}", each.Type)),
    ];

    public TestSession()
    {
        Session = new Session(Console);
        foreach (var (name, type) in TestCmdlets)
            Session.Commands.Add(name, "TestModule", () => type);
    }

    public CapturingConsole Console { get; } = new();

    public Session Session { get; }

    public ScriptResult Run(string script, IEnumerable<object?>? input = null) => Session.Run(Session.Parse(script, path: null), input);

    public CaseResult RunCase(string line)
    {
        Run(line);
        return CaseResult.Of(Console);
    }
}
