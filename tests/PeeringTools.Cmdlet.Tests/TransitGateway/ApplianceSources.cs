namespace PeeringTools.Cmdlet.Tests.TransitGateway;

/// <summary>The makers' documentation for every line that a configuration may have.</summary>
/// <param name="Comment">What starts a comment.</param>
/// <param name="Lines">The forms of lines, as regular expressions, and the page that documents each.</param>
internal sealed record ApplianceSources(string Comment, IReadOnlyList<(string Form, string Source)> Lines)
{
    private const string Ip4 = @"[0-9.]+";
    private const string Ip6 = @"[0-9a-f:]+";
    private const string Ip = @"[0-9a-f.:]+";
    private const string Name = @"TGW-CONNECT-1-(?:OUT|IN|OUT6|IN6)";
    private const string Peer = @"tgw-connect-peer-[0-9a-f]+";

    private const string IpRoute2 = "ip-link(8), https://man7.org/linux/man-pages/man8/ip-link.8.html";
    private const string FrrZebra = "FRRouting user guide, Zebra, https://docs.frrouting.org/en/latest/zebra.html";
    private const string FrrFilter = "FRRouting user guide, Filtering, https://docs.frrouting.org/en/latest/filter.html";
    private const string FrrRouteMap = "FRRouting user guide, Route Maps, https://docs.frrouting.org/en/latest/routemap.html";
    private const string FrrBgp = "FRRouting user guide, BGP, https://docs.frrouting.org/en/latest/bgp.html";
    private const string CiscoTunnels = "Implementing Tunnels, Cisco IOS XE, https://www.cisco.com/c/en/us/td/docs/ios-xml/ios/interface/configuration/xe-3s/ir-xe-3s-book/ir-impl-tun-xe.html";
    private const string CiscoMtu = "IPv4 fragmentation, MTU, MSS and PMTUD with GRE, https://www.cisco.com/c/en/us/support/docs/ip/generic-routing-encapsulation-gre/25885-pmtud-ipfrag.html";
    private const string CiscoIpv6 = "Cisco IOS IPv6 Command Reference, https://www.cisco.com/c/en/us/td/docs/ios-xml/ios/ipv6/command/ipv6-cr-book.html";
    private const string CiscoBgp = "Cisco IOS IP Routing: BGP Command Reference, https://www.cisco.com/c/en/us/td/docs/ios-xml/ios/iproute_bgp/command/irg-cr-book.html";
    private const string CiscoMpBgp = "Implementing Multiprotocol BGP for IPv6, https://www.cisco.com/en/US/docs/ios-xml/ios/ipv6/configuration/12-2sy/ip6-mptcl-bgp.html";
    private const string JunosTunnel = "Configuring Unicast Tunnels, https://www.juniper.net/documentation/en_US/junos/topics/topic-map/filtering-unicast-packets-multicast-tunnel-interfaces.html";
    private const string JunosStatements = "Junos CLI Reference, the statement's page, https://www.juniper.net/documentation/us/en/software/junos/cli-reference/";
    private const string JunosMpBgp = "Multiprotocol BGP, https://www.juniper.net/documentation/us/en/software/junos/bgp/topics/topic-map/multiprotocol-bgp.html";
    private const string VyosTunnel = "VyOS user guide, Tunnel, https://docs.vyos.io/en/latest/configuration/interfaces/tunnel.html";
    private const string VyosPrefixList = "VyOS user guide, Prefix List Policy, https://docs.vyos.io/en/latest/configuration/policy/prefix-list.html";
    private const string VyosRouteMap = "VyOS user guide, Route Map Policy, https://docs.vyos.io/en/latest/configuration/policy/route-map.html";
    private const string VyosBgp = "VyOS user guide, BGP, https://docs.vyos.io/en/latest/configuration/protocols/bgp.html";
    private const string VyosTimers = "VyOS configuration examples, https://docs.vyos.io/en/latest/configexamples/azure-vpn-bgp.html";
    private const string EosTunnel = "EOS TOI, GRE tunnel interfaces, https://www.arista.com/en/support/toi/tag/gre-tunnel";
    private const string EosBgp = "EOS user manual, BGP, https://www.arista.com/en/um-eos/eos-border-gateway-protocol-bgp";
    private const string EosIpv4 = "EOS user manual, IPv4, https://www.arista.com/en/um-eos/eos-ipv4";
    private const string EosIpv6 = "EOS user manual, IPv6, https://www.arista.com/en/um-eos/eos-ipv6";
    private const string EosLists = "EOS user manual, ACLs and Route Maps, https://www.arista.com/en/um-eos/eos-acls-and-route-maps";

