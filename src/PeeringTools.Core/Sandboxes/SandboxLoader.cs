using System.Reflection;

namespace PeeringTools.Core.Sandboxes;

/// <summary>Finds the sandbox beside this assembly by name: Core has no reference to it, and a session that never rehearses never loads it.</summary>
internal static class SandboxLoader
{
    private static readonly Lazy<ISandboxFactory> Loaded = new(Load);

    /// <summary>The factory of PeeringTools.Sandbox.</summary>
    public static ISandboxFactory Factory => Loaded.Value;

    private static ISandboxFactory Load()
    {
        var assembly = Assembly.Load(new AssemblyName("PeeringTools.Sandbox"));
        return (ISandboxFactory)Activator.CreateInstance(assembly.GetType("PeeringTools.Sandbox.SandboxFactory", throwOnError: true)!)!;
    }
}
