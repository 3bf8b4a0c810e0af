using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Core.DirectConnect;

namespace PeeringTools;

/// <summary>
/// A Direct Connect virtual interface: every field of the API's <c>VirtualInterface</c> but the BGP key, which is on no record, and CustomerRouterConfig comes without it.
/// </summary>
public sealed class DxVirtualInterface : PeeringRecord
{
    private readonly VirtualInterface _vif;
    private readonly string? _routerConfig;
    private IReadOnlyList<DxBgpPeer>? _peers;

    internal DxVirtualInterface(VirtualInterface vif, RecordOrigin origin)
        : base(origin)
    {
        _vif = vif;
        _routerConfig = RouterConfigRedaction.Redact(vif);
    }

    /// <summary>The account that owns it.</summary>
    public string? OwnerAccount => _vif.OwnerAccount;

    /// <summary>The id, <c>dxvif-...</c>.</summary>
    public string? VirtualInterfaceId => _vif.VirtualInterfaceId;

    /// <summary>The Direct Connect location.</summary>
    public string? Location => _vif.Location;

    /// <summary>The connection or LAG it is on.</summary>
    public string? ConnectionId => _vif.ConnectionId;

    /// <summary><c>private</c>, <c>public</c> or <c>transit</c>.</summary>
    public string? VirtualInterfaceType => _vif.VirtualInterfaceType;

    /// <summary>The name its owner gave it.</summary>
    public string? VirtualInterfaceName => _vif.VirtualInterfaceName;

    /// <summary>The VLAN, 1 to 4094.</summary>
    public int? Vlan => _vif.Vlan;

    /// <summary>The customer's 2-byte AS number as the API tells it; 0 where it was made with AsnLong.</summary>
    public int? Asn => _vif.Asn;

    /// <summary>The customer's AS number in the API's long form.</summary>
    public long? AsnLong => _vif.AsnLong;

    /// <summary>The customer's AS number, whichever form it was made with.</summary>
    public long? CustomerAsn => BgpPeerService.AsnOf(_vif.Asn, _vif.AsnLong);

    /// <summary>AWS's AS number.</summary>
    public long? AmazonSideAsn => _vif.AmazonSideAsn;

    /// <summary>AWS's address in the first BGP session.</summary>
    public string? AmazonAddress => _vif.AmazonAddress;

    /// <summary>The customer's address in the first BGP session.</summary>
    public string? CustomerAddress => _vif.CustomerAddress;

    /// <summary><c>ipv4</c> or <c>ipv6</c>.</summary>
    public string? AddressFamily => _vif.AddressFamily;

    /// <summary>The state: <c>available</c>, <c>down</c> ...; an unknown one passes through.</summary>
    public string? VirtualInterfaceState => _vif.VirtualInterfaceState;

    /// <summary>The router configuration that AWS suggests (XML), without BGP keys.</summary>
    public string? CustomerRouterConfig => _routerConfig;

    /// <summary>The MTU: 1500, 8500 or, on older private ones, 9001.</summary>
    public int? Mtu => _vif.Mtu;

    /// <summary>Whether it can carry jumbo frames.</summary>
    public bool? JumboFrameCapable => _vif.JumboFrameCapable;

    /// <summary>The virtual private gateway of a private one, or empty.</summary>
    public string? VirtualGatewayId => _vif.VirtualGatewayId;

    /// <summary>The Direct Connect gateway of a private or transit one, or empty.</summary>
    public string? DirectConnectGatewayId => _vif.DirectConnectGatewayId;

    /// <summary>The prefixes that a public one advertises to AWS.</summary>
    public IReadOnlyList<string> RouteFilterPrefixes => _vif.RouteFilterPrefixes is { } prefixes ? [.. prefixes.Select(p => p.Cidr ?? "")] : [];

    /// <summary>Its BGP peers.</summary>
    public IReadOnlyList<DxBgpPeer> BgpPeers => _peers ??= _vif.BgpPeers is { } peers ? [.. peers.Select(p => new DxBgpPeer(p, _vif, Origin))] : [];

    /// <summary>The Region it is in.</summary>
    public override string? Region => _vif.Region ?? base.Region;

    /// <summary>The device at AWS's end.</summary>
    public string? AwsDeviceV2 => _vif.AwsDeviceV2;

    /// <summary>The logical device at AWS's end.</summary>
    public string? AwsLogicalDeviceId => _vif.AwsLogicalDeviceId;

    /// <summary>The tags.</summary>
    public IReadOnlyList<ResourceTag> Tags => TagMapping.From(_vif.Tags);

    /// <summary>Whether SiteLink is on.</summary>
    public bool? SiteLinkEnabled => _vif.SiteLinkEnabled;

    /// <summary>The id.</summary>
    public override string ToString() => VirtualInterfaceId ?? "";
}
