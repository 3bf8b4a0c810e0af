using System.Net.Sockets;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Tests.Rules;

public class DirectConnectTests
{
    private const AddressFamily V4 = AddressFamily.InterNetwork;
    private const AddressFamily V6 = AddressFamily.InterNetworkV6;

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    [InlineData(80, true)]
    [InlineData(81, false)]
    [InlineData(0, false)]
    public void A_BGP_key_has_6_to_80_characters_and_is_never_shown(int length, bool passes)
    {
        var key = new string('\u00e9', length);
        var broken = BgpAuthKeys.Check(key, "AuthKey");

        Assert.Equal(passes ? RuleIds.BgpAuthKeyCharacters : RuleIds.BgpAuthKeyLength, broken?.RuleId);
        Assert.Equal(passes, BgpAuthKeys.CheckLength(length, "AuthKey") is null);
        Assert.DoesNotContain("\u00e9", broken!.Message + broken.Remedy, StringComparison.Ordinal);
        Assert.Equal(passes ? null : RuleIds.BgpAuthKeyLength, BgpAuthKeys.Check(new string('~', length), "AuthKey")?.RuleId);
    }

    [Theory]
    [InlineData("ipv4", V4)]
    [InlineData("IPv6", V6)]
    public void Address_families_are_read_in_any_case(string text, AddressFamily family)
    {
        Assert.Null(AddressFamilies.Check(text, "AddressFamily"));
        Assert.True(AddressFamilies.TryParse(text, out var read));
        Assert.Equal(family, read);
        Assert.Equal(text, AddressFamilies.Wire(read), ignoreCase: true);
    }

    [Theory]
    [InlineData("Private", V4, null, null, null)]
    [InlineData("Transit", V4, "", " ", null)]
    [InlineData("Private", V6, null, null, null)]
    [InlineData("Public", V6, null, null, null)]
    [InlineData("Public", V4, null, null, RuleIds.BgpAddressesRequired)]
    [InlineData("Private", V4, "169.254.0.1/30", "169.254.0.2/30", null)]
    [InlineData("Private", V4, "10.0.0.0/31", "10.0.0.1/31", null)]
    [InlineData("Public", V4, "203.0.113.0/31", "203.0.113.1/31", null)]
    [InlineData("Public", V4, "203.0.113.0/31", null, RuleIds.BgpAddressPairIncomplete)]
    [InlineData("Private", V4, "", "169.254.0.2/30", RuleIds.BgpAddressPairIncomplete)]
    [InlineData("Private", V6, "fd00::1/125", null, RuleIds.BgpAddressWithIpv6)]
    [InlineData("Private", V4, "169.254.0.1/30", "169.254.0.2/31", RuleIds.BgpAddressSubnetsDiffer)]
    [InlineData("Private", V4, "169.254.0.1/30", "169.254.0.2", RuleIds.BgpAddressMalformed)]
    [InlineData("Private", V4, "169.254.0.1/32", "169.254.0.2/32", RuleIds.BgpAddressSubnetsDiffer)]
    [InlineData("Private", V4, "169.254.0.1/30", "fd00::1/125", RuleIds.BgpAddressWrongFamily)]
    [InlineData("Private", V4, "169.254.0.1/29", "169.254.0.2/29", RuleIds.BgpAddressPrefixLength)]
    public void The_addresses_of_a_BGP_session(string type, AddressFamily family, string? amazon, string? customer, string? ruleId) =>
        Assert.Equal(ruleId, BgpPeerAddresses.Check(Enum.Parse<VirtualInterfaceType>(type), family, amazon, customer)?.RuleId);

    [Theory]
    [InlineData("169.254.0.2/30", "169.254.0.2")]
    [InlineData("169.254.0.2", "169.254.0.2")]
    [InlineData("2001:DB8::2/125", "2001:db8::2")]
    [InlineData("x", null)]
    public void The_address_of_a_peer_is_read_with_or_without_its_length(string text, string? address)
    {
        Assert.Equal(address, BgpPeerAddresses.TryRead(text, out var read) ? read.ToString() : null);
        Assert.Equal(address is null ? RuleIds.BgpAddressMalformed : null, BgpPeerAddresses.CheckCustomer(text, "CustomerAddress")?.RuleId);
    }

