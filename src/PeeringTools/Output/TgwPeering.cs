using PeeringTools.Aws.EC2.Model;

namespace PeeringTools;

/// <summary>A transit gateway peering attachment: every field of EC2's <c>TransitGatewayPeeringAttachment</c>, and the flat names that the next cmdlet binds.</summary>
public sealed class TgwPeering : PeeringRecord
{
    private readonly TransitGatewayPeeringAttachment _peering;
    private TgwPeeringGateway? _accepter;
    private TgwPeeringGateway? _requester;
    private TgwPeeringStatus? _status;
    private TgwPeeringOption? _options;
    private IReadOnlyList<ResourceTag>? _tags;

    internal TgwPeering(TransitGatewayPeeringAttachment peering, RecordOrigin origin)
        : base(origin) => _peering = peering;

    /// <summary>The id, <c>tgw-attach-...</c>; the same on both sides.</summary>
    public string? TransitGatewayAttachmentId => _peering.TransitGatewayAttachmentId;

    /// <summary>The accepter's id of the attachment, where AWS gives it one of its own.</summary>
    public string? AccepterTransitGatewayAttachmentId => _peering.AccepterTransitGatewayAttachmentId;

    /// <summary>The state: <c>pendingAcceptance</c>, <c>available</c> ..., as text; an unknown one passes through.</summary>
    public string? State => _peering.State;

    /// <summary>AWS's code and message about the state; a failed peering says here why.</summary>
    public TgwPeeringStatus? Status => _status ??= _peering.Status is { } status ? new(status) : null;

    /// <summary>The side that asked.</summary>
    public TgwPeeringGateway? RequesterTgwInfo => _requester ??= _peering.RequesterTgwInfo is { } gateway ? new(gateway) : null;

    /// <summary>The side that accepts.</summary>
    public TgwPeeringGateway? AccepterTgwInfo => _accepter ??= _peering.AccepterTgwInfo is { } gateway ? new(gateway) : null;

    /// <summary>The options.</summary>
    public TgwPeeringOption? Options => _options ??= _peering.Options is { } options ? new(options) : null;

    /// <summary>When it was made (UTC).</summary>
    public DateTime? CreationTime => _peering.CreationTime;

    /// <summary>The tags, as the account and Region that read it see them.</summary>
    public IReadOnlyList<ResourceTag> Tags => _tags ??= TagMapping.From(_peering.Tags);

    /// <summary>The requester's transit gateway.</summary>
    public string? TransitGatewayId => _peering.RequesterTgwInfo?.TransitGatewayId;

    /// <summary>The requester's account.</summary>
    public string? OwnerId => _peering.RequesterTgwInfo?.OwnerId;

    /// <summary>The requester's Region.</summary>
    public string? RequesterRegion => _peering.RequesterTgwInfo?.Region;

    /// <summary>The accepter's transit gateway.</summary>
    public string? PeerTransitGatewayId => _peering.AccepterTgwInfo?.TransitGatewayId;

    /// <summary>The accepter's account.</summary>
    public string? PeerAccountId => _peering.AccepterTgwInfo?.OwnerId;

    /// <summary>The accepter's Region.</summary>
    public string? PeerRegion => _peering.AccepterTgwInfo?.Region;

    /// <summary>The id.</summary>
    public override string ToString() => TransitGatewayAttachmentId ?? "";
}
