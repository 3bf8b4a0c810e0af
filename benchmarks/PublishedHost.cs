using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PeeringTools.Benchmarks;

/// <summary>The Host as it is given to people: self-contained and compiled ahead of time.</summary>
internal static class PublishedHost
{
    public static string Path { get; } = System.IO.Path.Combine(Surroundings.Root, "output", "peering", RuntimeInformation.RuntimeIdentifier, "peering");

    /// <summary>Publishes it; quick when nothing has changed.</summary>
    public static async Task PublishAsync()
    {
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", System.IO.Path.Combine(Surroundings.Root, "src", "PeeringTools.Host"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", System.IO.Path.GetDirectoryName(Path)!, "-v", "q", "-nologo"]) { UseShellExecute = false })!;
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException("The Host can't be published.");
    }
}
