using static PeeringTools.Core.Rules.StateActions;

namespace PeeringTools.Core.Rules;

/// <summary>
/// The life of transit gateway attachments: VPC, Connect and Direct Connect gateway in <see cref="Table"/>, peering in <see cref="TgwPeeringStates"/>. Source:
/// VPC transit gateways guide, "VPC attachment lifecycle"; EC2 API reference, TransitGatewayAttachment (State).
/// </summary>
internal static class TgwAttachmentStates
{
    /// <summary>The request is being checked.</summary>
    public const string Initiating = "initiating";

    /// <summary>The request is on its way to the other side.</summary>
    public const string InitiatingRequest = "initiatingRequest";

    /// <summary>The gateway owner's answer is awaited.</summary>
    public const string PendingAcceptance = "pendingAcceptance";

    /// <summary>A change is being undone.</summary>
    public const string RollingBack = "rollingBack";

    /// <summary>Being made.</summary>
    public const string Pending = "pending";

    /// <summary>In service.</summary>
    public const string Available = "available";

    /// <summary>Being changed.</summary>
    public const string Modifying = "modifying";

    /// <summary>Being removed.</summary>
    public const string Deleting = "deleting";

    /// <summary>Gone.</summary>
    public const string Deleted = "deleted";

    /// <summary>It couldn't be made.</summary>
    public const string Failed = "failed";

    /// <summary>The other side refused.</summary>
    public const string Rejected = "rejected";

    /// <summary>Being refused.</summary>
    public const string Rejecting = "rejecting";

    /// <summary>About to fail.</summary>
    public const string Failing = "failing";

    /// <summary>How long an ended attachment stays in descriptions.</summary>
    public static readonly TimeSpan EndedVisibleFor = TimeSpan.FromHours(2);

    /// <summary>The states.</summary>
    public static StateTable Table { get; } = Create("Transit gateway attachment", RuleIds.TgwAttachmentWrongState, StateActor.Requester);

    /// <summary>The states of an attachment whose available form the given sides may delete.</summary>
    internal static StateTable Create(string resource, string wrongStateRuleId, StateActor deleters) => new(resource, wrongStateRuleId,
        new(Initiating, StatePhase.Moving,
            new(Progress, StateActor.Service, InitiatingRequest),
            new(Progress, StateActor.Service, Pending),
            new(Fail, StateActor.Service, Failing)),
        new(InitiatingRequest, StatePhase.Moving,
            new(Progress, StateActor.Service, PendingAcceptance),
            new(Fail, StateActor.Service, Failing),
            new(Fail, StateActor.Service, Failed)),
        new(PendingAcceptance, StatePhase.Waiting,
            new(Accept, StateActor.Accepter, Pending),
            new(Reject, StateActor.Accepter, Rejecting),
            new(Delete, StateActor.Requester, Deleting)),
        new(Pending, StatePhase.Moving, new(Progress, StateActor.Service, Available), new(Fail, StateActor.Service, Failing)),
        new(Available, StatePhase.Settled, new(Modify, StateActor.Requester, Modifying), new(Delete, deleters, Deleting)),
        new(Modifying, StatePhase.Moving, new(Progress, StateActor.Service, Available), new(Fail, StateActor.Service, RollingBack)),
        new(RollingBack, StatePhase.Moving, new StateMove(Progress, StateActor.Service, Available)),
        new(Rejecting, StatePhase.Moving, new StateMove(Progress, StateActor.Service, Rejected)),
        new(Failing, StatePhase.Moving, new StateMove(Progress, StateActor.Service, Failed)),
        new(Deleting, StatePhase.Moving, new StateMove(Progress, StateActor.Service, Deleted)),
        new(Failed, StatePhase.Ended),
        new(Rejected, StatePhase.Ended),
        new(Deleted, StatePhase.Ended));
}
