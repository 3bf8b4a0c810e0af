using System.Net.Sockets;
using System.Security.Cryptography;
using System.Xml;
using PeeringTools.CmdletHost.Modules;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Host;

/// <summary>
/// While one core reads the command line and the script, another makes ready what the first call will need. What fails here is told by the cmdlet that meets it, so nobody waits for the task.
/// </summary>
internal static class HeadStart
{
    private static readonly TaskCompletionSource<BinaryModule> Found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts with what the runtime brings, where there is a second core.</summary>
    public static void Begin()
    {
        if (Environment.ProcessorCount > 1)
            _ = Task.Run(RunAsync);
    }

    /// <summary>Goes on with the module.</summary>
    public static void GoOn(BinaryModule module) => Found.TrySetResult(module);

    private static async Task RunAsync()
    {
        UseRuntime();
        (await Found.Task).Load();
        await Warmup.RunAsync();
    }

    private static void UseRuntime()
    {
        SHA256.HashData("body"u8);
        HMACSHA256.HashData("key"u8, "text"u8);
        using var client = new HttpClient();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var reader = XmlReader.Create(new StringReader("<answer/>"));
        reader.Read();
    }
}
