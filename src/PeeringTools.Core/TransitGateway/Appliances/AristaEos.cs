namespace PeeringTools.Core.TransitGateway.Appliances;

/// <summary>Arista EOS.</summary>
internal static class AristaEos
{
    /// <summary>The configuration to enter in global configuration mode.</summary>
    public static IReadOnlyList<ApplianceFile> Write(ApplianceTunnel tunnel) => [new($"{tunnel.PeerId}.eos.cfg", Text(OverIpv4.Require(tunnel, "Arista EOS")))];

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
                "!",
                $"! {ApplianceTunnel.Mark}",
                $"ip prefix-list {name}-OUT seq 10 permit {ApplianceTunnel.PlaceholderIpv4}")
            .AddIf(has6, $"ipv6 prefix-list {name}-OUT6", $"   ! {ApplianceTunnel.Mark}", $"   seq 10 permit {ApplianceTunnel.PlaceholderIpv6}")
            .Add("!", $"router bgp {t.Asn}")
            .AddEach(t.Neighbors, n => Session(t, $"   neighbor {n}"))
            .Add("   !", "   address-family ipv4", $"      ! {ApplianceTunnel.Mark}", $"      network {ApplianceTunnel.PlaceholderIpv4}")
            .AddEach(t.Neighbors, n => [$"      neighbor {n} activate", $"      neighbor {n} prefix-list {name}-OUT out"])
            .AddIf(has6, "   !", "   address-family ipv6", $"      ! {ApplianceTunnel.Mark}", $"      network {ApplianceTunnel.PlaceholderIpv6}")
            .AddEach(has6 ? t.Neighbors : [], n => [$"      neighbor {n} activate", $"      neighbor {n} prefix-list {name}-OUT6 out"])
            .Add("!")
            .ToString();
    }

    private static IEnumerable<string> Session(ApplianceTunnel t, string neighbor)
    {
        yield return $"{neighbor} remote-as {t.GatewayAsn}";
        yield return $"{neighbor} description {t.PeerId}";
        if (t.IsInternal)
            yield return $"{neighbor} next-hop-self";
        else
            yield return $"{neighbor} ebgp-multihop {ApplianceTunnel.EbgpTtl}";
        yield return $"{neighbor} update-source Tunnel{t.Number}";
        yield return $"{neighbor} timers {ApplianceTunnel.Keepalive} {ApplianceTunnel.HoldTime}";
        if (t.Inside6 is not null)
            yield return $"{neighbor} local-v6-addr {t.Inside6}";
    }
}
