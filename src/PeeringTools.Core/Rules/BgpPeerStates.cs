using static PeeringTools.Core.Rules.StateActions;

namespace PeeringTools.Core.Rules;

/// <summary>
/// The life of a BGP peer of a virtual interface, and its session's status. Source: Direct Connect API reference, BGPPeer (bgpPeerState, bgpStatus).
/// </summary>
internal static class BgpPeerStates
{
    /// <summary>Public only: the addresses are being verified.</summary>
    public const string Verifying = "verifying";

    /// <summary>Being made.</summary>
    public const string Pending = "pending";

    /// <summary>In service, whatever the session's status is.</summary>
    public const string Available = "available";

    /// <summary>Being removed.</summary>
    public const string Deleting = "deleting";

    /// <summary>Gone.</summary>
    public const string Deleted = "deleted";

    /// <summary>Session status: established.</summary>
    public const string StatusUp = "up";

    /// <summary>Session status: not established.</summary>
    public const string StatusDown = "down";

    /// <summary>The states.</summary>
    public static StateTable Table { get; } = new("BGP peer", RuleIds.DxBgpPeerWrongState,
        new(Verifying, StatePhase.Moving, new(Progress, StateActor.Service, Pending), new(Delete, StateActor.Requester, Deleting)),
        new(Pending, StatePhase.Moving, new(Progress, StateActor.Service, Available), new(Delete, StateActor.Requester, Deleting)),
        new(Available, StatePhase.Settled, new StateMove(Delete, StateActor.Requester, Deleting)),
        new(Deleting, StatePhase.Moving, new StateMove(Progress, StateActor.Service, Deleted)),
        new(Deleted, StatePhase.Ended));
}
