using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace PeeringTools.Runtime;

/// <summary>
/// Gives the module its own copies of its dependencies. Another module may have loaded an older AWSSDK.Core, and .NET would hand us that one; so everything that needs the SDK lives in a
/// load context of ours, and the shell's context asks that one for our three assemblies by name, for nothing else.
/// </summary>
public sealed class ModuleLoader : IModuleAssemblyInitializer
{
    private static readonly HashSet<string> Ours = new(["PeeringTools.Core", "PeeringTools.Aws", "PeeringTools.Sandbox"], StringComparer.OrdinalIgnoreCase);
    private static readonly Lazy<AssemblyLoadContext> Dependencies = new(() => new DependencyContext());
    private static int _hooked;

    /// <summary>Hooks the load context. PowerShell calls this at each import; <c>-Force</c> imports again, and the hook stays one.</summary>
    public void OnImport()
    {
        if (Interlocked.Exchange(ref _hooked, 1) == 0)
            AssemblyLoadContext.Default.Resolving += static (_, name) => Ours.Contains(name.Name!) ? Dependencies.Value.LoadFromAssemblyName(name) : null;
    }

    private sealed class DependencyContext() : AssemblyLoadContext("PeeringTools")
    {
        private readonly string _directory = Path.Combine(Path.GetDirectoryName(typeof(ModuleLoader).Assembly.Location)!, "Dependencies");

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = Path.Combine(_directory, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
