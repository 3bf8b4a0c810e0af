using PeeringTools.Aws.EC2.Model;

namespace PeeringTools;

/// <summary>A VPC peering connection: every field of EC2's <c>VpcPeeringConnection</c>, and the flat names that the next cmdlet binds.</summary>
public sealed class VpcPeering : PeeringRecord
{
    private readonly VpcPeeringConnection _peering;
    private VpcPeeringVpc? _accepter;
    private VpcPeeringVpc? _requester;
    private VpcPeeringStatus? _status;
    private IReadOnlyList<ResourceTag>? _tags;

    internal VpcPeering(VpcPeeringConnection peering, RecordOrigin origin)
        : base(origin) => _peering = peering;

    /// <summary>The id, <c>pcx-...</c>.</summary>
    public string? VpcPeeringConnectionId => _peering.VpcPeeringConnectionId;

    /// <summary>The state: <c>pending-acceptance</c>, <c>active</c> ..., as text; an unknown one passes through.</summary>
    public string? State => _peering.Status?.Code;

    /// <summary>State and AWS's message about it; a failed peering says here why.</summary>
    public VpcPeeringStatus? Status => _status ??= _peering.Status is { } status ? new(status) : null;

    /// <summary>The side that asked.</summary>
    public VpcPeeringVpc? RequesterVpcInfo => _requester ??= _peering.RequesterVpcInfo is { } vpc ? new(vpc) : null;

    /// <summary>The side that accepts. While a peering across Regions is pending it shows owner, Region and VPC only.</summary>
    public VpcPeeringVpc? AccepterVpcInfo => _accepter ??= _peering.AccepterVpcInfo is { } vpc ? new(vpc) : null;

    /// <summary>When a pending request expires (UTC); empty otherwise.</summary>
    public DateTime? ExpirationTime => _peering.ExpirationTime;

    /// <summary>The tags, as the account and Region that read it see them.</summary>
    public IReadOnlyList<ResourceTag> Tags => _tags ??= TagMapping.From(_peering.Tags);

    /// <summary>The requester's VPC.</summary>
    public string? VpcId => _peering.RequesterVpcInfo?.VpcId;

    /// <summary>The requester's account.</summary>
    public string? OwnerId => _peering.RequesterVpcInfo?.OwnerId;

    /// <summary>The requester's Region.</summary>
    public string? RequesterRegion => _peering.RequesterVpcInfo?.Region;

    /// <summary>The accepter's VPC.</summary>
    public string? PeerVpcId => _peering.AccepterVpcInfo?.VpcId;

    /// <summary>The accepter's account.</summary>
    public string? PeerOwnerId => _peering.AccepterVpcInfo?.OwnerId;

    /// <summary>The accepter's Region.</summary>
    public string? PeerRegion => _peering.AccepterVpcInfo?.Region;

    /// <summary>The id.</summary>
    public override string ToString() => VpcPeeringConnectionId ?? "";
}