    [Theory]
    [InlineData(0, RuleIds.RouteFilterPrefixesMissing)]
    [InlineData(1, null)]
    [InlineData(1000, null)]
    [InlineData(1001, RuleIds.RouteFilterPrefixesTooMany)]
    [InlineData(10000, RuleIds.RouteFilterPrefixesTooMany)]
    public void A_public_interface_advertises_1_to_1000_prefixes(int count, string? ruleId)
    {
        var prefixes = Enumerable.Range(0, count).Select(string? (i) => $"198.{i / 256}.{i % 256}.0/24").ToList();
        Assert.Equal(ruleId, RouteFilterPrefixes.Check(VirtualInterfaceType.Public, V4, prefixes, "RouteFilterPrefixes")?.RuleId);
        Assert.Equal(
            count == 0 ? null : RuleIds.RouteFilterPrefixesOnPublicOnly,
            RouteFilterPrefixes.Check(VirtualInterfaceType.Transit, V4, prefixes, "RouteFilterPrefixes")?.RuleId);
    }

    [Theory]
    [InlineData("2001:db8::/64", null)]
    [InlineData("2001:db8::/48", null)]
    [InlineData("203.0.113.1/32", null)]
    [InlineData("203.0.113.1/24", RuleIds.CidrNotAligned)]
    [InlineData("203.0.113.0", RuleIds.CidrMalformed)]
    [InlineData(null, RuleIds.CidrMissing)]
    public void Each_prefix_is_a_block(string? prefix, string? ruleId) =>
        Assert.Equal(ruleId, RouteFilterPrefixes.Check(VirtualInterfaceType.Public, V6, [prefix], "RouteFilterPrefixes")?.RuleId);

    [Theory]
    [InlineData(0, false, null)]
    [InlineData(0, null, null)]
    [InlineData(1, false, "error")]
    [InlineData(1, null, "warning")]
    [InlineData(1, true, null)]
    [InlineData(2, true, "error")]
    [InlineData(2, null, "error")]
    public void One_peer_per_family_or_two_with_logical_redundancy(int taken, bool? hasLogicalRedundancy, string? outcome)
    {
        var broken = DxBgpPeerRules.CheckAdd("dxvif-fg1a2b3c", V6, Enumerable.Repeat(V6, taken).Append(V4).Append(V4), hasLogicalRedundancy);
        Assert.Equal(outcome, broken is null ? null : broken.IsWarning ? "warning" : "error");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void The_last_peer_stays(int count, bool passes) => Assert.Equal(passes, DxBgpPeerRules.CheckRemove("dxpeer-fg1a2b3c", "dxvif-fg1a2b3c", count) is null);

    [Theory]
    [InlineData("dxpeer-fg1a2b3c", null, null, null)]
    [InlineData(null, 65000L, "169.254.0.2/30", null)]
    [InlineData("", null, " ", RuleIds.DxBgpPeerNotNamed)]
    [InlineData(null, null, "169.254.0.2/30", RuleIds.DxBgpPeerHalfNamed)]
    [InlineData("dxpeer-fg1a2b3c", 65000L, null, RuleIds.DxBgpPeerNamedTwice)]
    [InlineData("dxpeer-fg1a2b3c", 65000L, "169.254.0.2/30", RuleIds.DxBgpPeerNamedTwice)]
    public void A_peer_is_named_in_one_whole_way(string? id, long? asn, string? address, string? ruleId) =>
        Assert.Equal(ruleId, DxBgpPeerRules.CheckSelector(id, asn, address)?.RuleId);

    [Fact]
    public void One_of_two_members_carries_the_AS_number()
    {
        Assert.Null(DxBgpPeerRules.CheckAsnChoice(65000, null));
        Assert.Null(DxBgpPeerRules.CheckAsnChoice(null, 4200000000));
    }

    [Fact]
    public void Virtual_interfaces()
    {
        Assert.Null(DxVirtualInterfaceRules.CheckName(new string('n', 100), "VirtualInterfaceName"));
        Assert.Null(DxVirtualInterfaceRules.CheckPrivateGateway("vgw-0a1b2c3d", ""));
        Assert.Null(DxVirtualInterfaceRules.CheckPrivateGateway(null, "11112222-3333-4444-5555-666677778888"));
        Assert.Null(DxVirtualInterfaceRules.CheckAllocation("444455556666", "111122223333"));
        Assert.Null(Vlans.CheckFree(102, [100, 101], "dxcon-fg1a2b3c"));
    }
}
