using PeeringTools.Core.Rules;

namespace PeeringTools.Sandbox.State;

/// <summary>One end of a VPC peering.</summary>
internal sealed class PeeringSide
{
    /// <summary>The account.</summary>
    public required string Account { get; init; }

    /// <summary>The Region.</summary>
    public required string Region { get; init; }

    /// <summary>The VPC, which may be one that this sandbox doesn't hold.</summary>
    public required string VpcId { get; init; }

    /// <summary>The blocks as last known; the VPC's own blocks win while it exists. The first IPv4 one is the primary.</summary>
    public List<string> Blocks { get; set; } = [];

    /// <summary>Option AllowDnsResolutionFromRemoteVpc.</summary>
    public bool AllowDnsResolution { get; set; }

    /// <summary>Where this end lives.</summary>
    public Place Place => new(Account, Region);
}

/// <summary>A VPC peering connection; it lives with both its sides.</summary>
internal sealed class VpcPeeringRecord : LivingRecord
{
    /// <summary>Who asked.</summary>
    public required PeeringSide Requester { get; init; }

    /// <summary>Who was asked.</summary>
    public required PeeringSide Accepter { get; init; }

    /// <summary>Until when it can be accepted.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>The account and Region that deleted or rejected it, or null.</summary>
    public Place? EndedBy { get; set; }

    /// <summary>Why it failed; null where it didn't.</summary>
    public string? FailureMessage { get; init; }

    /// <summary>The GameLift fleet behind it, or null for an ordinary one.</summary>
    public string? FleetId { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Place> Places => [Requester.Place, Accepter.Place];

    /// <summary>The sides that an account has.</summary>
    public StateActor SidesOf(string account) =>
        (Requester.Account == account ? StateActor.Requester : StateActor.None) | (Accepter.Account == account ? StateActor.Accepter : StateActor.None);

    /// <summary>The sides that an account has in a Region.</summary>
    public StateActor SidesIn(Place place) =>
        (Requester.Place == place ? StateActor.Requester : StateActor.None) | (Accepter.Place == place ? StateActor.Accepter : StateActor.None);

    /// <summary>True once traffic has been able to flow.</summary>
    public bool WasActive(DateTimeOffset now) => Life.Phases.Exists(phase => phase.State == VpcPeeringStates.Active && phase.At <= now);

    /// <inheritdoc/>
    public override bool IsLive(DateTimeOffset now) => !VpcPeeringStates.Table.IsEnded(StateAt(now)) && StateAt(now) != VpcPeeringStates.Deleting;

    /// <inheritdoc/>
    public override bool IsGone(DateTimeOffset now) => !Places.Any(place => IsVisibleFrom(place, now));

    /// <inheritdoc/>
    public override bool IsVisibleFrom(Place place, DateTimeOffset now)
    {
        var phase = Life.At(now);
        var viewer = SidesOf(place.Account);
        // The accepter hears of a request once AWS has checked it.
        if (phase.State == VpcPeeringStates.InitiatingRequest)
            return SidesIn(place).HasFlag(StateActor.Requester);
        return VpcPeeringStates.VisibleFor(phase.State, viewer, EndedBy is { } by ? SidesOf(by.Account) : StateActor.None) is not { } limit || now - phase.At < limit;
    }
}
