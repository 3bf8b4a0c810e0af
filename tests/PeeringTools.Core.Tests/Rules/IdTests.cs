using FsCheck;
using FsCheck.Fluent;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Tests.Rules;

public class IdTests
{
    [Theory]
    [InlineData("Vpc", "vpc-0a1b2c3d")]
    [InlineData("Vpc", "vpc-0123456789abcdef0")]
    [InlineData("VpcPeeringConnection", "pcx-11112222333344445")]
    [InlineData("TransitGateway", "tgw-0123456789abcdef0")]
    [InlineData("TransitGatewayAttachment", "tgw-attach-0123456789abcdef0")]
    [InlineData("TransitGatewayConnectPeer", "tgw-connect-peer-0123456789abcdef0")]
    [InlineData("TransitGatewayRouteTable", "tgw-rtb-0123456789abcdef0")]
    [InlineData("RouteTable", "rtb-0123456789abcdef0")]
    [InlineData("Subnet", "subnet-0123456789abcdef0")]
    [InlineData("SecurityGroup", "sg-0a1b2c3d")]
    [InlineData("VirtualGateway", "vgw-0a1b2c3d")]
    [InlineData("DxConnection", "dxcon-fh6ayh1d")]
    [InlineData("DxLag", "dxlag-fgsu9erb")]
    [InlineData("DxVirtualInterface", "dxvif-fgputw0j")]
    [InlineData("DxBgpPeer", "dxpeer-fgfnx1l0")]
    [InlineData("DxGateway", "5f294f92-bafb-4011-916d-9b0b1234abcd")]
    public void Ids_of_their_own_form_pass_as_their_kind_only(string kindName, string id)
    {
        var kind = Enum.Parse<ResourceKind>(kindName);

        Assert.Null(ResourceIds.Check(kind, id, "Id"));
        Assert.Equal(kind, ResourceIds.KindOf(id));
        foreach (var other in Enum.GetValues<ResourceKind>().Where(other => other != kind))
            Assert.Equal(ResourceIds.Form(other).MalformedRuleId, ResourceIds.Check(other, id, "Id")?.RuleId);
    }

    [Theory]
    [InlineData("vpc-")]
    [InlineData("vpc-1234567")]
    [InlineData("vpc-123456789")]
    [InlineData("vpc-0123456789abcdef")]
    [InlineData("vpc-0123456789abcdef01")]
    [InlineData("vpc-0123456789abcdeg0")]
    [InlineData(" vpc-0a1b2c3d")]
    [InlineData("vpc-0a1b2c3d\n")]
    [InlineData("vpc-０a1b2c3d")]
    [InlineData("subnet-0a1b2c3d")]
    [InlineData("10.0.0.0/16")]
    public void Other_forms_are_malformed(string id) => Assert.Equal("VpcIdMalformed", ResourceIds.Check(ResourceKind.Vpc, id, "VpcId")?.RuleId);

