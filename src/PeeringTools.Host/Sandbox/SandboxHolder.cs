using PeeringTools.Sandbox;

namespace PeeringTools.Host.Sandbox;

/// <summary>The sandbox that is served, which a reset replaces by a fresh one from the same source.</summary>
internal sealed class SandboxHolder(string? path)
{
    private volatile LocalSandbox _current = Load(path);

    /// <summary>The sandbox.</summary>
    public LocalSandbox Current => _current;

    /// <summary>Starts over.</summary>
    public void Reset() => _current = Load(path);

    private static LocalSandbox Load(string? path)
    {
        var factory = new SandboxFactory();
        if (path is null)
            return factory.CreateLocal();
        if (!File.Exists(path))
            return factory.LoadLocalFolder(path);
        using var state = File.OpenRead(path);
        return (LocalSandbox)factory.Restore(state, path);
    }
}
