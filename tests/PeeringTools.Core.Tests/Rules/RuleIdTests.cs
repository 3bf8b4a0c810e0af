using System.Net;
using System.Net.Sockets;
using System.Reflection;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Tests.Rules;

/// <summary>Every rule once, broken: its id is the one that scripts know, and its message carries the value and what's allowed.</summary>
public class RuleIdTests
{
    private const string Vpc = "vpc-0123456789abcdef0";
    private const string OtherVpc = "vpc-0a1b2c3d";
    private const string Peering = "pcx-0123456789abcdef0";
    private const string Attachment = "tgw-attach-0123456789abcdef0";
    private const AddressFamily V4 = AddressFamily.InterNetwork;
    private const AddressFamily V6 = AddressFamily.InterNetworkV6;

    private static readonly DateTimeOffset Noon = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly (string RuleId, string Value, Func<RuleBreak?> Broken)[] Errors =
    [
        ("VpcIdMissing", "null", () => ResourceIds.Check(ResourceKind.Vpc, null, "VpcId")),
        ("VpcPeeringConnectionIdMalformed", "pcx-xyz", () => ResourceIds.Check(ResourceKind.VpcPeeringConnection, "pcx-xyz", "VpcPeeringConnectionId")),
        ("DxGatewayIdMalformed", "dxgw-1", () => ResourceIds.Check(ResourceKind.DxGateway, "dxgw-1", "DirectConnectGatewayId")),
        ("PlannedIdInCall", "pcx-planned-1", () => ResourceIds.Check(ResourceKind.VpcPeeringConnection, "pcx-planned-1", "VpcPeeringConnectionId")),
        ("AccountIdMissing", "an empty string", () => AccountIds.Check("", "PeerOwnerId")),
        ("AccountIdMalformed", "1111-2222-3333", () => AccountIds.Check("1111-2222-3333", "PeerOwnerId")),
        ("RegionMissing", "blank", () => Regions.Check("  ", "PeerRegion")),
        ("RegionMalformed", "eu-west-1a", () => Regions.Check("eu-west-1a", "PeerRegion")),
        ("FleetIdMissing", "null", () => FleetIds.Check(null, "FleetId")),
        ("FleetIdMalformed", "flotte-1", () => FleetIds.Check("flotte-1", "FleetId")),

        ("AsnMissing", "null", () => Asns.Check(null, AsnUse.ConnectPeer, "PeerAsn")),
        ("AsnMalformed", "sixty", () => Asns.Check("sixty", AsnUse.ConnectPeer, "PeerAsn")),
        ("AsnOutOfRange", "4294967296", () => Asns.Check("4294967296", AsnUse.ConnectPeer, "PeerAsn")),
        ("AsnNotPrivate", "65535", () => Asns.Check(65535, AsnUse.AmazonSide, "AmazonSideAsn")),
        ("VlanOutOfRange", "4095", () => Vlans.Check(4095, "Vlan")),
        ("VlanInUse", "VLAN 101", () => Vlans.CheckFree(101, [100, 101], "dxcon-fg1a2b3c")),
        ("MtuNotSupported", "9000", () => Mtus.Check(9000, "Mtu")),
        ("TunnelMtuOutOfRange", "9001", () => GreTunnels.CheckMtu(9001, V4, hasIpv6Inside: false, "Mtu")),

        ("CidrMissing", "null", () => Cidrs.Check(null, "DestinationCidrBlock")),
        ("CidrMalformed", "10.0.0.0/33", () => Cidrs.Check("10.0.0.0/33", "DestinationCidrBlock")),
        ("CidrWrongFamily", "fd00::/8", () => Cidrs.Check("fd00::/8", "DestinationCidrBlock", V4)),
        ("CidrNotAligned", "10.0.0.1/16", () => Cidrs.Check("10.0.0.1/16", "DestinationCidrBlock")),
        ("VpcCidrSize", "10.0.0.0/8", () => NetworkCidrs.CheckVpcBlock(IPNetwork.Parse("10.0.0.0/8"), "CidrBlock")),
        ("TransitGatewayCidrSize", "10.0.0.0/25", () => NetworkCidrs.CheckTransitGatewayBlock(IPNetwork.Parse("10.0.0.0/25"), "CidrBlock")),
        ("TransitGatewayCidrReserved", "169.254.7.0/24", () => NetworkCidrs.CheckTransitGatewayBlock(IPNetwork.Parse("169.254.7.0/24"), "CidrBlock")),
        ("InsideCidrMissing", "no block", () => InsideCidrs.Check([], "InsideCidrBlocks")),
        ("InsideCidrTooMany", "3 blocks", () => InsideCidrs.Check(["169.254.6.0/29", "fd00::/125", "fd00::8/125"], "InsideCidrBlocks")),
        ("InsideCidrNoIpv4", "fd00::/125", () => InsideCidrs.Check(["fd00::/125"], "InsideCidrBlocks")),
        ("InsideCidrTwoOfOneFamily", "169.254.7.0/29", () => InsideCidrs.Check(["169.254.6.0/29", "169.254.7.0/29"], "InsideCidrBlocks")),
        ("InsideCidrBlank", "an empty string", () => InsideCidrs.Check([""], "InsideCidrBlocks")),
        ("InsideCidrMalformed", "169.254.6.0", () => InsideCidrs.Check(["169.254.6.0"], "InsideCidrBlocks")),
        ("InsideCidrOutsideRange", "10.0.0.0/29", () => InsideCidrs.Check(["10.0.0.0/29"], "InsideCidrBlocks")),
        ("InsideCidrWrongSize", "169.254.6.0/30", () => InsideCidrs.Check(["169.254.6.0/30"], "InsideCidrBlocks")),
        ("InsideCidrNotAligned", "169.254.6.4/29", () => InsideCidrs.Check(["169.254.6.4/29"], "InsideCidrBlocks")),
        ("InsideCidrReserved", "169.254.169.248/29", () => InsideCidrs.Check(["169.254.169.248/29"], "InsideCidrBlocks")),
        ("InsideCidrInUse", "169.254.6.0/29",
            () => InsideCidrs.CheckFree(IPNetwork.Parse("169.254.6.0/29"), [IPNetwork.Parse("169.254.6.0/29")], "InsideCidrBlocks")),
        ("PeerAddressMissing", "null", () => PeerAddresses.Check(null, "PeerAddress")),
        ("PeerAddressMalformed", "10.0.0.300", () => PeerAddresses.Check("10.0.0.300", "PeerAddress")),
        ("PeerAddressFamiliesDiffer", "2001:db8::1", () => PeerAddresses.CheckFamilies("10.0.0.1", "2001:db8::1")),
        ("TransitGatewayWithoutCidr", "10.0.0.1", () => PeerAddresses.CheckInBlocks(IPAddress.Parse("10.0.0.1"), null, [IPNetwork.Parse("2001:db8::/64")])),
        ("TransitGatewayAddressOutsideCidrs", "10.9.0.1",
            () => PeerAddresses.CheckInBlocks(IPAddress.Parse("10.0.0.1"), IPAddress.Parse("10.9.0.1"), [IPNetwork.Parse("10.1.0.0/24")])),
        ("TunnelInUse", "10.1.0.1",
            () => PeerAddresses.CheckTunnelFree(
                IPAddress.Parse("10.0.0.1"), IPAddress.Parse("10.1.0.1"), [(IPAddress.Parse("10.0.0.1"), IPAddress.Parse("10.1.0.1"))])),
        ("AddressFamilyMissing", "an empty string", () => AddressFamilies.Check("", "AddressFamily")),
        ("AddressFamilyUnknown", "ipv5", () => AddressFamilies.Check("ipv5", "AddressFamily")),
        ("BgpAddressesRequired", "absent", () => BgpPeerAddresses.Check(VirtualInterfaceType.Public, V4, null, null)),
        ("BgpAddressWithIpv6", "fd00::1/125", () => BgpPeerAddresses.Check(VirtualInterfaceType.Private, V6, "fd00::1/125", "fd00::2/125")),
        ("BgpAddressPairIncomplete", "169.254.0.1/30", () => BgpPeerAddresses.Check(VirtualInterfaceType.Private, V4, "169.254.0.1/30", null)),
        ("BgpAddressMalformed", "169.254.0.1", () => BgpPeerAddresses.Check(VirtualInterfaceType.Private, V4, "169.254.0.1", "169.254.0.2/30")),
        ("BgpAddressWrongFamily", "fd00::1/125", () => BgpPeerAddresses.Check(VirtualInterfaceType.Private, V4, "fd00::1/125", "fd00::2/125")),
        ("BgpAddressSubnetsDiffer", "169.254.0.6/30", () => BgpPeerAddresses.Check(VirtualInterfaceType.Private, V4, "169.254.0.1/30", "169.254.0.6/30")),
        ("BgpAddressesEqual", "169.254.0.1/30", () => BgpPeerAddresses.Check(VirtualInterfaceType.Private, V4, "169.254.0.1/30", "169.254.0.1/30")),
        ("RouteFilterPrefixesOnPublicOnly", "1 prefixes",
            () => RouteFilterPrefixes.Check(VirtualInterfaceType.Private, V4, ["203.0.113.0/24"], "RouteFilterPrefixes")),
        ("RouteFilterPrefixesMissing", "0 prefixes", () => RouteFilterPrefixes.Check(VirtualInterfaceType.Public, V4, null, "RouteFilterPrefixes")),
        ("RouteFilterPrefixesTooMany", "1001 prefixes",
            () => RouteFilterPrefixes.Check(VirtualInterfaceType.Public, V4, Enumerable.Repeat<string?>("203.0.113.0/24", 1001).ToList(), "RouteFilterPrefixes")),
        ("RouteFilterPrefixTooLong", "2001:db8::/65",
            () => RouteFilterPrefixes.Check(VirtualInterfaceType.Public, V6, ["2001:db8::/65"], "RouteFilterPrefixes")),

        ("BgpAuthKeyLength", "5 characters", () => BgpAuthKeys.Check("short", "AuthKey")),
        ("TagsTooMany", "51 tags", () => Tags.Check(Enumerable.Range(0, 51).Select(i => Tag("k" + i, "")).ToList(), TagService.Ec2, "Tag")),
        ("TagKeyDuplicate", "Name", () => Tags.Check([Tag("Name", "a"), Tag("Name", "b")], TagService.Ec2, "Tag")),
        ("TagKeyMissing", "an empty string", () => Tags.Check([Tag("", "a")], TagService.Ec2, "Tag")),
        ("TagKeyTooLong", "129 characters", () => Tags.Check([Tag(new string('k', 129), "a")], TagService.Ec2, "Tag")),
        ("TagKeyReserved", "AWS:x", () => Tags.Check([Tag("AWS:x", "a")], TagService.Ec2, "Tag")),
        ("TagKeyCharacters", "a#b", () => Tags.Check([Tag("a#b", "a")], TagService.DirectConnect, "Tag")),
        ("TagValueMissing", "null", () => Tags.Check([Tag("Name", null)], TagService.Ec2, "Tag")),
        ("TagValueTooLong", "257 characters", () => Tags.Check([Tag("Name", new string('v', 257))], TagService.Ec2, "Tag")),
        ("TagValueCharacters", "a#b", () => Tags.Check([Tag("Name", "a#b")], TagService.DirectConnect, "Tag")),

        ("VpcPeeringWrongState", "rejected", () => VpcPeeringStates.CheckAction(Peering, "rejected", StateActions.Delete, StateActor.Either)),
        ("VpcPeeringNotYourSide", Peering, () => VpcPeeringStates.CheckAction(Peering, "pending-acceptance", StateActions.Accept, StateActor.Requester)),
        ("TgwConnectPeerWrongState", "deleting",
            () => TgwConnectPeerStates.Table.CheckAction("tgw-connect-peer-1", "deleting", StateActions.Delete, StateActor.Requester)),
        ("TgwAttachmentWrongState", "modifying",
            () => TgwAttachmentStates.Table.CheckAction(Attachment, "modifying", StateActions.Delete, StateActor.Requester)),
        ("TgwPeeringWrongState", "available", () => TgwPeeringStates.Table.CheckAction(Attachment, "available", StateActions.Accept, StateActor.Accepter)),
        ("DxVirtualInterfaceWrongState", "deleted",
            () => VirtualInterfaceStates.Table.CheckAction("dxvif-fg1a2b3c", "deleted", StateActions.Delete, StateActor.Either)),
        ("DxBgpPeerWrongState", "deleting", () => BgpPeerStates.Table.CheckAction("dxpeer-fg1a2b3c", "deleting", StateActions.Delete, StateActor.Requester)),

        ("ConnectPeersQuota", "4 Connect peers", () => Quotas.ConnectPeersPerAttachment.Check(4, Attachment)),
        ("TransitGatewayCidrsQuota", "5 CIDR blocks", () => Quotas.CidrBlocksPerTransitGateway.Check(5, "tgw-0a1b2c3d")),
        ("DedicatedInterfacesQuota", "50 private", () => Quotas.VirtualInterfacesPerDedicatedConnection.Check(50, "dxcon-fg1a2b3c")),
        ("TransitInterfacesQuota", "4 transit", () => Quotas.TransitInterfacesPerDedicatedConnection.Check(4, "dxcon-fg1a2b3c")),
        ("HostedInterfacesQuota", "1 virtual", () => Quotas.VirtualInterfacesPerHostedConnection.Check(1, "dxcon-fg1a2b3c")),
        ("PrivateRoutesQuota", "100 routes", () => Quotas.RoutesPerPrivateSession.Check(100, "dxpeer-fg1a2b3c")),
        ("PublicRoutesQuota", "1000 routes", () => Quotas.RoutesPerPublicSession.Check(1000, "dxpeer-fg1a2b3c")),

        ("VpcPeeringPeerVpcMissing", "null", () => VpcPeeringRules.CheckCreate(Vpc, null)),
        ("VpcPeeringSameVpc", Vpc, () => VpcPeeringRules.CheckCreate(Vpc, Vpc)),
        ("VpcPeeringOverlap", "10.0.5.0/24",
            () => VpcPeeringRules.CheckOverlap(
                Vpc, [IPNetwork.Parse("172.16.0.0/16"), IPNetwork.Parse("10.0.0.0/16")], OtherVpc, [IPNetwork.Parse("10.0.5.0/24")])),
        ("VpcPeeringExists", Peering, () => VpcPeeringRules.CheckExisting(Vpc, OtherVpc, [(Peering, OtherVpc, Vpc, "pending-acceptance")])),
        ("VpcPeeringOptionsNotActive", "provisioning", () => VpcPeeringRules.CheckOptionsState(Peering, "provisioning")),
        ("VpcPeeringDnsAttributes", "enableDnsHostnames", () => VpcPeeringRules.CheckDnsAttributes(Vpc, enableDnsSupport: true, enableDnsHostnames: false)),
        ("VpcPeeringOptionsNotYourSide", "accepter's side", () => VpcPeeringRules.CheckOptionsSide(Peering, StateActor.Either, StateActor.Requester)),
        ("VpcPeeringRouteConflict", "igw-1", () => VpcPeeringRouteRules.CheckConflict("rtb-0a1b2c3d", "10.0.0.0/16", "igw-1", Peering)),
        ("VpcPeeringBlocksUnknown", Vpc, () => VpcPeeringRouteRules.CheckBlocks(Peering, Vpc, blocks: 0)),
        ("VpcPeeringSideNotYours", "accepter", () => VpcPeeringRouteRules.SideNotYours(Peering, "accepter's routes", "Add-VpcPeeringRoute -ProfileName partner")),
        ("VpcPeeringSideMissing", "None", () => VpcPeeringRouteRules.CheckSide(StateActor.None, "Side")),
        ("PeeringAnswerNotYours", "444455556666", () => PeeringAnswerRules.CheckAccount(Peering, "accepted", "444455556666", "111122223333")),
        ("TgwConnectTransport", "'peering'", () => TgwConnectRules.CheckTransport(Attachment, "peering")),
        ("TgwConnectHasPeers", "tgw-connect-peer-1", () => TgwConnectRules.CheckDelete(Attachment, ["tgw-connect-peer-1"])),
        ("TgwConnectNotAvailable", "pending", () => TgwConnectRules.CheckAttachmentState(Attachment, "pending")),
        ("TgwPeeringSameGateway", "tgw-0a1b2c3d", () => TgwPeeringRules.CheckDifferent("tgw-0a1b2c3d", "tgw-0a1b2c3d")),
        ("TgwRouteBlockMissing", "DestinationCidrBlock", () => TgwRouteRules.CheckHasBlock(0, "TransitGatewayRouteTableId", "DestinationCidrBlock")),
        ("DxBgpPeerFamilyTaken", "dxvif-fg1a2b3c", () => DxBgpPeerRules.CheckAdd("dxvif-fg1a2b3c", V4, [V4, V6], hasLogicalRedundancy: false)),
        ("DxBgpPeerLast", "dxpeer-fg1a2b3c", () => DxBgpPeerRules.CheckRemove("dxpeer-fg1a2b3c", "dxvif-fg1a2b3c", 1)),
        ("DxAsnMissing", "null", () => DxBgpPeerRules.CheckAsnChoice(null, null)),
        ("DxAsnTwice", "65001", () => DxBgpPeerRules.CheckAsnChoice(65000, 65001)),
        ("DxBgpPeerNotNamed", "BgpPeerId is null", () => DxBgpPeerRules.CheckSelector(null, null, null)),
        ("DxBgpPeerHalfNamed", "65000", () => DxBgpPeerRules.CheckSelector(null, 65000, null)),
        ("DxBgpPeerNamedTwice", "dxpeer-fg1a2b3c", () => DxBgpPeerRules.CheckSelector("dxpeer-fg1a2b3c", null, "169.254.0.2/30")),
        ("DxNameMissing", "an empty string", () => DxVirtualInterfaceRules.CheckName("", "VirtualInterfaceName")),
        ("DxNameTooLong", "101 characters", () => DxVirtualInterfaceRules.CheckName(new string('n', 101), "VirtualInterfaceName")),
        ("DxGatewayNotNamed", "null", () => DxVirtualInterfaceRules.CheckPrivateGateway(null, null)),
        ("DxGatewayTwice", "vgw-0a1b2c3d", () => DxVirtualInterfaceRules.CheckPrivateGateway("vgw-0a1b2c3d", "11112222-3333-4444-5555-666677778888")),
        ("DxAllocateToSelf", "111122223333", () => DxVirtualInterfaceRules.CheckAllocation("111122223333", "111122223333")),
        ("GameLiftFleetNotEc2", "ANYWHERE", () => GameLiftPeeringRules.CheckFleet("fleet-1", "ANYWHERE")),
        ("GameLiftNotAuthorized", Vpc, () => GameLiftPeeringRules.CheckAuthorization(Vpc, "111122223333", Noon, Noon.AddHours(24))),
    ];

