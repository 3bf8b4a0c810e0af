using FsCheck;
using FsCheck.Fluent;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Tests.Rules;

public class NumberTests
{
    private static readonly Gen<long> AroundAnyBound = Gen
        .Elements(0L, 1, 64512, 65534, 65535, 65536, 2147483646, 2147483647, 4200000000, 4294967294, 4294967295, 4294967296, long.MaxValue - 5, long.MinValue + 5)
        .SelectMany(bound => Gen.Choose(-3, 3).Select(offset => bound + offset));

    [Theory]
    [InlineData("ConnectPeer", 4294967295)]
    [InlineData("DirectConnect", 4294967294)]
    [InlineData("DirectConnectAsn", 2147483646)]
    [InlineData("DirectConnectAsnLong", 4294967294)]
    public void An_AS_number_is_in_the_range_of_its_use(string useName, long largest)
    {
        var use = Enum.Parse<AsnUse>(useName);
        Prop.ForAll(AroundAnyBound.ToArbitrary(), asn =>
            Asns.Check(asn, use, "Asn")?.RuleId == (asn >= 1 && asn <= largest ? null : RuleIds.AsnOutOfRange)).QuickCheckThrowOnFailure();
        Assert.Null(Asns.Check(largest, use, "Asn"));
        Assert.Contains($"1..{largest}", Asns.Check(largest + 1, use, "Asn")!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64511, false)]
    [InlineData(64512, true)]
    [InlineData(65534, true)]
    [InlineData(65535, false)]
    [InlineData(4199999999, false)]
    [InlineData(4200000000, true)]
    [InlineData(4294967294, true)]
    public void The_Amazon_side_and_public_interfaces_take_private_numbers(long asn, bool isPrivate)
    {
        Assert.Equal(isPrivate, Asns.IsPrivate(asn));
        Assert.Equal(isPrivate ? null : RuleIds.AsnNotPrivate, Asns.Check(asn, AsnUse.AmazonSide, "AmazonSideAsn")?.RuleId);
        Assert.Equal(isPrivate ? null : RuleIds.PublicAsnUnverified, Asns.CheckPublicInterface(asn, "Asn")?.RuleId);
    }

    [Theory]
    [InlineData(2147483646, false)]
    [InlineData(2147483647, true)]
    public void AsnLong_begins_where_asn_ends(long asn, bool usesAsnLong)
    {
        Assert.Equal(usesAsnLong, Asns.UsesAsnLong(asn));
        Assert.Equal(usesAsnLong, Asns.Check(asn, AsnUse.DirectConnectAsn, "Asn") is not null);
    }

    [Theory]
    [InlineData("65010", 65010)]
    [InlineData(" 65010 ", 65010)]
    [InlineData("1.10", 65546)]
    [InlineData("0.1", 1)]
    [InlineData("65535.65535", 4294967295)]
    public void AS_numbers_are_read_in_decimal_and_asdot(string text, long asn)
    {
        Assert.True(Asns.TryParse(text, out var read));
        Assert.Equal(asn, read);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1,000")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("1.65536")]
    [InlineData("65536.1")]
    [InlineData("1.2.3")]
    [InlineData("1.")]
    [InlineData(".1")]
    [InlineData("AS65010")]
    [InlineData("9223372036854775808")]
    [InlineData("١")]
    public void Other_text_is_no_AS_number(string text) => Assert.Equal(RuleIds.AsnMalformed, Asns.Check(text, AsnUse.ConnectPeer, "PeerAsn")?.RuleId);

    [Fact]
    public void Asdot_and_decimal_agree() =>
        Prop.ForAll(Gen.Choose(0, 65535).Two().Select(pair => (High: pair.Item1, Low: pair.Item2)).ToArbitrary(), halves =>
            Asns.TryParse($"{halves.High}.{halves.Low}", out var asn)
            && Asns.TryParse($"{(halves.High * 65536L) + halves.Low}", out var same)
            && asn == same).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(4094, true)]
    [InlineData(4095, false)]
    [InlineData(long.MaxValue, false)]
    public void Vlans(long vlan, bool passes) => Assert.Equal(passes, PeeringTools.Core.Rules.Vlans.Check(vlan, "Vlan") is null);

    [Theory]
    [InlineData(1500, null)]
    [InlineData(8500, null)]
    [InlineData(9001, RuleIds.MtuFormerJumbo)]
    [InlineData(1499, RuleIds.MtuNotSupported)]
    [InlineData(0, RuleIds.MtuNotSupported)]
    [InlineData(9000, RuleIds.MtuNotSupported)]
    public void Mtus(long mtu, string? ruleId) => Assert.Equal(ruleId, PeeringTools.Core.Rules.Mtus.Check(mtu, "Mtu")?.RuleId);
}
