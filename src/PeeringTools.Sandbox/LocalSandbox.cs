using PeeringTools.Core.Sandboxes;
using PeeringTools.Sandbox.Files;
using PeeringTools.Sandbox.State;
using PeeringTools.Sandbox.Wire;

namespace PeeringTools.Sandbox;

/// <summary>AWS on this machine.</summary>
internal sealed class LocalSandbox : ISandbox
{
    private readonly object _gate = new();
    private readonly World _world;
    private readonly Func<KeySeal> _seal;

    /// <summary>A sandbox over a world. The seal is asked for when something is saved, not before.</summary>
    public LocalSandbox(World world, string source, Func<KeySeal> seal)
    {
        _seal = seal;
        _world = world;
        Source = source;
        Front = new Front(world, _gate);
    }

    /// <inheritdoc/>
    public string Source { get; }

    /// <summary>Where requests go in.</summary>
    public Front Front { get; }

    /// <inheritdoc/>
    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
                return _world.Clock.Now;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<SandboxAccount> Accounts => _world.Settings.Accounts;

    /// <inheritdoc/>
    public string DefaultAccountId => _world.Settings.DefaultAccount;

    /// <inheritdoc/>
    public string? DefaultRegion => _world.Settings.Region;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, int> ResourceCounts
    {
        get
        {
            lock (_gate)
            {
                var now = _world.Clock.Now;
                return ResourceKinds.All.Select(kind => (kind.Name, Count: kind.Count(_world.Network, now))).Where(kind => kind.Count > 0)
                    .ToDictionary(kind => kind.Name, kind => kind.Count, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>How often each action was called since the sandbox was started.</summary>
    public IReadOnlyList<CallCount> Calls
    {
        get
        {
            lock (_gate)
                return [.. _world.Calls.All];
        }
    }

    /// <inheritdoc/>
    public HttpMessageHandler CreateHandler() => new SandboxHandler(Front);

    /// <inheritdoc/>
    public void StepClock(TimeSpan by)
    {
        lock (_gate)
        {
            _world.Clock.Step(by);
            _world.Network.RemoveGone(_world.Clock.Now);
        }
    }

    /// <summary>Makes something go wrong.</summary>
    public void Inject(Fault fault)
    {
        lock (_gate)
            _world.Settings.Faults.Add(fault);
    }

    /// <summary>Forgets all faults.</summary>
    public void ClearFaults()
    {
        lock (_gate)
            _world.Settings.Faults.Clear();
    }

    /// <summary>Changes the settings while it runs.</summary>
    public void Configure(Action<Settings> change)
    {
        lock (_gate)
            change(_world.Settings);
    }

    /// <inheritdoc/>
    public void Save(Stream destination)
    {
        lock (_gate)
        {
            _world.Network.RemoveGone(_world.Clock.Now);
            SavedState.Write(_world, destination, _seal());
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // All of it is memory.
    }
}
