using PeeringTools.Core.Sandboxes;
using PeeringTools.Sandbox.Files;

namespace PeeringTools.Sandbox;

/// <summary>Makes sandboxes. Core finds it by its name.</summary>
internal sealed class SandboxFactory(TimeProvider machine, Func<KeySeal> seal) : ISandboxFactory
{
    /// <summary>For sandboxes on this machine's clock, whose saved state this user can restore.</summary>
    public SandboxFactory()
        : this(TimeProvider.System, KeySeal.OfUser)
    {
    }

    /// <inheritdoc/>
    public ISandbox CreateEmpty() => CreateLocal();

    /// <inheritdoc/>
    public ISandbox LoadFolder(string path) => LoadLocalFolder(path);

    /// <inheritdoc/>
    public ISandbox Restore(Stream state, string source) => new LocalSandbox(SavedState.Read(state, source, machine, seal()), source, seal);

    /// <summary>As <see cref="CreateEmpty"/>, with all that the class can do.</summary>
    public LocalSandbox CreateLocal() => new(new World(machine), "empty", seal);

    /// <summary>As <see cref="LoadFolder"/>, with all that the class can do.</summary>
    public LocalSandbox LoadLocalFolder(string path) => new(FolderLoader.Load(path, machine), path, seal);
}
