using System.Runtime.CompilerServices;
using PeeringTools.CmdletHost.Modules;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Host;

/// <summary>While one core reads the script, another makes ready what its first call will need. What fails here is told by the cmdlet that meets it, so nobody waits for the task.</summary>
internal static class HeadStart
{
    /// <summary>Starts it, where there is a second core.</summary>
    /// <returns>A task that ends when all is ready.</returns>
    public static Task Begin(BinaryModule module) => Environment.ProcessorCount > 1 ? Task.Run(() => RunAsync(module)) : Task.CompletedTask;

    private static Task RunAsync(BinaryModule module)
    {
        module.Load();
        return UseModuleAsync();
    }

    // Of its own, because its types are only there once the module is loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task UseModuleAsync() => Warmup.RunAsync();
}
