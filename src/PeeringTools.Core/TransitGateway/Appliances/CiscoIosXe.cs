using System.Net;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.TransitGateway.Appliances;

/// <summary>Cisco IOS XE.</summary>
internal static class CiscoIosXe
{
    private static readonly IPNetwork Placeholder = IPNetwork.Parse(ApplianceTunnel.PlaceholderIpv4);

    /// <summary>The configuration to enter in global configuration mode.</summary>
    public static IReadOnlyList<ApplianceFile> Write(ApplianceTunnel tunnel) => [new($"{tunnel.PeerId}.iosxe.cfg", Text(tunnel))];

    private static string Text(ApplianceTunnel t)
    {
        var name = $"TGW-CONNECT-{t.Number}";
        return new ConfigurationText()
            .Add($"! {t.PeerId}: appliance {t.Outer}, transit gateway {t.GatewayOuter}.")
            .AddIf(t.Inside6 is not null, "ipv6 unicast-routing")
            .Add(
                $"interface Tunnel{t.Number}",
                $" description {t.PeerId}",
                $" ip address {t.Inside.Peer} {Mask(t.InsideBlock)}",
                $" ip mtu {t.Mtu}")
            .AddIf(t.Inside6 is not null, $" ipv6 address {t.Inside6}/{t.Inside6Block?.PrefixLength}", $" ipv6 mtu {t.Mtu}")
            .Add(
                $" tunnel source {t.Outer}",
                $" tunnel destination {t.GatewayOuter}",
                $" tunnel mode gre {(t.IsOverIpv6 ? "ipv6" : "ip")}",
                "!",
                $"! {ApplianceTunnel.Mark}",
                $"ip prefix-list {name}-OUT seq 10 permit {ApplianceTunnel.PlaceholderIpv4}")
            .AddIf(
                t.Inside6 is not null,
                $"! {ApplianceTunnel.Mark}",
                $"ipv6 prefix-list {name}-OUT6 seq 10 permit {ApplianceTunnel.PlaceholderIpv6}",
                "!",
                $"route-map {name}-OUT6 permit 10",
                $" match ipv6 address prefix-list {name}-OUT6",
                $" set ipv6 next-hop {t.Inside6}")
            .Add("!", $"router bgp {t.Asn}")
            .AddEach(t.Neighbors, n => Session(t, $" neighbor {n}"))
            .Add(
                " !",
                " address-family ipv4",
                $"  ! {ApplianceTunnel.Mark}",
                $"  network {Placeholder.BaseAddress} mask {Mask(Placeholder)}")
            .AddEach(t.Neighbors, n => [$"  neighbor {n} activate", $"  neighbor {n} prefix-list {name}-OUT out", .. Self(t, $"  neighbor {n}")])
            .Add(" exit-address-family")
            .AddIf(t.Inside6 is not null, " !", " address-family ipv6", $"  ! {ApplianceTunnel.Mark}", $"  network {ApplianceTunnel.PlaceholderIpv6}")
            .AddEach(t.Inside6 is null ? [] : t.Neighbors, n => [$"  neighbor {n} activate", $"  neighbor {n} route-map {name}-OUT6 out"])
            .AddIf(t.Inside6 is not null, " exit-address-family")
            .Add("!")
            .ToString();
    }

    private static IEnumerable<string> Session(ApplianceTunnel t, string neighbor) =>
    [
        $"{neighbor} remote-as {t.GatewayAsn}",
        $"{neighbor} description {t.PeerId}",
        .. t.IsInternal ? Array.Empty<string>() : [$"{neighbor} ebgp-multihop {ApplianceTunnel.EbgpTtl}"],
        $"{neighbor} update-source Tunnel{t.Number}",
        $"{neighbor} timers {ApplianceTunnel.Keepalive} {ApplianceTunnel.HoldTime}",
    ];

    private static string[] Self(ApplianceTunnel t, string neighbor) => t.IsInternal ? [$"{neighbor} next-hop-self"] : [];

    private static IPAddress Mask(IPNetwork block) => Cidrs.ToAddress(uint.MaxValue << (32 - block.PrefixLength), block.BaseAddress.AddressFamily);
}
