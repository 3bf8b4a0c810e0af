namespace PeeringTools.Core.Rules;

/// <summary>
/// The ids of all rules, which scripts test for: one never changes its meaning and never goes. The ids of resources add
/// <see cref="ResourceIdForm.MissingRuleId"/> and <see cref="ResourceIdForm.MalformedRuleId"/> for each kind.
/// </summary>
internal static class RuleIds
{
    // Ids
    public const string PlannedIdInCall = nameof(PlannedIdInCall);
    public const string ResourceIdNotLowerCase = nameof(ResourceIdNotLowerCase);
    public const string AccountIdMissing = nameof(AccountIdMissing);
    public const string AccountIdMalformed = nameof(AccountIdMalformed);
    public const string RegionMissing = nameof(RegionMissing);
    public const string RegionMalformed = nameof(RegionMalformed);
    public const string FleetIdMissing = nameof(FleetIdMissing);
    public const string FleetIdMalformed = nameof(FleetIdMalformed);

    // Numbers
    public const string AsnMissing = nameof(AsnMissing);
    public const string AsnMalformed = nameof(AsnMalformed);
    public const string AsnOutOfRange = nameof(AsnOutOfRange);
    public const string AsnNotPrivate = nameof(AsnNotPrivate);
    public const string PublicAsnUnverified = nameof(PublicAsnUnverified);
    public const string VlanOutOfRange = nameof(VlanOutOfRange);
    public const string VlanInUse = nameof(VlanInUse);
    public const string MtuFormerJumbo = nameof(MtuFormerJumbo);
    public const string MtuNotSupported = nameof(MtuNotSupported);
    public const string TunnelMtuOutOfRange = nameof(TunnelMtuOutOfRange);

    // Addresses
    public const string CidrMissing = nameof(CidrMissing);
    public const string CidrMalformed = nameof(CidrMalformed);
    public const string CidrWrongFamily = nameof(CidrWrongFamily);
    public const string CidrNotAligned = nameof(CidrNotAligned);
    public const string VpcCidrSize = nameof(VpcCidrSize);
    public const string TransitGatewayCidrSize = nameof(TransitGatewayCidrSize);
    public const string TransitGatewayCidrReserved = nameof(TransitGatewayCidrReserved);
    public const string InsideCidrMissing = nameof(InsideCidrMissing);
    public const string InsideCidrTooMany = nameof(InsideCidrTooMany);
    public const string InsideCidrNoIpv4 = nameof(InsideCidrNoIpv4);
    public const string InsideCidrTwoOfOneFamily = nameof(InsideCidrTwoOfOneFamily);
    public const string InsideCidrBlank = nameof(InsideCidrBlank);
    public const string InsideCidrMalformed = nameof(InsideCidrMalformed);
    public const string InsideCidrOutsideRange = nameof(InsideCidrOutsideRange);
    public const string InsideCidrWrongSize = nameof(InsideCidrWrongSize);
    public const string InsideCidrNotAligned = nameof(InsideCidrNotAligned);
    public const string InsideCidrReserved = nameof(InsideCidrReserved);
    public const string InsideCidrInUse = nameof(InsideCidrInUse);
    public const string PeerAddressMissing = nameof(PeerAddressMissing);
    public const string PeerAddressMalformed = nameof(PeerAddressMalformed);
    public const string PeerAddressNotUnicast = nameof(PeerAddressNotUnicast);
    public const string PeerAddressFamiliesDiffer = nameof(PeerAddressFamiliesDiffer);
    public const string TransitGatewayWithoutCidr = nameof(TransitGatewayWithoutCidr);
    public const string TransitGatewayAddressOutsideCidrs = nameof(TransitGatewayAddressOutsideCidrs);
    public const string TunnelInUse = nameof(TunnelInUse);
    public const string AddressFamilyMissing = nameof(AddressFamilyMissing);
    public const string AddressFamilyUnknown = nameof(AddressFamilyUnknown);
    public const string BgpAddressesRequired = nameof(BgpAddressesRequired);
    public const string BgpAddressWithIpv6 = nameof(BgpAddressWithIpv6);
    public const string BgpAddressPairIncomplete = nameof(BgpAddressPairIncomplete);
    public const string BgpAddressMalformed = nameof(BgpAddressMalformed);
    public const string BgpAddressWrongFamily = nameof(BgpAddressWrongFamily);
    public const string BgpAddressSubnetsDiffer = nameof(BgpAddressSubnetsDiffer);
    public const string BgpAddressesEqual = nameof(BgpAddressesEqual);
    public const string BgpAddressPrefixLength = nameof(BgpAddressPrefixLength);
    public const string BgpAddressNotPublic = nameof(BgpAddressNotPublic);
    public const string RouteFilterPrefixesOnPublicOnly = nameof(RouteFilterPrefixesOnPublicOnly);
    public const string RouteFilterPrefixesMissing = nameof(RouteFilterPrefixesMissing);
    public const string RouteFilterPrefixesTooMany = nameof(RouteFilterPrefixesTooMany);
    public const string RouteFilterPrefixTooLong = nameof(RouteFilterPrefixTooLong);

