using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Core.DirectConnect;

namespace PeeringTools;

/// <summary>A BGP peer of a Direct Connect virtual interface: every field of the API's <c>BGPPeer</c>; but its key, which is on no record.</summary>
public sealed class DxBgpPeer : PeeringRecord
{
    private readonly BGPPeer _peer;
    private readonly VirtualInterface _vif;

    internal DxBgpPeer(BGPPeer peer, VirtualInterface vif, RecordOrigin origin)
        : base(origin)
    {
        _peer = peer;
        _vif = vif;
    }

    /// <summary>The id, <c>dxpeer-...</c>.</summary>
    public string? BgpPeerId => _peer.BgpPeerId;

    /// <summary>The virtual interface it is on.</summary>
    public string? VirtualInterfaceId => _vif.VirtualInterfaceId;

    /// <summary>The customer's 2-byte AS number as the API tells it; 0 where it was made with AsnLong.</summary>
    public int? Asn => _peer.Asn;

    /// <summary>The customer's AS number in the API's long form.</summary>
    public long? AsnLong => _peer.AsnLong;

    /// <summary>The customer's AS number, whichever form it was made with.</summary>
    public long? CustomerAsn => BgpPeerService.AsnOf(_peer.Asn, _peer.AsnLong);

    /// <summary><c>ipv4</c> or <c>ipv6</c>.</summary>
    public string? AddressFamily => _peer.AddressFamily;

    /// <summary>AWS's address.</summary>
    public string? AmazonAddress => _peer.AmazonAddress;

    /// <summary>The customer's address.</summary>
    public string? CustomerAddress => _peer.CustomerAddress;

    /// <summary>The state: <c>pending</c>, <c>available</c> ...; an unknown one passes through.</summary>
    public string? BgpPeerState => _peer.BgpPeerState;

    /// <summary><c>up</c>, <c>down</c> or <c>unknown</c>.</summary>
    public string? BgpStatus => _peer.BgpStatus;

    /// <summary>The device at AWS's end.</summary>
    public string? AwsDeviceV2 => _peer.AwsDeviceV2;

    /// <summary>The logical device at AWS's end.</summary>
    public string? AwsLogicalDeviceId => _peer.AwsLogicalDeviceId;

    /// <summary>The Region it is in.</summary>
    public override string? Region => _vif.Region ?? base.Region;

    /// <summary>The id.</summary>
    public override string ToString() => BgpPeerId ?? "";
}
