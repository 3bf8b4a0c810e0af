namespace PeeringTools.Core.TransitGateway.Appliances;

/// <summary>
/// FRRouting on Linux: the tunnel by iproute2, for FRRouting makes none, and the rest as FRRouting's own configuration. eBGP sessions carry nothing without a policy in each direction, so they
/// have one. Left alone, Linux puts an encapsulation limit before GRE in IPv6: 8 bytes that the MTU doesn't count, and a header that the other side needn't know.
/// </summary>
internal static class FrRouting
{
    /// <summary>The script that makes the tunnel, and the configuration to load after it.</summary>
    public static IReadOnlyList<ApplianceFile> Write(ApplianceTunnel tunnel) =>
        [new($"{tunnel.PeerId}.gre.sh", Tunnel(tunnel)), new($"{tunnel.PeerId}.frr.conf", Routing(tunnel))];

    private static string Tunnel(ApplianceTunnel t) => new ConfigurationText()
        .Add(
            "#!/bin/sh",
            $"# The GRE tunnel of {t.PeerId}. Run it as root before FRRouting loads {t.PeerId}.frr.conf.",
            "set -e",
            $"ip link add gre{t.Number} type {Type(t)} local {t.Outer} remote {t.GatewayOuter} ttl 255{(t.IsOverIpv6 ? " encaplimit none" : "")}",
            $"ip link set dev gre{t.Number} mtu {t.Mtu} up")
        .ToString();

    private static string Type(ApplianceTunnel t) => t.IsOverIpv6 ? "ip6gre" : "gre";

    private static string Routing(ApplianceTunnel t)
    {
        var name = $"TGW-CONNECT-{t.Number}";
        return new ConfigurationText()
            .Add(
                $"! {t.PeerId}: appliance {t.Outer}, transit gateway {t.GatewayOuter}. {t.PeerId}.gre.sh makes the tunnel.",
                $"interface gre{t.Number}",
                $" ip address {t.Inside.Peer}/{t.InsideBlock.PrefixLength}")
            .AddIf(t.Inside6 is not null, $" ipv6 address {t.Inside6}/{t.Inside6Block?.PrefixLength}")
            .Add(
                "exit",
                "!",
                $"! {ApplianceTunnel.Mark}",
                $"ip prefix-list {name}-OUT seq 10 permit {ApplianceTunnel.PlaceholderIpv4}",
                $"ip prefix-list {name}-IN seq 10 permit 0.0.0.0/0 le 32")
            .AddIf(
                t.Inside6 is not null,
                $"! {ApplianceTunnel.Mark}",
                $"ipv6 prefix-list {name}-OUT6 seq 10 permit {ApplianceTunnel.PlaceholderIpv6}",
                $"ipv6 prefix-list {name}-IN6 seq 10 permit ::/0 le 128",
                "!",
                $"route-map {name}-OUT6 permit 10",
                $" match ipv6 address prefix-list {name}-OUT6",
                $" set ipv6 next-hop global {t.Inside6}",
                "exit")
            .Add("!", $"router bgp {t.Asn}")
            .AddEach(t.Neighbors, n => Session(t, $" neighbor {n}"))
            .Add(" !", " address-family ipv4 unicast", $"  ! {ApplianceTunnel.Mark}", $"  network {ApplianceTunnel.PlaceholderIpv4}")
            .AddEach(t.Neighbors, n => [$"  neighbor {n} activate", $"  neighbor {n} prefix-list {name}-OUT out", $"  neighbor {n} prefix-list {name}-IN in", .. Self(t, $"  neighbor {n}")])
            .Add(" exit-address-family")
            .AddIf(t.Inside6 is not null, " !", " address-family ipv6 unicast", $"  ! {ApplianceTunnel.Mark}", $"  network {ApplianceTunnel.PlaceholderIpv6}")
            .AddEach(
                t.Inside6 is null ? [] : t.Neighbors,
                n => [$"  neighbor {n} activate", $"  neighbor {n} route-map {name}-OUT6 out", $"  neighbor {n} prefix-list {name}-IN6 in"])
            .AddIf(t.Inside6 is not null, " exit-address-family")
            .Add("exit")
            .ToString();
    }

    private static IEnumerable<string> Session(ApplianceTunnel t, string neighbor) =>
    [
        $"{neighbor} remote-as {t.GatewayAsn}",
        $"{neighbor} description {t.PeerId}",
        .. t.IsInternal ? Array.Empty<string>() : [$"{neighbor} ebgp-multihop {ApplianceTunnel.EbgpTtl}"],
        $"{neighbor} update-source {t.Inside.Peer}",
        $"{neighbor} timers {ApplianceTunnel.Keepalive} {ApplianceTunnel.HoldTime}",
    ];

    private static string[] Self(ApplianceTunnel t, string neighbor) => t.IsInternal ? [$"{neighbor} next-hop-self"] : [];
}
