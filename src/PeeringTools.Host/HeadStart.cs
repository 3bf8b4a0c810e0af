using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
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
    /// <returns>A task that ends when all is ready.</returns>
    public static Task Begin() => Environment.ProcessorCount > 1 ? Task.Run(RunAsync) : Task.CompletedTask;

    /// <summary>Goes on with the module.</summary>
    public static void GoOn(BinaryModule module) => Found.TrySetResult(module);

    private static async Task RunAsync()
    {
        await UseRuntimeAsync();
        (await Found.Task).Load();
        await UseModuleAsync();
    }

    private static async Task UseRuntimeAsync()
    {
        HMACSHA256.HashData("key"u8, SHA256.HashData("body"u8));
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var client = new HttpClient(new SocketsHttpHandler { ConnectCallback = (_, _) => new(new EmptyHttpAnswer()) });
        using var answer = await client.GetAsync(new Uri("http://127.0.0.1/"));
    }

    // Of its own, because its types are only there once the module is loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task UseModuleAsync() => Warmup.RunAsync();
}
