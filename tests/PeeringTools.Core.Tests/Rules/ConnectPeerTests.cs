using System.Net;
using System.Net.Sockets;
using FsCheck;
using FsCheck.Fluent;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Tests.Rules;

public class ConnectPeerTests
{
    private static readonly IPNetwork Ipv4Range = IPNetwork.Parse("169.254.0.0/16");
    private static readonly List<IPNetwork> AllIpv4Blocks = Blocks.All(Ipv4Range, 29).ToList();

    [Theory]
    [InlineData("169.254.6.0/29")]
    [InlineData("169.254.0.8/29")]
    [InlineData("169.254.255.248/29", "fd00::/125")]
    [InlineData("fdff:ffff::8/125", "169.254.100.0/29")]
    public void Inside_blocks_pass_in_any_order(params string[] blocks) => Assert.Null(InsideCidrs.Check(blocks, "InsideCidrBlocks"));

    [Theory]
    [InlineData("169.253.255.248/29", RuleIds.InsideCidrOutsideRange)]
    [InlineData("fc00::/125", RuleIds.InsideCidrOutsideRange)]
    [InlineData("fe00::/125", RuleIds.InsideCidrOutsideRange)]
    [InlineData("169.254.6.0/28", RuleIds.InsideCidrWrongSize)]
    [InlineData("fd00::/124", RuleIds.InsideCidrWrongSize)]
    [InlineData("fd00::4/125", RuleIds.InsideCidrNotAligned)]
    [InlineData("169.254.0.0/29", RuleIds.InsideCidrReserved)]
    [InlineData("169.254.5.0/29", RuleIds.InsideCidrReserved)]
    [InlineData("169.254.06.0/29", RuleIds.InsideCidrMalformed)]
    [InlineData(null, RuleIds.InsideCidrBlank)]
    public void Inside_blocks_are_refused(string? block, string ruleId) => Assert.Equal(ruleId, InsideCidrs.CheckBlock(block, "InsideCidrBlocks")?.RuleId);

    [Fact]
    public void Of_all_aligned_ipv4_blocks_exactly_the_reserved_ones_are_refused()
    {
        string[] reserved = ["0.0", "1.0", "2.0", "3.0", "4.0", "5.0", "169.248"];
        Assert.Equal(
            reserved.Select(end => $"169.254.{end}/29"),
            AllIpv4Blocks.Where(block => InsideCidrs.CheckBlock(block.ToString(), "InsideCidrBlocks") is not null).Select(block => block.ToString()));
    }

    [Fact]
    public void The_appliance_takes_the_first_address_and_the_gateway_the_next_two()
    {
        var ipv4 = InsideCidrs.Addresses(IPNetwork.Parse("169.254.6.8/29"));
        Assert.Equal(("169.254.6.9", "169.254.6.10", "169.254.6.11"), (ipv4.Peer.ToString(), ipv4.Gateway1.ToString(), ipv4.Gateway2.ToString()));
        var ipv6 = InsideCidrs.Addresses(IPNetwork.Parse("fd00::/125"));
        Assert.Equal(("fd00::1", "fd00::2", "fd00::3"), (ipv6.Peer.ToString(), ipv6.Gateway1.ToString(), ipv6.Gateway2.ToString()));
    }

