using System.Net;
using System.Net.Sockets;
using FsCheck;
using FsCheck.Fluent;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Tests.Rules;

public class CidrTests
{
    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("10.0.0.0/8")]
    [InlineData("10.1.2.3/32")]
    [InlineData("::/0")]
    [InlineData("2001:db8::/32")]
    [InlineData("2001:DB8:0::/56")]
    [InlineData("2001:db8::1/128")]
    public void Aligned_blocks_pass(string value)
    {
        Assert.Null(Cidrs.Check(value, "Cidr"));
        Assert.True(Cidrs.TryParse(value, out _));
    }

    [Theory]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/")]
    [InlineData("/16")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/+8")]
    [InlineData("10.0.0.0/08")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("10.0.0.0 /8")]
    [InlineData("10.0.0.0/ 8")]
    [InlineData(" 10.0.0.0/8")]
    [InlineData("10.0/16")]
    [InlineData("10.0.0.00/8")]
    [InlineData("010.0.0.0/8")]
    [InlineData("0x0a.0.0.0/8")]
    [InlineData("10.0.0.256/32")]
    [InlineData("2001:db8::/129")]
    [InlineData("fe80::%eth0/64")]
    [InlineData("[::1]/128")]
    [InlineData("2001:db8:::/32")]
    [InlineData("vpc-0a1b2c3d")]
    [InlineData("10.0.0.0/255.0.0.0")]
    public void Other_text_is_malformed(string value)
    {
        Assert.Equal(RuleIds.CidrMalformed, Cidrs.Check(value, "Cidr")?.RuleId);
        Assert.False(Cidrs.TryParse(value, out _));
    }

    [Fact]
    public void An_unaligned_block_is_told_the_aligned_one()
    {
        Assert.Contains("10.1.0.0/16", Cidrs.Check("10.1.2.3/16", "Cidr")!.Remedy, StringComparison.Ordinal);
        Assert.Contains("2001:db8::/32", Cidrs.Check("2001:db8:1::/32", "Cidr")!.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.0.0/15", RuleIds.VpcCidrSize)]
    [InlineData("10.0.0.0/16", null)]
    [InlineData("10.0.0.0/28", null)]
    [InlineData("10.0.0.0/29", RuleIds.VpcCidrSize)]
    [InlineData("2001:db8::/56", null)]
    public void Vpc_blocks(string block, string? ruleId) => Assert.Equal(ruleId, NetworkCidrs.CheckVpcBlock(IPNetwork.Parse(block), "CidrBlock")?.RuleId);

    [Theory]
    [InlineData("10.0.0.0/24", null)]
    [InlineData("10.0.0.0/25", RuleIds.TransitGatewayCidrSize)]
    [InlineData("2001:db8::/64", null)]
    [InlineData("2001:db8::/65", RuleIds.TransitGatewayCidrSize)]
    [InlineData("169.254.0.0/16", RuleIds.TransitGatewayCidrReserved)]
    [InlineData("0.0.0.0/0", RuleIds.TransitGatewayCidrReserved)]
    public void Transit_gateway_blocks(string block, string? ruleId) =>
        Assert.Equal(ruleId, NetworkCidrs.CheckTransitGatewayBlock(IPNetwork.Parse(block), "CidrBlock")?.RuleId);

    [Fact]
    public void Aligning_keeps_the_address_inside_and_is_stable() => Prop.ForAll(Blocks.AnyAddressAndLength.ToArbitrary(), pair =>
    {
        var (address, length) = pair;
        var block = Cidrs.Align(address, length);
        var text = block.ToString();
        return block.Contains(address)
            && Cidrs.TryParse(text, out var again) && again.Equals(block)
            && Cidrs.Align(block.BaseAddress, length).Equals(block)
            && Cidrs.TryParse($"{address}/{length}", out _) == block.BaseAddress.Equals(address);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Numbers_and_addresses_convert_both_ways() => Prop.ForAll(Blocks.AnyAddressAndLength.ToArbitrary(), pair =>
        Cidrs.ToAddress(Cidrs.ToNumber(pair.Address), pair.Address.AddressFamily).Equals(pair.Address)).QuickCheckThrowOnFailure();

    [Fact]
    public void Overlap_is_symmetric_and_equal_to_comparing_ranges() => Prop.ForAll(
        Blocks.Any.Two().Select(two => (First: two.Item1, Second: two.Item2)).ToArbitrary(), pair =>
    {
        var byRange = pair.First.BaseAddress.AddressFamily == pair.Second.BaseAddress.AddressFamily
            && Blocks.First(pair.First) <= Blocks.Last(pair.Second) && Blocks.First(pair.Second) <= Blocks.Last(pair.First);
        return Cidrs.Overlaps(pair.First, pair.Second) == byRange && Cidrs.Overlaps(pair.Second, pair.First) == byRange;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Containing_is_equal_to_comparing_ranges() => Prop.ForAll(Blocks.Any.Two().Select(two => (Outer: two.Item1, Inner: two.Item2)).ToArbitrary(), pair =>
    {
        var byRange = pair.Outer.BaseAddress.AddressFamily == pair.Inner.BaseAddress.AddressFamily
            && Blocks.First(pair.Outer) <= Blocks.First(pair.Inner) && Blocks.Last(pair.Inner) <= Blocks.Last(pair.Outer);
        return Cidrs.Contains(pair.Outer, pair.Inner) == byRange;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_first_free_block_is_the_lowest_that_overlaps_nothing() => Prop.ForAll(Blocks.SmallPool.ToArbitrary(), pool =>
    {
        var byTrying = Blocks.All(pool.Within, pool.PrefixLength).Cast<IPNetwork?>()
            .FirstOrDefault(candidate => !pool.Used.Any(used => Cidrs.Overlaps(candidate!.Value, used)));
        return Nullable.Equals(Cidrs.FirstFree(pool.Within, pool.PrefixLength, pool.Used), byTrying);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_largest_blocks_have_a_first_free_block_too()
    {
        var all = IPNetwork.Parse("::/0");
        Assert.Equal(all, Cidrs.FirstFree(all, 0, []));
        Assert.Null(Cidrs.FirstFree(all, 0, [IPNetwork.Parse("::1/128")]));
        Assert.Equal(IPNetwork.Parse("::/128"), Cidrs.FirstFree(all, 128, []));
        Assert.Null(Cidrs.FirstFree(IPNetwork.Parse("255.255.255.255/32"), 32, [IPNetwork.Parse("255.255.255.255/32")]));
        Assert.Null(Cidrs.FirstFree(IPNetwork.Parse("10.0.0.0/24"), 23, []));
        Assert.Null(Cidrs.FirstFree(IPNetwork.Parse("10.0.0.0/24"), 33, []));
    }

    [Fact]
    public void Blocks_of_different_families_never_overlap() => Assert.False(Cidrs.Overlaps(IPNetwork.Parse("0.0.0.0/0"), IPNetwork.Parse("::/0")));

    [Fact]
    public void The_last_address_ends_the_block()
    {
        Assert.Equal(IPAddress.Parse("10.0.0.255"), Cidrs.LastAddress(IPNetwork.Parse("10.0.0.0/24")));
        Assert.Equal(IPAddress.Parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), Cidrs.LastAddress(IPNetwork.Parse("::/0")));
        Assert.Equal(AddressFamily.InterNetworkV6, Cidrs.LastAddress(IPNetwork.Parse("::/0")).AddressFamily);
    }
}
