namespace PeeringTools.Sandbox.State;

/// <summary>A state and the moment it is entered.</summary>
/// <param name="At">The sandbox's time.</param>
/// <param name="State">AWS's word for it.</param>
internal readonly record struct Phase(DateTimeOffset At, string State);

/// <summary>
/// What a resource was, is and will be if nobody touches it. The state is a pure function of the time, so nothing ticks: stepping the clock
/// is enough to make a pending thing available and an old request expired.
/// </summary>
internal sealed class Timeline
{
    /// <summary>The phases in the order of their times; at least one.</summary>
    public List<Phase> Phases { get; init; } = [];

    /// <summary>A timeline that starts with <paramref name="state"/>.</summary>
    public static Timeline Start(DateTimeOffset now, string state, params ReadOnlySpan<(TimeSpan After, string State)> then)
    {
        var timeline = new Timeline();
        timeline.Enter(now, state, then);
        return timeline;
    }

    /// <summary>The phase of that moment (the first one for a moment before it all).</summary>
    public Phase At(DateTimeOffset now)
    {
        for (var i = Phases.Count - 1; i > 0; i--)
        {
            if (Phases[i].At <= now)
                return Phases[i];
        }
        return Phases[0];
    }

    /// <summary>The state of that moment.</summary>
    public string StateAt(DateTimeOffset now) => At(now).State;

    /// <summary>Changes course: what was still to come is dropped, <paramref name="state"/> is entered now, and the rest follows, each after the one before it.</summary>
    public void Enter(DateTimeOffset now, string state, params ReadOnlySpan<(TimeSpan After, string State)> then)
    {
        Phases.RemoveAll(phase => phase.At > now);
        Add(now, state);
        foreach (var (after, next) in then)
        {
            now += after;
            Add(now, next);
        }
    }

    // A phase that would last no time was never seen: the later one takes its place.
    private void Add(DateTimeOffset at, string state)
    {
        if (Phases.Count > 0 && Phases[^1].At == at)
            Phases[^1] = new Phase(at, state);
        else
            Phases.Add(new Phase(at, state));
    }
}
