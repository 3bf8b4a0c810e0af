namespace PeeringTools.Sandbox.Tests;

/// <summary>A folder of network files that goes when the test ends.</summary>
internal sealed class NetworkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("peering-sandbox-").FullName;

    public NetworkFolder Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
