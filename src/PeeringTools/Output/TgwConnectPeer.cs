using PeeringTools.Aws.EC2.Model;

namespace PeeringTools;

/// <summary>A Transit Gateway Connect peer: every field of EC2's <c>TransitGatewayConnectPeer</c>, and the flat names that the next cmdlet binds.</summary>
public sealed class TgwConnectPeer : PeeringRecord
{
    private readonly TransitGatewayConnectPeer _peer;
    private TgwConnectPeerConfiguration? _configuration;
    private IReadOnlyList<ResourceTag>? _tags;

    internal TgwConnectPeer(TransitGatewayConnectPeer peer, RecordOrigin origin)
        : base(origin) => _peer = peer;

    /// <summary>The id, <c>tgw-connect-peer-...</c>.</summary>
    public string? TransitGatewayConnectPeerId => _peer.TransitGatewayConnectPeerId;

    /// <summary>The Connect attachment it belongs to.</summary>
    public string? TransitGatewayAttachmentId => _peer.TransitGatewayAttachmentId;

    /// <summary>The state: <c>pending</c>, <c>available</c>, <c>deleting</c>, <c>deleted</c>; an unknown one passes through.</summary>
    public string? State => _peer.State;

    /// <summary>When it was made (UTC).</summary>
    public DateTime? CreationTime => _peer.CreationTime;

    /// <summary>Tunnel and BGP settings.</summary>
    public TgwConnectPeerConfiguration? ConnectPeerConfiguration => _configuration ??= _peer.ConnectPeerConfiguration is { } set ? new(set) : null;

    /// <summary>The tags.</summary>
    public IReadOnlyList<ResourceTag> Tags => _tags ??= TagMapping.From(_peer.Tags);

    /// <summary>The appliance's outer (GRE) address.</summary>
    public string? PeerAddress => _peer.ConnectPeerConfiguration?.PeerAddress;

    /// <summary>The transit gateway's outer (GRE) address.</summary>
    public string? TransitGatewayAddress => _peer.ConnectPeerConfiguration?.TransitGatewayAddress;

    /// <summary>The inside blocks: one IPv4 /29 and, optionally, one IPv6 /125.</summary>
    public IReadOnlyList<string> InsideCidrBlocks => ConnectPeerConfiguration?.InsideCidrBlocks ?? [];

    /// <summary>Both BGP sessions, each with its own status.</summary>
    public IReadOnlyList<TgwConnectPeerBgpSession> BgpConfigurations => ConnectPeerConfiguration?.BgpConfigurations ?? [];

    /// <summary>The appliance's AS number.</summary>
    public long? PeerAsn => BgpConfigurations is [var first, ..] ? first.PeerAsn : null;

    /// <summary>The transit gateway's AS number.</summary>
    public long? TransitGatewayAsn => BgpConfigurations is [var first, ..] ? first.TransitGatewayAsn : null;

    /// <summary>The id.</summary>
    public override string ToString() => TransitGatewayConnectPeerId ?? "";
}
