using System.Net.Sockets;
using PeeringTools.CmdletHost.Modules;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Host;

/// <summary>While one core reads the script, another makes ready what its first call will need.</summary>
internal static class HeadStart
{
    /// <summary>Starts it, where there is a second core. What fails here is told by the cmdlet that meets it, so nobody waits for the task.</summary>
    public static void Begin(BinaryModule module)
    {
        if (Environment.ProcessorCount > 1)
            _ = Task.Run(() => RunAsync(module));
    }

    private static async Task RunAsync(BinaryModule module)
    {
        module.Load();
        await Warmup.RunAsync();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    }
}