    private static readonly Dictionary<string, ApplianceSources> BySuffix = new(StringComparer.Ordinal)
    {
        [".gre.sh"] = new("#",
        [
            ("set -e", "POSIX shell, set"),
            ($"ip link add gre1 type (?:gre|ip6gre) local {Ip} remote {Ip} ttl 255", IpRoute2),
            ("ip link set dev gre1 mtu [0-9]+ up", IpRoute2),
        ]),
        [".frr.conf"] = new("!",
        [
            ("interface gre1", FrrZebra),
            ($"ip address {Ip4}/29", FrrZebra),
            ($"ipv6 address {Ip6}/125", FrrZebra),
            ("exit", FrrZebra),
            ($"ip prefix-list {Name} seq 10 permit {Ip4}/[0-9]+(?: le 32)?", FrrFilter),
            ($"ipv6 prefix-list {Name} seq 10 permit {Ip6}/[0-9]+(?: le 128)?", FrrFilter),
            ($"route-map {Name} permit 10", FrrRouteMap),
            ($"match ipv6 address prefix-list {Name}", FrrRouteMap),
            ($"set ipv6 next-hop global {Ip6}", FrrRouteMap),
            ("router bgp [0-9]+", FrrBgp),
            ($"neighbor {Ip4} remote-as [0-9]+", FrrBgp),
            ($"neighbor {Ip4} description {Peer}", FrrBgp),
            ($"neighbor {Ip4} ebgp-multihop 2", FrrBgp),
            ($"neighbor {Ip4} update-source {Ip4}", FrrBgp),
            ($"neighbor {Ip4} timers 10 30", FrrBgp),
            ("address-family ipv[46] unicast", FrrBgp),
            ("exit-address-family", FrrBgp),
            ($"network {Ip}/[0-9]+", FrrBgp),
            ($"neighbor {Ip4} activate", FrrBgp),
            ($"neighbor {Ip4} next-hop-self", FrrBgp),
            ($"neighbor {Ip4} (?:prefix-list|route-map) {Name} (?:in|out)", FrrBgp),
        ]),
        [".iosxe.cfg"] = new("!",
        [
            ("ipv6 unicast-routing", CiscoIpv6),
            ("interface Tunnel1", CiscoTunnels),
            ($"description {Peer}", CiscoTunnels),
            ($"ip address {Ip4} 255.255.255.248", CiscoTunnels),
            ("ip mtu [0-9]+", CiscoMtu),
            ($"ipv6 address {Ip6}/125", CiscoTunnels),
            ("ipv6 mtu [0-9]+", CiscoIpv6),
            ($"tunnel source {Ip}", CiscoTunnels),
            ($"tunnel destination {Ip}", CiscoTunnels),
            ("tunnel mode gre (?:ip|ipv6)", CiscoTunnels),
            ($"ip prefix-list {Name} seq 10 permit {Ip4}/[0-9]+", CiscoBgp),
            ($"ipv6 prefix-list {Name} seq 10 permit {Ip6}/[0-9]+", CiscoMpBgp),
            ($"route-map {Name} permit 10", CiscoMpBgp),
            ($"match ipv6 address prefix-list {Name}", CiscoMpBgp),
            ($"set ipv6 next-hop {Ip6}", CiscoMpBgp),
            ("router bgp [0-9]+", CiscoBgp),
            ($"neighbor {Ip4} remote-as [0-9]+", CiscoBgp),
            ($"neighbor {Ip4} description {Peer}", CiscoBgp),
            ($"neighbor {Ip4} ebgp-multihop 2", CiscoBgp),
            ($"neighbor {Ip4} update-source Tunnel1", CiscoBgp),
            ($"neighbor {Ip4} timers 10 30", CiscoBgp),
            ("address-family ipv4", CiscoBgp),
            ("address-family ipv6", CiscoMpBgp),
            ("exit-address-family", CiscoBgp),
            ($"network {Ip4} mask {Ip4}", CiscoBgp),
            ($"network {Ip6}/[0-9]+", CiscoMpBgp),
            ($"neighbor {Ip4} activate", CiscoBgp),
            ($"neighbor {Ip4} next-hop-self", CiscoBgp),
            ($"neighbor {Ip4} prefix-list {Name} out", CiscoBgp),
            ($"neighbor {Ip4} route-map {Name} out", CiscoMpBgp),
        ]),
        [".junos.conf"] = new("/*",
        [
            ("(?:interfaces|gr-0/0/0|unit 1|tunnel) {", JunosTunnel),
            ($"(?:source|destination) {Ip4};", JunosTunnel),
            ("family inet6? {", JunosMpBgp),
            ("unicast;", JunosMpBgp),
            ($"description {Peer};", JunosStatements),
            ("mtu [0-9]+;", JunosStatements),
            ($"address {Ip}/[0-9]+;", JunosStatements),
            ("routing-options {", JunosStatements),
            ("autonomous-system [0-9]+;", JunosStatements),
            ($"policy-options {{|policy-statement {Name} {{|term (?:ipv4|ipv6|rest) {{|from {{|then {{", JunosStatements),
            ($"route-filter {Ip}/[0-9]+ exact;", JunosStatements),
            ($"next-hop (?:self|{Ip6});", JunosStatements),
            ("accept;|then reject;", JunosStatements),
            ("protocols {|bgp {|group TGW-CONNECT-1 {", JunosStatements),
            ("type (?:internal|external);", JunosStatements),
            ("multihop {", JunosStatements),
            ("ttl 2;", JunosStatements),
            ($"local-address {Ip4};", JunosStatements),
            ("hold-time 30;", JunosStatements),
            ($"export {Name};", JunosStatements),
            ("peer-as [0-9]+;", JunosStatements),
            ($"neighbor {Ip4};", JunosStatements),
            ("}", JunosStatements),
        ]),
        [".vyos.conf"] = new("#",
        [
            ($"set interfaces tunnel tun1 description '{Peer}'", VyosTunnel),
            ("set interfaces tunnel tun1 encapsulation '(?:gre|ip6gre)'", VyosTunnel),
            ($"set interfaces tunnel tun1 (?:source-address|remote) '{Ip}'", VyosTunnel),
            ("set interfaces tunnel tun1 mtu '[0-9]+'", VyosTunnel),
            ($"set interfaces tunnel tun1 address '{Ip}/[0-9]+'", VyosTunnel),
            ($"set policy prefix-list6? {Name} rule 10 action 'permit'", VyosPrefixList),
            ($"set policy prefix-list6? {Name} rule 10 prefix '{Ip}/[0-9]+'", VyosPrefixList),
            ($"set policy route-map {Name} rule 10 action 'permit'", VyosRouteMap),
            ($"set policy route-map {Name} rule 10 match ipv6 address prefix-list '{Name}'", VyosRouteMap),
            ($"set policy route-map {Name} rule 10 set ipv6-next-hop global '{Ip6}'", VyosRouteMap),
            ("set protocols bgp system-as '[0-9]+'", VyosBgp),
            ($"set protocols bgp address-family ipv[46]-unicast network {Ip}/[0-9]+", VyosBgp),
            ($"set protocols bgp neighbor {Ip4} remote-as '[0-9]+'", VyosBgp),
            ($"set protocols bgp neighbor {Ip4} description '{Peer}'", VyosBgp),
            ($"set protocols bgp neighbor {Ip4} ebgp-multihop '2'", VyosBgp),
            ($"set protocols bgp neighbor {Ip4} update-source '{Ip4}'", VyosBgp),
            ($"set protocols bgp neighbor {Ip4} timers (?:keepalive '10'|holdtime '30')", VyosTimers),
            ($"set protocols bgp neighbor {Ip4} address-family ipv4-unicast prefix-list export '{Name}'", VyosBgp),
            ($"set protocols bgp neighbor {Ip4} address-family ipv4-unicast nexthop-self", VyosBgp),
            ($"set protocols bgp neighbor {Ip4} address-family ipv6-unicast route-map export '{Name}'", VyosBgp),
        ]),
        [".eos.cfg"] = new("!",
        [
            ("ip routing", EosIpv4),
            ("ipv6 unicast-routing", EosIpv6),
            ("interface Tunnel1", EosTunnel),
            ($"description {Peer}", EosTunnel),
            ("mtu [0-9]+", EosTunnel),
            ($"ip address {Ip4}/29", EosTunnel),
            ($"ipv6 address {Ip6}/125", EosIpv6),
            ("tunnel mode gre", EosTunnel),
            ($"tunnel source {Ip4}", EosTunnel),
            ($"tunnel destination {Ip4}", EosTunnel),
            ($"ip prefix-list {Name} seq 10 permit {Ip4}/[0-9]+", EosLists),
            ($"ipv6 prefix-list {Name}", EosLists),
            ($"seq 10 permit {Ip6}/[0-9]+", EosLists),
            ("router bgp [0-9]+", EosBgp),
            ($"neighbor {Ip4} remote-as [0-9]+", EosBgp),
            ($"neighbor {Ip4} description {Peer}", EosBgp),
            ($"neighbor {Ip4} next-hop-self", EosBgp),
            ($"neighbor {Ip4} ebgp-multihop 2", EosBgp),
            ($"neighbor {Ip4} update-source Tunnel1", EosBgp),
            ($"neighbor {Ip4} timers 10 30", EosBgp),
            ($"neighbor {Ip4} local-v6-addr {Ip6}", EosBgp),
            ("address-family ipv[46]", EosBgp),
            ($"network {Ip}/[0-9]+", EosBgp),
            ($"neighbor {Ip4} activate", EosBgp),
            ($"neighbor {Ip4} prefix-list {Name} out", EosBgp),
        ]),
    };

    public static ApplianceSources Of(string file) => BySuffix.Single(each => file.EndsWith(each.Key, StringComparison.Ordinal)).Value;

    public bool IsComment(string line) => line.TrimStart() is "" || line.TrimStart().StartsWith(Comment, StringComparison.Ordinal);
}