    [Fact]
    public void An_id_of_another_kind_is_told_by_its_kind()
    {
        var broken = ResourceIds.Check(ResourceKind.Vpc, "subnet-0a1b2c3d", "VpcId");
        Assert.Contains("is the id of a subnet, not of a VPC", broken!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_kind_has_its_own_ids_and_its_forms_stand_in_the_order_of_the_enum()
    {
        Assert.Equal(Enum.GetValues<ResourceKind>(), ResourceIds.Forms.Select(form => form.Kind));
        Assert.Equal(ResourceIds.Forms.Count, ResourceIds.Forms.Select(form => form.PlannedPrefix).Distinct(StringComparer.Ordinal).Count());
        foreach (var form in ResourceIds.Forms)
        {
            Assert.Equal(form.MissingRuleId, ResourceIds.Check(form.Kind, " ", "Id")?.RuleId);
            Assert.Equal(form.MalformedRuleId, ResourceIds.Check(form.Kind, "?", "Id")?.RuleId);
        }
    }

    [Fact]
    public void Planned_ids_are_recognised_and_fit_for_no_call()
    {
        foreach (var kind in Enum.GetValues<ResourceKind>())
        {
            var id = ResourceIds.Planned(kind, 12);
            Assert.True(ResourceIds.IsPlanned(id));
            Assert.True(ResourceIds.IsPlanned(kind, id));
            Assert.Equal(RuleIds.PlannedIdInCall, ResourceIds.Check(kind, id, "Id")?.RuleId);
            Assert.Null(ResourceIds.KindOf(id));
            foreach (var other in Enum.GetValues<ResourceKind>().Where(other => other != kind))
            {
                Assert.False(ResourceIds.IsPlanned(other, id));
                Assert.Equal(ResourceIds.Form(other).MalformedRuleId, ResourceIds.Check(other, id, "Id")?.RuleId);
            }
        }

        Assert.Equal("pcx-planned-1", ResourceIds.Planned(ResourceKind.VpcPeeringConnection, 1));
        Assert.All(["pcx-planned-", "pcx-planned-x", "planned-1", "pcx-0a1b2c3d", "", null], id => Assert.False(ResourceIds.IsPlanned(id)));
    }

    [Fact]
    public void Every_string_of_12_digits_is_an_account_id()
    {
        var digits = Gen.Choose('0', '9').Select(digit => (char)digit).ArrayOf(12).Select(chars => new string(chars));
        Prop.ForAll(digits.ToArbitrary(), id => AccountIds.Check(id, "OwnerId") is null).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Nothing_else_is_an_account_id()
    {
        // One step away from an account id: a place taken by another character, or more or fewer of them.
        var other =
            from at in Gen.Choose(0, 11)
            from character in Gen.Elements('\u0661', '\uff11', '\u00b2', '-', ' ', '\n', 'a', '+', '.')
            select "012345678901"[..at] + character + "012345678901"[(at + 1)..];
        var longer = Gen.Choose(0, 24).Where(length => length != 12).Select(length => new string('7', length));
        Prop.ForAll(Gen.OneOf(other, longer).ToArbitrary(), text => AccountIds.Check(text, "OwnerId") is not null).QuickCheckThrowOnFailure();
        Assert.All(["012345678901\n", " 012345678901", "arn:aws:iam::012345678901:root"], text => Assert.NotNull(AccountIds.Check(text, "OwnerId")));
        Assert.Equal(RuleIds.AccountIdMissing, AccountIds.Check(null, "OwnerId")?.RuleId);
    }

    [Theory]
    [InlineData("us-east-1", true)]
    [InlineData("ap-southeast-10", true)]
    [InlineData("us-gov-west-1", true)]
    [InlineData("us-isob-east-1", true)]
    [InlineData("eusc-de-east-1", true)]
    [InlineData("US-EAST-1", false)]
    [InlineData("us-east", false)]
    [InlineData("us-east-1a", false)]
    [InlineData("us-east-1 ", false)]
    [InlineData("us-east-1\n", false)]
    [InlineData("useast1", false)]
    [InlineData("Ireland", false)]
    public void Regions_go_by_shape(string region, bool passes) => Assert.Equal(passes ? null : RuleIds.RegionMalformed, Regions.Check(region, "Region")?.RuleId);

    [Fact]
    public void An_availability_zone_leads_to_its_region() =>
        Assert.Contains("its Region is us-east-1.", Regions.Check("us-east-1a", "Region")!.Remedy, StringComparison.Ordinal);

    [Theory]
    [InlineData("fleet-2222bbbb-33cc-44dd-55ee-6666ffff77aa", "fleet-2222bbbb-33cc-44dd-55ee-6666ffff77aa", null)]
    [InlineData("containerfleet-1a", "containerfleet-1a", null)]
    [InlineData("arn:aws:gamelift:us-west-2:111122223333:fleet/fleet-2222bbbb", "fleet-2222bbbb", "us-west-2")]
    public void Fleets_are_named_by_id_or_arn(string value, string id, string? region)
    {
        Assert.Null(FleetIds.Check(value, "FleetId"));
        Assert.Equal(id, FleetIds.IdOf(value));
        Assert.Equal(region, FleetIds.RegionOf(value));
    }

    [Fact]
    public void Fleet_ids_have_a_longest_form()
    {
        Assert.Null(FleetIds.Check("fleet-" + new string('a', 122), "FleetId"));
        Assert.Equal(RuleIds.FleetIdMalformed, FleetIds.Check("fleet-" + new string('a', 123), "FleetId")?.RuleId);
        Assert.All(["fleet", "fleet-", "FLEET-1", "fleet-a b", "fleet-1\n"], value => Assert.Equal(RuleIds.FleetIdMalformed, FleetIds.Check(value, "FleetId")?.RuleId));
    }
}
