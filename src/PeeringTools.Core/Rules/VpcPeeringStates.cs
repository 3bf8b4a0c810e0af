using static PeeringTools.Core.Rules.StateActions;

namespace PeeringTools.Core.Rules;

/// <summary>
/// The life of a VPC peering connection. Source: VPC peering guide, "VPC peering connection lifecycle"; EC2 API reference, VpcPeeringConnectionStateReason. One
/// account that has both sides acts as <see cref="StateActor.Either"/>.
/// </summary>
internal static class VpcPeeringStates
{
    /// <summary>The request is being checked.</summary>
    public const string InitiatingRequest = "initiating-request";

    /// <summary>The accepter's answer is awaited.</summary>
    public const string PendingAcceptance = "pending-acceptance";

    /// <summary>Accepted, about to be active.</summary>
    public const string Provisioning = "provisioning";

    /// <summary>Traffic can flow.</summary>
    public const string Active = "active";

    /// <summary>Inter-Region only: on the way to deleted.</summary>
    public const string Deleting = "deleting";

    /// <summary>The request was refused by AWS: wrong ids, or CIDR blocks that overlap.</summary>
    public const string Failed = "failed";

    /// <summary>Nobody answered in time.</summary>
    public const string Expired = "expired";

    /// <summary>The accepter refused.</summary>
    public const string Rejected = "rejected";

    /// <summary>An owner deleted it.</summary>
    public const string Deleted = "deleted";

    /// <summary>How long a request waits for its answer: 168 h, fixed.</summary>
    public static readonly TimeSpan ExpiresAfter = TimeSpan.FromHours(168);

    /// <summary>The states in which there is nothing left to delete.</summary>
    public static readonly IReadOnlyList<string> Gone = [Deleted, Deleting, Rejected, Failed, Expired];

    private static readonly TimeSpan TwoHours = TimeSpan.FromHours(2);
    private static readonly TimeSpan TwoDays = TimeSpan.FromDays(2);

    /// <summary>The states and who may do what.</summary>
    public static StateTable Table { get; } = new("VPC peering connection", RuleIds.VpcPeeringWrongState,
        new(InitiatingRequest, StatePhase.Moving, new(Progress, StateActor.Service, PendingAcceptance), new(Fail, StateActor.Service, Failed)),
        new(PendingAcceptance, StatePhase.Waiting,
            new(Accept, StateActor.Accepter, Provisioning),
            new(Reject, StateActor.Accepter, Rejected),
            new(Delete, StateActor.Requester, Deleted),
            new(Expire, StateActor.Service, Expired)),
        new(Provisioning, StatePhase.Moving, new StateMove(Progress, StateActor.Service, Active)),
        new(Active, StatePhase.Settled,
            new(Modify, StateActor.Either, Active),
            new(Delete, StateActor.Either, Deleted),
            new(Delete, StateActor.Either, Deleting)),
        new(Deleting, StatePhase.Moving, new StateMove(Progress, StateActor.Service, Deleted)),
        new(Failed, StatePhase.Ended),
        new(Expired, StatePhase.Ended),
        new(Rejected, StatePhase.Ended),
        new(Deleted, StatePhase.Ended));

    /// <summary>What follows a deletion: an inter-Region peering that is active passes through <see cref="Deleting"/>.</summary>
    public static string AfterDelete(string state, bool interRegion) =>
        interRegion && string.Equals(state, Active, StringComparison.OrdinalIgnoreCase) ? Deleting : Deleted;

    /// <summary>How long an ended peering stays in a side's descriptions: null where no time limits it, zero where that side never sees it.</summary>
    /// <param name="state">The peering's state.</param>
    /// <param name="viewer">The side that looks; <see cref="StateActor.Either"/> for an account that has both.</param>
    /// <param name="deletedBy">The side that deleted it; matters for <see cref="Deleted"/> between two accounts only.</param>
    public static TimeSpan? VisibleFor(string state, StateActor viewer, StateActor deletedBy = StateActor.None)
    {
        var isSameAccount = viewer == StateActor.Either;
        return Table.Find(state)?.Name switch
        {
            Failed => viewer.HasFlag(StateActor.Requester) ? TwoHours : TimeSpan.Zero,
            Expired => TwoDays,
            Rejected => viewer == StateActor.Requester ? TwoDays : TwoHours,
            Deleted => isSameAccount || viewer == deletedBy ? TwoHours : TwoDays,
            _ => null,
        };
    }

    /// <summary>
    /// Rules <see cref="RuleIds.VpcPeeringNotYourSide"/> (the state allows it, but to the other account) and <see cref="RuleIds.VpcPeeringWrongState"/>: the
    /// action fits state and side.
    /// </summary>
    /// <param name="peeringId">The peering.</param>
    /// <param name="state">Its state.</param>
    /// <param name="action">One of <see cref="StateActions"/>.</param>
    /// <param name="by">The side that the caller's account has.</param>
    public static RuleBreak? CheckAction(string peeringId, string? state, string action, StateActor by)
    {
        if (Table.FindMove(state, action, by) is null && Table.FindMove(state, action, StateActor.Either) is { } move)
        {
            var side = move.By == StateActor.Accepter ? "accepter" : "requester";
            return new(RuleIds.VpcPeeringNotYourSide,
                $"VPC peering connection {RuleText.Quote(peeringId)} is {state}; to {action} it, allowed is the {side}'s account only.",
                $"Do it with credentials of the {side}'s account.");
        }

        return Table.CheckAction(peeringId, state, action, by);
    }

    /// <summary>The status message that goes with a state, for the sandbox to answer. Source: EC2 API reference and AWS CLI examples,
    /// DescribeVpcPeeringConnections; only those of
    /// <see cref="PendingAcceptance"/> and <see cref="Active"/> are confirmed, so no tool may depend on the others' wording.</summary>
    /// <param name="state">The state.</param>
    /// <param name="accepterId">The accepter's account.</param>
    /// <param name="actorId">The account that deleted the peering.</param>
    public static string Message(string state, string accepterId, string actorId) => state switch
    {
        InitiatingRequest => "Initiating Request to " + accepterId,
        PendingAcceptance => "Pending Acceptance by " + accepterId,
        Provisioning => "Provisioning",
        Active => "Active",
        Failed => "Failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range",
        Expired => "Expired",
        Rejected => "Inactive",
        Deleting => "Deleting",
        Deleted => "Deleted by " + actorId,
        _ => state,
    };
}