    private static readonly (string RuleId, string Value, Func<RuleBreak?> Broken)[] Warnings =
    [
        ("ResourceIdNotLowerCase", "vpc-0A1B2C3D", () => ResourceIds.Check(ResourceKind.Vpc, "vpc-0A1B2C3D", "VpcId")),
        ("PublicAsnUnverified", "64511", () => Asns.CheckPublicInterface(64511, "Asn")),
        ("MtuFormerJumbo", "9001", () => Mtus.Check(9001, "Mtu")),
        ("PeerAddressNotUnicast", "224.0.0.5", () => PeerAddresses.Check("224.0.0.5", "PeerAddress")),
        ("BgpAddressPrefixLength", "169.254.0.1/29", () => BgpPeerAddresses.Check(VirtualInterfaceType.Private, V4, "169.254.0.1/29", "169.254.0.2/29")),
        ("BgpAddressNotPublic", "10.0.0.1/30", () => BgpPeerAddresses.Check(VirtualInterfaceType.Public, V4, "10.0.0.1/30", "10.0.0.2/30")),
        ("BgpAuthKeyCharacters", "a space", () => BgpAuthKeys.Check("with space", "AuthKey")),
        ("StateUnknown", "'activ'", () => VpcPeeringStates.Table.CheckNames(["deleted", "activ"])),
        ("TgwConnectInternal", "AS 64512", () => TgwConnectRules.CheckInternal("tgw-connect-peer-1", 64512, 64512)),
        ("ActivePeeringsQuota", "50 active", () => Quotas.ActivePeeringsPerVpc.Check(50, Vpc)),
        ("OutstandingPeeringsQuota", "25 outstanding", () => Quotas.OutstandingPeeringRequests.Check(25, "111122223333")),
    ];

