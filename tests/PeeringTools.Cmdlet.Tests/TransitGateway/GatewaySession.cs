using System.Management.Automation;
using PeeringTools.Cmdlet.Tests.Binding;
using PeeringTools.Cmdlet.Tests.Module;

namespace PeeringTools.Cmdlet.Tests.TransitGateway;

/// <summary>A session with the staged module, for scripts that must fail, or must not.</summary>
internal sealed class GatewaySession
{
    private readonly ModuleSession _session = new();

    public CapturingConsole Console => _session.Console;

    public IReadOnlyList<ErrorRecord> Errors => Console.Errors;

    /// <summary>The objects that came out, without their wrapping.</summary>
    public IReadOnlyList<object?> Objects => [.. Console.Objects.Select(o => o is PSObject wrapped ? wrapped.BaseObject : o)];

    public void Run(string script) => _session.Run(script);

    /// <summary>Runs a script that must not fail, and gives what it wrote.</summary>
    public IReadOnlyList<T> Get<T>(string script)
    {
        var (objects, errors) = (Console.Objects.Count, Console.Errors.Count);
        Run(script);
        Assert.Empty(Console.Errors.Skip(errors).Select(e => e.ToString()));
        return [.. Objects.Skip(objects).Cast<T>()];
    }

    /// <summary>Runs a script that must fail with exactly one error, and gives that.</summary>
    public ErrorRecord Fail(string script)
    {
        var errors = Console.Errors.Count;
        Run(script);
        return Assert.Single(Console.Errors.Skip(errors));
    }
}
