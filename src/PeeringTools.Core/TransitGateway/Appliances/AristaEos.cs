using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.TransitGateway.Appliances;

/// <summary>
/// Arista EOS. Left alone, it gives a tunnel's packets the TTL of what they carry, which is 2 for an eBGP session, and it takes another one only with path MTU discovery. On an IPv4 session it
/// has no next hop of its own for IPv6 routes, so the route map gives it.
/// </summary>
internal static class AristaEos
{
    /// <summary>The configuration to enter in global configuration mode.</summary>
    public static IReadOnlyList<ApplianceFile> Write(ApplianceTunnel tunnel) => [new($"{tunnel.PeerId}.eos.cfg", Text(OverIpv4(tunnel)))];

    private static string Text(ApplianceTunnel t)
    {
        var name = $"TGW-CONNECT-{t.Number}";
        var has6 = t.Inside6 is not null;
        return new ConfigurationText()
            .Add($"! {t.PeerId}: appliance {t.Outer}, transit gateway {t.GatewayOuter}.", "ip routing")
            .AddIf(has6, "ipv6 unicast-routing")
            .Add(
                "!",
                $"interface Tunnel{t.Number}",
                $"   description {t.PeerId}",
                $"   mtu {t.Mtu}",
                $"   ip address {t.Inside.Peer}/{t.InsideBlock.PrefixLength}")
            .AddIf(has6, $"   ipv6 address {t.Inside6}/{t.Inside6Block?.PrefixLength}")
            .Add(
                "   tunnel mode gre",
                $"   tunnel source {t.Outer}",
                $"   tunnel destination {t.GatewayOuter}",
                "   tunnel path-mtu-discovery",
                "   tunnel ttl 255",
                "!",
                $"ip prefix-list {name}-OUT",
                $"   ! {ApplianceTunnel.Mark}",
                $"   seq 10 permit {ApplianceTunnel.PlaceholderIpv4}")
            .AddIf(
                has6,
                "!",
                $"ipv6 prefix-list {name}-OUT6",
                $"   ! {ApplianceTunnel.Mark}",
                $"   seq 10 permit {ApplianceTunnel.PlaceholderIpv6}",
                "!",
                $"route-map {name}-OUT6 permit 10",
                $"   match ipv6 address prefix-list {name}-OUT6",
                $"   set ipv6 next-hop {t.Inside6}")
            .Add("!", $"router bgp {t.Asn}")
            .AddEach(t.Neighbors, n => Session(t, $"   neighbor {n}"))
            .Add("   !", "   address-family ipv4", $"      ! {ApplianceTunnel.Mark}", $"      network {ApplianceTunnel.PlaceholderIpv4}")
            .AddEach(t.Neighbors, n => [$"      neighbor {n} activate", $"      neighbor {n} prefix-list {name}-OUT out"])
            .AddIf(has6, "   !", "   address-family ipv6", $"      ! {ApplianceTunnel.Mark}", $"      network {ApplianceTunnel.PlaceholderIpv6}")
            .AddEach(has6 ? t.Neighbors : [], n => [$"      neighbor {n} activate", $"      neighbor {n} route-map {name}-OUT6 out"])
            .Add("!")
            .ToString();
    }

    private static IEnumerable<string> Session(ApplianceTunnel t, string neighbor) =>
    [
        $"{neighbor} remote-as {t.GatewayAsn}",
        $"{neighbor} description {t.PeerId}",
        t.IsInternal ? $"{neighbor} next-hop-self" : $"{neighbor} ebgp-multihop {ApplianceTunnel.EbgpTtl}",
        $"{neighbor} update-source Tunnel{t.Number}",
        $"{neighbor} timers {ApplianceTunnel.Keepalive} {ApplianceTunnel.HoldTime}",
    ];

    private static ApplianceTunnel OverIpv4(ApplianceTunnel tunnel) => tunnel.IsOverIpv6
        ? throw new FailureException(new(
            ErrorKind.BadInput,
            "ApplianceTunnelOverIpv6",
            $"{tunnel.PeerId} runs over IPv6 (PeerAddress {tunnel.Outer}), and Arista documents the GRE tunnel interfaces of EOS over IPv4 only.",
            "Choose another platform, or a Connect peer with an IPv4 PeerAddress.",
            tunnel.PeerId))
        : tunnel;
}