    public static TheoryData<string, bool> Rules
    {
        get
        {
            var rules = new TheoryData<string, bool>();
            foreach (var (ruleId, _, _) in Errors)
                rules.Add(ruleId, false);
            foreach (var (ruleId, _, _) in Warnings)
                rules.Add(ruleId, true);
            return rules;
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_broken_rule_says_its_id_the_value_and_the_allowed_range(string ruleId, bool isWarning)
    {
        var (_, value, breaking) = Errors.Concat(Warnings).Single(row => row.RuleId == ruleId);

        var broken = breaking();

        Assert.NotNull(broken);
        Assert.Equal(ruleId, broken.RuleId);
        Assert.Equal(isWarning, broken.IsWarning);
        Assert.Contains(value, broken.Message, StringComparison.Ordinal);
        Assert.Contains("llowed is", broken.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", broken.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", broken.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tables_hold_every_rule_id_once()
    {
        var constants = typeof(RuleIds).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (string)field.GetRawConstantValue()!).ToList();
        var shown = Errors.Concat(Warnings).Select(row => row.RuleId).ToList();
        var ofResourceIds = ResourceIds.Forms.SelectMany(form => new[] { form.MissingRuleId, form.MalformedRuleId }).ToList();

        Assert.Empty(constants.Except(shown));
        Assert.Empty(shown.Except(constants).Except(ofResourceIds));
        Assert.Equal(shown.Count, shown.Distinct(StringComparer.OrdinalIgnoreCase).Count());

        var all = constants.Concat(ofResourceIds).ToList();
        Assert.Equal(all.Count, all.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(all, id => Assert.Matches("^[A-Z][A-Za-z0-9]+$", id));
    }

    [Fact]
    public void A_value_is_quoted_on_one_bounded_line()
    {
        Assert.Equal("'a\\u{a}b\\u{202e}'", RuleText.Quote("a\nb\u202e"));
        Assert.EndsWith("...' (5000 characters)", RuleText.Quote(new string('x', 5000)), StringComparison.Ordinal);
        Assert.InRange(RuleText.Quote(new string('\u0001', 5000)).Length, 80, 120);
    }

    [Fact]
    public void A_warning_does_not_hide_the_error_behind_it()
    {
        var warnings = new List<RuleBreak>();
        RuleBreak?[] checks = [null, Mtus.Check(9001, "Mtu"), Vlans.Check(0, "Vlan"), Mtus.Check(1, "Mtu")];

        Assert.Equal(RuleIds.VlanOutOfRange, RuleBreaks.FirstError(checks, warnings.Add)?.RuleId);
        Assert.Equal([RuleIds.MtuFormerJumbo], warnings.Select(warning => warning.RuleId));
        Assert.Null(RuleBreaks.FirstError([null, Mtus.Check(9001, "Mtu")], warnings.Add));
    }

    private static KeyValuePair<string?, string?> Tag(string? key, string? value) => new(key, value);
}
