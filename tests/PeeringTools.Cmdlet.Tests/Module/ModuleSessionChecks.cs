using System.Management.Automation;

namespace PeeringTools.Cmdlet.Tests.Module;

/// <summary>Runs a script for what it emits, or for the one error it gives.</summary>
internal static class ModuleSessionChecks
{
    /// <summary>Runs a script that must not fail, and gives what it emits, without its wrapping.</summary>
    public static IReadOnlyList<T> Get<T>(this ModuleSession session, string script)
    {
        var (objects, errors) = (session.Console.Objects.Count, session.Errors.Count);
        session.Run(script);
        Assert.Empty(session.Errors.Skip(errors).Select(e => e.ToString()));
        return [.. session.Objects().Skip(objects).Cast<T>()];
    }

    /// <summary>Runs a script that must give exactly one error, and gives that.</summary>
    public static ErrorRecord Fail(this ModuleSession session, string script)
    {
        var errors = session.Errors.Count;
        session.Run(script);
        return Assert.Single(session.Errors.Skip(errors));
    }

    /// <summary>All that was emitted so far, without its wrapping.</summary>
    public static IEnumerable<object?> Objects(this ModuleSession session) => session.Console.Objects.Select(o => o is PSObject wrapped ? wrapped.BaseObject : o);
}
