namespace PeeringTools.Core.TransitGateway.Appliances;

/// <summary>
/// Juniper Junos OS. Keepalives go out at a third of the hold time. Without a policy the next hop of IPv6 routes on an IPv4 session is that IPv4 address, mapped, which no interface here has.
/// </summary>
internal static class JunOS
{
    /// <summary>The configuration for <c>load merge</c>.</summary>
    public static IReadOnlyList<ApplianceFile> Write(ApplianceTunnel tunnel) => [new($"{tunnel.PeerId}.junos.conf", Text(tunnel))];

    private static string Text(ApplianceTunnel t)
    {
        var name = $"TGW-CONNECT-{t.Number}";
        var has6 = t.Inside6 is not null;
        return new ConfigurationText()
            .Add(
                $"/* {t.PeerId}: appliance {t.Outer}, transit gateway {t.GatewayOuter}. */",
                "/* On MX Series, tunnel-services must be on for the PIC of gr-0/0/0. */",
                $"/* On SRX Series, a security zone that lets BGP in must have gr-0/0/0.{t.Number}. */",
                "interfaces {",
                "    gr-0/0/0 {",
                $"        unit {t.Number} {{",
                $"            description {t.PeerId};",
                "            tunnel {",
                $"                source {t.Outer};",
                $"                destination {t.GatewayOuter};",
                "            }",
                "            family inet {",
                $"                mtu {t.Mtu};",
                $"                address {t.Inside.Peer}/{t.InsideBlock.PrefixLength};",
                "            }")
            .AddIf(
                has6,
                "            family inet6 {",
                $"                mtu {t.Mtu};",
                $"                address {t.Inside6}/{t.Inside6Block?.PrefixLength};",
                "            }")
            .Add(
                "        }",
                "    }",
                "}",
                "routing-options {",
                $"    autonomous-system {t.Asn};",
                "}",
                "policy-options {",
                $"    policy-statement {name}-OUT {{",
                "        term ipv4 {",
                "            from {",
                $"                /* {ApplianceTunnel.Mark} */",
                $"                route-filter {ApplianceTunnel.PlaceholderIpv4} exact;",
                "            }",
                "            then {")
            .AddIf(t.IsInternal, "                next-hop self;")
            .Add("                accept;", "            }", "        }")
            .AddIf(
                has6,
                "        term ipv6 {",
                "            from {",
                $"                /* {ApplianceTunnel.Mark} */",
                $"                route-filter {ApplianceTunnel.PlaceholderIpv6} exact;",
                "            }",
                "            then {",
                $"                next-hop {t.Inside6};",
                "                accept;",
                "            }",
                "        }")
            .Add(
                "        term rest {",
                "            then reject;",
                "        }",
                "    }",
                "}",
                "protocols {",
                "    bgp {",
                $"        group {name} {{",
                $"            type {(t.IsInternal ? "internal" : "external")};")
            .AddIf(!t.IsInternal, "            multihop {", $"                ttl {ApplianceTunnel.EbgpTtl};", "            }")
            .Add(
                $"            local-address {t.Inside.Peer};",
                $"            hold-time {ApplianceTunnel.HoldTime};",
                "            family inet {",
                "                unicast;",
                "            }")
            .AddIf(has6, "            family inet6 {", "                unicast;", "            }")
            .Add($"            export {name}-OUT;", $"            peer-as {t.GatewayAsn};")
            .AddEach(t.Neighbors, n => [$"            neighbor {n};"])
            .Add("        }", "    }", "}")
            .ToString();
    }
}
