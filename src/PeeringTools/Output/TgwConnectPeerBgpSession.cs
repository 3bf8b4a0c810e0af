using PeeringTools.Aws.EC2.Model;

namespace PeeringTools;

/// <summary>One of the two BGP sessions of a Connect peer.</summary>
public sealed class TgwConnectPeerBgpSession
{
    private readonly TransitGatewayAttachmentBgpConfiguration _session;

    internal TgwConnectPeerBgpSession(TransitGatewayAttachmentBgpConfiguration session) => _session = session;

    /// <summary>The transit gateway's AS number.</summary>
    public long? TransitGatewayAsn => _session.TransitGatewayAsn;

    /// <summary>The appliance's AS number.</summary>
    public long? PeerAsn => _session.PeerAsn;

    /// <summary>The transit gateway's inside address.</summary>
    public string? TransitGatewayAddress => _session.TransitGatewayAddress;

    /// <summary>The appliance's inside address.</summary>
    public string? PeerAddress => _session.PeerAddress;

    /// <summary><c>up</c> or <c>down</c>.</summary>
    public string? BgpStatus => _session.BgpStatus;

    /// <summary>Address and status.</summary>
    public override string ToString() => $"{TransitGatewayAddress} {BgpStatus}";
}
