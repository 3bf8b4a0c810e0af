namespace PeeringTools.Core.TransitGateway.Appliances;

/// <summary>VyOS 1.4 and later. Left alone, it puts an encapsulation limit before GRE in IPv6, as Linux does (<see cref="FrRouting"/>).</summary>
internal static class VyOS
{
    /// <summary>The commands for configuration mode.</summary>
    public static IReadOnlyList<ApplianceFile> Write(ApplianceTunnel tunnel) => [new($"{tunnel.PeerId}.vyos.conf", Text(tunnel))];

    private static string Text(ApplianceTunnel t)
    {
        var name = $"TGW-CONNECT-{t.Number}";
        var tunnel = $"set interfaces tunnel tun{t.Number}";
        var has6 = t.Inside6 is not null;
        return new ConfigurationText()
            .Add(
                $"# {t.PeerId}: appliance {t.Outer}, transit gateway {t.GatewayOuter}.",
                $"{tunnel} description '{t.PeerId}'",
                $"{tunnel} encapsulation '{(t.IsOverIpv6 ? "ip6gre" : "gre")}'",
                $"{tunnel} source-address '{t.Outer}'",
                $"{tunnel} remote '{t.GatewayOuter}'")
            .AddIf(t.IsOverIpv6, $"{tunnel} parameters ipv6 encaplimit 'none'")
            .Add(
                $"{tunnel} mtu '{t.Mtu}'",
                $"{tunnel} address '{t.Inside.Peer}/{t.InsideBlock.PrefixLength}'")
            .AddIf(has6, $"{tunnel} address '{t.Inside6}/{t.Inside6Block?.PrefixLength}'")
            .Add(
                $"set policy prefix-list {name}-OUT rule 10 action 'permit'",
                $"# {ApplianceTunnel.Mark}",
                $"set policy prefix-list {name}-OUT rule 10 prefix '{ApplianceTunnel.PlaceholderIpv4}'")
            .AddIf(
                has6,
                $"set policy prefix-list6 {name}-OUT6 rule 10 action 'permit'",
                $"# {ApplianceTunnel.Mark}",
                $"set policy prefix-list6 {name}-OUT6 rule 10 prefix '{ApplianceTunnel.PlaceholderIpv6}'",
                $"set policy route-map {name}-OUT6 rule 10 action 'permit'",
                $"set policy route-map {name}-OUT6 rule 10 match ipv6 address prefix-list '{name}-OUT6'",
                $"set policy route-map {name}-OUT6 rule 10 set ipv6-next-hop global '{t.Inside6}'")
            .Add(
                $"set protocols bgp system-as '{t.Asn}'",
                $"# {ApplianceTunnel.Mark}",
                $"set protocols bgp address-family ipv4-unicast network {ApplianceTunnel.PlaceholderIpv4}")
            .AddIf(has6, $"# {ApplianceTunnel.Mark}", $"set protocols bgp address-family ipv6-unicast network {ApplianceTunnel.PlaceholderIpv6}")
            .AddEach(t.Neighbors, n => Session(t, name, $"set protocols bgp neighbor {n}"))
            .ToString();
    }

    private static IEnumerable<string> Session(ApplianceTunnel t, string name, string neighbor)
    {
        yield return $"{neighbor} remote-as '{t.GatewayAsn}'";
        yield return $"{neighbor} description '{t.PeerId}'";
        if (!t.IsInternal)
            yield return $"{neighbor} ebgp-multihop '{ApplianceTunnel.EbgpTtl}'";
        yield return $"{neighbor} update-source '{t.Inside.Peer}'";
        yield return $"{neighbor} timers keepalive '{ApplianceTunnel.Keepalive}'";
        yield return $"{neighbor} timers holdtime '{ApplianceTunnel.HoldTime}'";
        yield return $"{neighbor} address-family ipv4-unicast prefix-list export '{name}-OUT'";
        if (t.IsInternal)
            yield return $"{neighbor} address-family ipv4-unicast nexthop-self";
        if (t.Inside6 is not null)
            yield return $"{neighbor} address-family ipv6-unicast route-map export '{name}-OUT6'";
    }
}
