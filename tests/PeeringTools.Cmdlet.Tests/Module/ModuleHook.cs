using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using PeeringTools.Cmdlet.Tests.Host;

namespace PeeringTools.Cmdlet.Tests.Module;

/// <summary>Opens the staged module's load context before the first test whose types come from there is looked at.</summary>
internal static class ModuleHook
{
    [ModuleInitializer]
    internal static void Open()
    {
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        var loader = AssemblyLoadContext.Default.LoadFromAssemblyPath(StagedModule.AssemblyPath).GetType("PeeringTools.Runtime.ModuleLoader", throwOnError: true)!;
        ((IModuleAssemblyInitializer)Activator.CreateInstance(loader)!).OnImport();
    }
}
