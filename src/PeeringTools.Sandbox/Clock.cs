namespace PeeringTools.Sandbox;

/// <summary>The machine's clock, moved.</summary>
internal sealed class Clock(TimeProvider machine)
{
    /// <summary>How far the sandbox is ahead of the machine.</summary>
    public TimeSpan Offset { get; set; }

    /// <summary>The sandbox's time.</summary>
    public DateTimeOffset Now => machine.GetUtcNow() + Offset;

    /// <summary>Moves forward.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step leads back: what has ended can't come to life again.</exception>
    public void Step(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Offset += by;
    }

    /// <summary>Makes it that time now.</summary>
    public void Set(DateTimeOffset now) => Offset = now - machine.GetUtcNow();
}