    [Fact]
    public void The_first_free_inside_block_passes_every_rule_and_is_the_lowest()
    {
        var used = Gen.Choose(0, AllIpv4Blocks.Count - 1).Where(i => i < 64 || i > 8000).Select(i => AllIpv4Blocks[i]).ArrayOf();
        Prop.ForAll(used.ToArbitrary(), taken =>
        {
            var free = InsideCidrs.FirstFree(taken, AddressFamily.InterNetwork)!.Value;
            return InsideCidrs.CheckBlock(free.ToString(), "x") is null
                && InsideCidrs.CheckFree(free, taken, "x") is null
                && free.Equals(AllIpv4Blocks.First(block => !taken.Contains(block) && !InsideCidrs.Reserved.Contains(block)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Inside_blocks_run_out_after_the_last_one()
    {
        var free = AllIpv4Blocks.Except(InsideCidrs.Reserved).ToList();
        Assert.Equal(8192 - 7, free.Count);
        foreach (var last in new[] { free[0], free[4000], free[^1] })
            Assert.Equal(last, InsideCidrs.FirstFree(free.Where(block => !block.Equals(last)), AddressFamily.InterNetwork));
        Assert.Null(InsideCidrs.FirstFree(free, AddressFamily.InterNetwork));
        Assert.Equal("Delete a Connect peer that isn't needed.", InsideCidrs.CheckFree(free[7], free, "InsideCidrBlocks")!.Remedy);

        Assert.Equal(IPNetwork.Parse("fd00::/125"), InsideCidrs.FirstFree(free, AddressFamily.InterNetworkV6));
        Assert.Equal(
            IPNetwork.Parse("fd00::10/125"),
            InsideCidrs.FirstFree([IPNetwork.Parse("fd00::/125"), IPNetwork.Parse("fd00::8/125")], AddressFamily.InterNetworkV6));
        Assert.Null(InsideCidrs.FirstFree([IPNetwork.Parse("fd00::/8")], AddressFamily.InterNetworkV6));
    }

    [Fact]
    public void A_used_block_leads_to_a_free_one() =>
        Assert.Contains("169.254.0.16/29 is free",
            InsideCidrs.CheckFree(IPNetwork.Parse("169.254.0.8/29"), [IPNetwork.Parse("169.254.0.8/29")], "InsideCidrBlocks")!.Remedy, StringComparison.Ordinal);

    [Theory]
    [InlineData("10.0.0.1", null)]
    [InlineData("203.0.113.9", null)]
    [InlineData("2001:db8::1", null)]
    [InlineData("0.0.0.0", RuleIds.PeerAddressNotUnicast)]
    [InlineData("127.0.0.1", RuleIds.PeerAddressNotUnicast)]
    [InlineData("223.255.255.255", null)]
    [InlineData("224.0.0.1", RuleIds.PeerAddressNotUnicast)]
    [InlineData("255.255.255.255", RuleIds.PeerAddressNotUnicast)]
    [InlineData("::", RuleIds.PeerAddressNotUnicast)]
    [InlineData("::1", RuleIds.PeerAddressNotUnicast)]
    [InlineData("::2", null)]
    [InlineData("fe80::1", RuleIds.PeerAddressNotUnicast)]
    [InlineData("ff02::1", RuleIds.PeerAddressNotUnicast)]
    [InlineData("10.0.0.1/32", RuleIds.PeerAddressMalformed)]
    [InlineData("10.1", RuleIds.PeerAddressMalformed)]
    [InlineData("10.0.0.01", RuleIds.PeerAddressMalformed)]
    [InlineData("fe80::1%1", RuleIds.PeerAddressMalformed)]
    [InlineData("host.example", RuleIds.PeerAddressMalformed)]
    [InlineData("", RuleIds.PeerAddressMissing)]
    public void Peer_addresses(string value, string? ruleId) => Assert.Equal(ruleId, PeerAddresses.Check(value, "PeerAddress")?.RuleId);

    [Theory]
    [InlineData("10.0.0.1", "10.1.0.1", true)]
    [InlineData("2001:db8::1", "2001:db8::2", true)]
    [InlineData("2001:db8::1", "10.1.0.1", false)]
    [InlineData("10.0.0.1", null, true)]
    [InlineData("not an address", "10.1.0.1", true)]
    public void Both_ends_are_of_one_family(string peer, string? gateway, bool passes) => Assert.Equal(passes, PeerAddresses.CheckFamilies(peer, gateway) is null);

    [Fact]
    public void The_gateways_end_lies_in_its_blocks()
    {
        IPNetwork[] blocks = [IPNetwork.Parse("10.1.0.0/24"), IPNetwork.Parse("2001:db8::/64")];
        Assert.Null(PeerAddresses.CheckInBlocks(IPAddress.Parse("192.0.2.1"), IPAddress.Parse("10.1.0.7"), blocks));
        Assert.Null(PeerAddresses.CheckInBlocks(IPAddress.Parse("192.0.2.1"), null, blocks));
        Assert.Contains("it has none", PeerAddresses.CheckInBlocks(IPAddress.Parse("192.0.2.1"), null, [])!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Either_end_of_a_tunnel_may_repeat_alone()
    {
        (IPAddress, IPAddress)[] used = [(IPAddress.Parse("10.0.0.1"), IPAddress.Parse("10.1.0.1"))];
        Assert.Null(PeerAddresses.CheckTunnelFree(IPAddress.Parse("10.0.0.1"), IPAddress.Parse("10.1.0.2"), used));
        Assert.Null(PeerAddresses.CheckTunnelFree(IPAddress.Parse("10.0.0.2"), IPAddress.Parse("10.1.0.1"), used));
    }

    [Fact]
    public void The_first_free_gateway_address_passes_over_used_ones_and_full_blocks()
    {
        IPNetwork[] blocks = [IPNetwork.Parse("2001:db8::/126"), IPNetwork.Parse("10.1.0.0/30"), IPNetwork.Parse("10.2.0.0/30")];
        var used = new List<IPAddress>();
        while (used.Count < 10 && PeerAddresses.FirstFree(blocks, used, AddressFamily.InterNetwork) is { } free)
            used.Add(free);
        Assert.Equal(["10.1.0.1", "10.1.0.2", "10.2.0.1", "10.2.0.2"], used.Select(address => address.ToString()));

        while (used.Count < 10 && PeerAddresses.FirstFree(blocks, used, AddressFamily.InterNetworkV6) is { } free)
            used.Add(free);
        Assert.Equal(["2001:db8::1", "2001:db8::2", "2001:db8::3"], used.Skip(4).Select(address => address.ToString()));
    }

    [Fact]
    public void Connect_runs_on_vpc_and_direct_connect_attachments_and_goes_after_its_peers()
    {
        Assert.Null(TgwConnectRules.CheckTransport("tgw-attach-1", "vpc"));
        Assert.Null(TgwConnectRules.CheckTransport("tgw-attach-1", "direct-connect-gateway"));
        Assert.NotNull(TgwConnectRules.CheckTransport("tgw-attach-1", "connect"));
        Assert.Null(TgwConnectRules.CheckDelete("tgw-attach-1", []));
        Assert.Null(TgwConnectRules.CheckAttachmentState("tgw-attach-1", "AVAILABLE"));
        Assert.Null(TgwConnectRules.CheckAttachmentState("tgw-attach-1", "a state of tomorrow"));
    }
}
