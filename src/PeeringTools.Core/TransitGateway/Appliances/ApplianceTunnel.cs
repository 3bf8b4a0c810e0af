using System.Net;
using System.Net.Sockets;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.TransitGateway.Appliances;

/// <summary>A Connect peer as its appliance sees it: one GRE tunnel with a BGP session to each of the two addresses of the transit gateway.</summary>
internal sealed class ApplianceTunnel
{
    /// <summary>BGP keepalives, seconds: a third of the hold time (RFC 4271, 4.4).</summary>
    public const int Keepalive = 10;

    /// <summary>BGP hold time, seconds. AWS doesn't document the gateway's; both sides keep to the shorter one (RFC 4271, 4.2), so that a dead session is noticed within this.</summary>
    public const int HoldTime = 30;

    /// <summary>TTL of eBGP sessions (VPC transit gateways guide, "Connect attachments": "you must configure ebgp-multihop with a time-to-live (TTL) value of 2").</summary>
    public const int EbgpTtl = 2;

    /// <summary>Stands for the IPv4 prefix to advertise (RFC 5737: for documentation only).</summary>
    public const string PlaceholderIpv4 = "192.0.2.0/24";

    /// <summary>Stands for the IPv6 prefix to advertise (RFC 3849: for documentation only).</summary>
    public const string PlaceholderIpv6 = "2001:db8::/32";

    /// <summary>Marks every line that holds a placeholder.</summary>
    public const string Mark = "REPLACE: a prefix of yours to advertise";

    private ApplianceTunnel(string peerId, int number, int mtu, IPAddress outer, IPAddress gatewayOuter, IPNetwork inside, IPNetwork? inside6, long asn, long gatewayAsn)
    {
        PeerId = peerId;
        Number = number;
        Mtu = mtu;
        Outer = outer;
        GatewayOuter = gatewayOuter;
        Inside = InsideCidrs.Addresses(inside);
        InsideBlock = inside;
        Asn = asn;
        GatewayAsn = gatewayAsn;
        if (inside6 is { } block)
        {
            Inside6 = InsideCidrs.Addresses(block).Peer;
            Inside6Block = block;
        }
    }

    /// <summary>The Connect peer.</summary>
    public string PeerId { get; }

    /// <summary>The number of the tunnel interface on the appliance.</summary>
    public int Number { get; }

    /// <summary>The tunnel's MTU, bytes.</summary>
    public int Mtu { get; }

    /// <summary>The appliance's GRE address.</summary>
    public IPAddress Outer { get; }

    /// <summary>The transit gateway's GRE address.</summary>
    public IPAddress GatewayOuter { get; }

    /// <summary>True where GRE runs over IPv6.</summary>
    public bool IsOverIpv6 => Outer.AddressFamily == AddressFamily.InterNetworkV6;

    /// <summary>The appliance's inside address and the transit gateway's two.</summary>
    public InsideAddresses Inside { get; }

    /// <summary>The IPv4 inside block.</summary>
    public IPNetwork InsideBlock { get; }

    /// <summary>The appliance's IPv6 inside address, the next hop of its IPv6 routes; null without an IPv6 block.</summary>
    public IPAddress? Inside6 { get; }

    /// <summary>The IPv6 inside block, or null.</summary>
    public IPNetwork? Inside6Block { get; }

    /// <summary>The appliance's AS number.</summary>
    public long Asn { get; }

    /// <summary>The transit gateway's AS number.</summary>
    public long GatewayAsn { get; }

    /// <summary>True where both are in one AS: iBGP, no multihop, and the appliance is the next hop itself.</summary>
    public bool IsInternal => Asn == GatewayAsn;

    /// <summary>The transit gateway's addresses, one for each session.</summary>
    public IReadOnlyList<IPAddress> Neighbors => [Inside.Gateway1, Inside.Gateway2];

    /// <summary>Reads a Connect peer.</summary>
    /// <param name="peer">As AWS describes it.</param>
    /// <param name="number">The number of the tunnel interface.</param>
    /// <param name="mtu">The tunnel's MTU; null for the one that every path takes.</param>
    /// <exception cref="FailureException">AWS doesn't tell all of it, as of a peer that is gone.</exception>
    /// <exception cref="RuleException">The MTU doesn't fit the tunnel.</exception>
    public static ApplianceTunnel Of(TransitGatewayConnectPeer peer, int number, int? mtu)
    {
        var id = peer.TransitGatewayConnectPeerId!;
        if (peer.ConnectPeerConfiguration is not { BgpConfigurations: [{ PeerAsn: { } asn, TransitGatewayAsn: { } gatewayAsn }, ..] } configuration
            || !Cidrs.TryParseAddress(configuration.PeerAddress, out var outer)
            || !Cidrs.TryParseAddress(configuration.TransitGatewayAddress, out var gateway)
            || Block(configuration, AddressFamily.InterNetwork) is not { } inside)
        {
            throw new FailureException(new(
                ErrorKind.WrongState, "ConnectPeerIncomplete", $"AWS doesn't tell the tunnel and the BGP sessions of {id}, which is {peer.State}.", "Wait until it is available.", id));
        }

        var inside6 = Block(configuration, AddressFamily.InterNetworkV6);
        if (mtu is { } asked && GreTunnels.CheckMtu(asked, outer.AddressFamily, inside6 is not null, "Mtu") is { } broken)
            throw new RuleException(broken, asked);

        return new(id, number, mtu ?? GreTunnels.SafeMtu(outer.AddressFamily), outer, gateway, inside, inside6, asn, gatewayAsn);
    }

    private static IPNetwork? Block(TransitGatewayConnectPeerConfiguration configuration, AddressFamily family)
    {
        foreach (var text in configuration.InsideCidrBlocks ?? [])
        {
            if (Cidrs.TryParse(text, out var block) && block.BaseAddress.AddressFamily == family)
                return block;
        }

        return null;
    }
}
