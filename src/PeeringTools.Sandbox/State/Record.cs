namespace PeeringTools.Sandbox.State;

/// <summary>What every kind of resource has.</summary>
internal abstract class Record
{
    /// <summary>The id that AWS gives it, unique in its table.</summary>
    public required string Id { get; init; }

    /// <summary>The account that owns it.</summary>
    public required string Account { get; set; }

    /// <summary>The Region it lives in.</summary>
    public required string Region { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Rises with every record made, so that lists keep one order and a page token stays good when others come and go.</summary>
    public long Sequence { get; set; }

    /// <summary>The owner's place.</summary>
    public Place Home => new(Account, Region);

    /// <summary>Every place from which it can be seen.</summary>
    public virtual IEnumerable<Place> Places => [Home];

    /// <summary>True once nobody can see it any more and it may be forgotten.</summary>
    public virtual bool IsGone(DateTimeOffset now) => false;

    /// <summary>True while a place still sees it.</summary>
    public virtual bool IsVisibleFrom(Place place, DateTimeOffset now) => !IsGone(now);
}

/// <summary>A resource whose state moves with the clock.</summary>
internal abstract class LivingRecord : Record
{
    /// <summary>Its states over time.</summary>
    public required Timeline Life { get; init; }

    /// <summary>How long an ended one stays listed.</summary>
    protected virtual TimeSpan Tombstone => TimeSpan.FromHours(1);

    /// <summary>The state of that moment.</summary>
    public string StateAt(DateTimeOffset now) => Life.StateAt(now);

    /// <summary>True while it is neither ended nor on the way there.</summary>
    public virtual bool IsLive(DateTimeOffset now) => StateAt(now) is not ("deleting" or "deleted" or "rejected" or "rejecting" or "failed");

    /// <inheritdoc/>
    public override bool IsGone(DateTimeOffset now)
    {
        var phase = Life.At(now);
        return phase.State is "deleted" or "rejected" or "failed" && now - phase.At >= Tombstone;
    }
}
