using static PeeringTools.Core.Rules.StateActions;

namespace PeeringTools.Core.Rules;

/// <summary>
/// The life of a Direct Connect virtual interface. <c>down</c> is a state at rest: a wait ends there. <c>approving</c> isn't documented but answered. Source:
/// Direct Connect API reference, VirtualInterface (virtualInterfaceState), StartBgpFailoverTest.
/// </summary>
internal static class VirtualInterfaceStates
{
    /// <summary>Hosted: the owner's confirmation is awaited.</summary>
    public const string Confirming = "confirming";

    /// <summary>Public only: the addresses are being verified.</summary>
    public const string Verifying = "verifying";

    /// <summary>Not documented: AWS is approving it.</summary>
    public const string Approving = "approving";

    /// <summary>Being made.</summary>
    public const string Pending = "pending";

    /// <summary>A BGP session is up.</summary>
    public const string Available = "available";

    /// <summary>No BGP session is up.</summary>
    public const string Down = "down";

    /// <summary>A failover test is running.</summary>
    public const string Testing = "testing";

    /// <summary>Being removed.</summary>
    public const string Deleting = "deleting";

    /// <summary>Gone.</summary>
    public const string Deleted = "deleted";

    /// <summary>Hosted: its owner refused it.</summary>
    public const string Rejected = "rejected";

    /// <summary>AWS can't tell.</summary>
    public const string Unknown = "unknown";

    /// <summary>How long a deleted virtual interface stays listed.</summary>
    public static readonly TimeSpan EndedVisibleFor = TimeSpan.FromMinutes(15);

    /// <summary>The states. The connection's owner is the requester; the owner of a hosted virtual interface is the accepter.</summary>
    public static StateTable Table { get; } = new("Virtual interface", RuleIds.DxVirtualInterfaceWrongState,
        new(Confirming, StatePhase.Waiting,
            new(Confirm, StateActor.Accepter, Pending),
            new(Confirm, StateActor.Accepter, Verifying),
            new(Delete, StateActor.Accepter, Rejected),
            new(Delete, StateActor.Requester, Deleting)),
        new(Verifying, StatePhase.Moving,
            new(Progress, StateActor.Service, Approving),
            new(Progress, StateActor.Service, Pending),
            new(Delete, StateActor.Either, Deleting)),
        new(Approving, StatePhase.Moving, new(Progress, StateActor.Service, Pending), new(Delete, StateActor.Either, Deleting)),
        new(Pending, StatePhase.Moving,
            new(Progress, StateActor.Service, Available),
            new(Progress, StateActor.Service, Down),
            new(Delete, StateActor.Either, Deleting)),
        new(Available, StatePhase.Settled,
            new(Progress, StateActor.Service, Down),
            new(Test, StateActor.Either, Testing),
            new(Delete, StateActor.Either, Deleting)),
        new(Down, StatePhase.Settled,
            new(Progress, StateActor.Service, Available),
            new(Test, StateActor.Either, Testing),
            new(Delete, StateActor.Either, Deleting)),
        new(Testing, StatePhase.Moving,
            new(Progress, StateActor.Service, Available),
            new(Progress, StateActor.Service, Down),
            new(Delete, StateActor.Either, Deleting)),
        new(Unknown, StatePhase.Moving,
            new(Progress, StateActor.Service, Pending),
            new(Progress, StateActor.Service, Available),
            new(Progress, StateActor.Service, Down),
            new(Delete, StateActor.Either, Deleting)),
        new(Deleting, StatePhase.Moving, new StateMove(Progress, StateActor.Service, Deleted)),
        new(Deleted, StatePhase.Ended),
        new(Rejected, StatePhase.Ended));
}
