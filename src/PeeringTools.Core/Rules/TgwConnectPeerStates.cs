using static PeeringTools.Core.Rules.StateActions;

namespace PeeringTools.Core.Rules;

/// <summary>
/// The life of a Connect peer. Source: EC2 API reference, TransitGatewayConnectPeer (State). Whether a pending peer can be deleted isn't documented; the table
/// leaves the answer to the service.
/// </summary>
internal static class TgwConnectPeerStates
{
    /// <summary>Being made.</summary>
    public const string Pending = "pending";

    /// <summary>In service.</summary>
    public const string Available = "available";

    /// <summary>Being removed.</summary>
    public const string Deleting = "deleting";

    /// <summary>Gone.</summary>
    public const string Deleted = "deleted";

    /// <summary>The states.</summary>
    public static StateTable Table { get; } = new("Connect peer", RuleIds.TgwConnectPeerWrongState,
        new(Pending, StatePhase.Moving, new(Progress, StateActor.Service, Available), new(Delete, StateActor.Requester, Deleting)),
        new(Available, StatePhase.Settled, new StateMove(Delete, StateActor.Requester, Deleting)),
        new(Deleting, StatePhase.Moving, new StateMove(Progress, StateActor.Service, Deleted)),
        new(Deleted, StatePhase.Ended));
}