    // Keys and tags
    public const string BgpAuthKeyCharacters = nameof(BgpAuthKeyCharacters);
    public const string BgpAuthKeyLength = nameof(BgpAuthKeyLength);
    public const string TagsTooMany = nameof(TagsTooMany);
    public const string TagKeyDuplicate = nameof(TagKeyDuplicate);
    public const string TagKeyMissing = nameof(TagKeyMissing);
    public const string TagKeyTooLong = nameof(TagKeyTooLong);
    public const string TagKeyReserved = nameof(TagKeyReserved);
    public const string TagKeyCharacters = nameof(TagKeyCharacters);
    public const string TagValueMissing = nameof(TagValueMissing);
    public const string TagValueTooLong = nameof(TagValueTooLong);
    public const string TagValueCharacters = nameof(TagValueCharacters);

    // States
    public const string VpcPeeringWrongState = nameof(VpcPeeringWrongState);
    public const string VpcPeeringNotYourSide = nameof(VpcPeeringNotYourSide);
    public const string TgwConnectPeerWrongState = nameof(TgwConnectPeerWrongState);
    public const string TgwAttachmentWrongState = nameof(TgwAttachmentWrongState);
    public const string TgwPeeringWrongState = nameof(TgwPeeringWrongState);
    public const string DxVirtualInterfaceWrongState = nameof(DxVirtualInterfaceWrongState);
    public const string DxBgpPeerWrongState = nameof(DxBgpPeerWrongState);

    // Quotas
    public const string ActivePeeringsQuota = nameof(ActivePeeringsQuota);
    public const string OutstandingPeeringsQuota = nameof(OutstandingPeeringsQuota);
    public const string ConnectPeersQuota = nameof(ConnectPeersQuota);
    public const string TransitGatewayCidrsQuota = nameof(TransitGatewayCidrsQuota);
    public const string DedicatedInterfacesQuota = nameof(DedicatedInterfacesQuota);
    public const string TransitInterfacesQuota = nameof(TransitInterfacesQuota);
    public const string HostedInterfacesQuota = nameof(HostedInterfacesQuota);
    public const string PrivateRoutesQuota = nameof(PrivateRoutesQuota);
    public const string PublicRoutesQuota = nameof(PublicRoutesQuota);

    // Resources
    public const string StateUnknown = nameof(StateUnknown);
    public const string VpcPeeringPeerVpcMissing = nameof(VpcPeeringPeerVpcMissing);
    public const string VpcPeeringSameVpc = nameof(VpcPeeringSameVpc);
    public const string VpcPeeringOverlap = nameof(VpcPeeringOverlap);
    public const string VpcPeeringExists = nameof(VpcPeeringExists);
    public const string VpcPeeringOptionsNotActive = nameof(VpcPeeringOptionsNotActive);
    public const string VpcPeeringDnsAttributes = nameof(VpcPeeringDnsAttributes);
    public const string VpcPeeringOptionsNotYourSide = nameof(VpcPeeringOptionsNotYourSide);
    public const string VpcPeeringRouteConflict = nameof(VpcPeeringRouteConflict);
    public const string VpcPeeringBlocksUnknown = nameof(VpcPeeringBlocksUnknown);
    public const string VpcPeeringSideNotYours = nameof(VpcPeeringSideNotYours);
    public const string VpcPeeringSideMissing = nameof(VpcPeeringSideMissing);
    public const string PeeringAnswerNotYours = nameof(PeeringAnswerNotYours);
    public const string TgwConnectTransport = nameof(TgwConnectTransport);
    public const string TgwConnectHasPeers = nameof(TgwConnectHasPeers);
    public const string TgwConnectNotAvailable = nameof(TgwConnectNotAvailable);
    public const string TgwConnectInternal = nameof(TgwConnectInternal);
    public const string TgwPeeringSameGateway = nameof(TgwPeeringSameGateway);
    public const string TgwRouteBlockMissing = nameof(TgwRouteBlockMissing);
    public const string DxBgpPeerFamilyTaken = nameof(DxBgpPeerFamilyTaken);
    public const string DxBgpPeerLast = nameof(DxBgpPeerLast);
    public const string DxAsnMissing = nameof(DxAsnMissing);
    public const string DxAsnTwice = nameof(DxAsnTwice);
    public const string DxBgpPeerNotNamed = nameof(DxBgpPeerNotNamed);
    public const string DxBgpPeerNamedTwice = nameof(DxBgpPeerNamedTwice);
    public const string DxBgpPeerHalfNamed = nameof(DxBgpPeerHalfNamed);
    public const string DxNameMissing = nameof(DxNameMissing);
    public const string DxNameTooLong = nameof(DxNameTooLong);
    public const string DxGatewayNotNamed = nameof(DxGatewayNotNamed);
    public const string DxGatewayTwice = nameof(DxGatewayTwice);
    public const string DxAllocateToSelf = nameof(DxAllocateToSelf);
    public const string GameLiftFleetNotEc2 = nameof(GameLiftFleetNotEc2);
    public const string GameLiftNotAuthorized = nameof(GameLiftNotAuthorized);
}
