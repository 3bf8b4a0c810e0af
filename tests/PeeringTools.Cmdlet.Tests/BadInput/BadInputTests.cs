using System.Management.Automation;
using PeeringTools.Cmdlet.Tests.Module;

namespace PeeringTools.Cmdlet.Tests.BadInput;

/// <summary>Bad input costs nothing: each slip has an error id of its own and a message that names value and range, and no request leaves.</summary>
public sealed class BadInputTests
{
    private const string Vpc = "vpc-0123456789abcdef0";
    private const string Other = "vpc-0fedcba9876543210";
    private const string Attachment = "tgw-attach-0123456789abcdef0";
    private const string Interface = "dxvif-fgc1a001";
    private const string Peer = "New-TgwConnectPeer -TransitGatewayAttachmentId " + Attachment + " -PeerAddress 10.0.0.1 -InsideCidrBlock ";

    public static TheoryData<string, string, string> Cases => new()
    {
        // ids
        { $"New-VpcPeering -VpcId vpc-12 -PeerVpcId {Vpc}", "VpcIdMalformed", "'vpc-12'" },
        { $"New-VpcPeering -VpcId subnet-0123456789abcdef0 -PeerVpcId {Vpc}", "VpcIdMalformed", "subnet" },
        { $"New-VpcPeering -VpcId 'vpc-０１２３４５６７' -PeerVpcId {Vpc}", "VpcIdMalformed", "vpc-" },
        { $"New-VpcPeering -VpcId 'vpc-0123456789abcdéf0' -PeerVpcId {Vpc}", "VpcIdMalformed", "é" },
        { $"New-VpcPeering -VpcId '' -PeerVpcId {Vpc}", "VpcIdMissing", "empty" },
        { $"$null | New-VpcPeering -PeerVpcId {Vpc}", "VpcIdMissing", "null" },
        { $"New-VpcPeering -VpcId '   ' -PeerVpcId {Vpc}", "VpcIdMissing", "vpc-" },
        { $"New-VpcPeering -VpcId {Vpc} -PeerVpcId ''", "VpcPeeringPeerVpcMissing", "PeerVpcId" },
        { $"New-VpcPeering -VpcId {Vpc} -PeerVpcId vpc-zz", "VpcIdMalformed", "'vpc-zz'" },
        { $"New-VpcPeering -VpcId {Vpc} -PeerVpcId {Vpc}", "VpcPeeringSameVpc", Vpc },
        { $"New-VpcPeering -VpcId vpc-planned-1 -PeerVpcId {Vpc}", "PlannedIdInCall", "vpc-planned-1" },
        { "Get-VpcPeering -VpcPeeringConnectionId pcx-1", "VpcPeeringConnectionIdMalformed", "'pcx-1'" },
        { "Get-VpcPeering -VpcPeeringConnectionId ''", "VpcPeeringConnectionIdMissing", "empty" },
        { "$null | Get-VpcPeering", "VpcPeeringConnectionIdMissing", "null" },
        { "Get-VpcPeering -VpcId vpc-1", "VpcIdMalformed", "'vpc-1'" },
        { "Get-TgwConnectPeer -TransitGatewayConnectPeerId tgw-connect-peer-1", "TransitGatewayConnectPeerIdMalformed", "tgw-connect-peer-1" },
        { "Get-TgwConnectPeer -TransitGatewayAttachmentId tgw-1", "TransitGatewayAttachmentIdMalformed", "tgw-1" },
        { "Get-DxVirtualInterface -VirtualInterfaceId dxvif-1", "DxVirtualInterfaceIdMalformed", "dxvif-1" },
        { "Get-DxVirtualInterface -ConnectionId nothing", "DxConnectionIdMalformed", "nothing" },
        { "Get-DxBgpPeer -VirtualInterfaceId ''", "DxVirtualInterfaceIdMissing", "empty" },
        { $"Get-DxBgpPeer -VirtualInterfaceId {Interface} -BgpPeerId x", "DxBgpPeerIdMalformed", "'x'" },
        { $"Remove-DxBgpPeer -VirtualInterfaceId {Interface} -BgpPeerId dxpeer-! -Confirm:$false", "DxBgpPeerIdMalformed", "dxpeer-!" },

        // nothing where something was to be named: it never stands for all
        { "Get-VpcPeering -VpcPeeringConnectionId $nothing", "VpcPeeringConnectionIdMissing", "null" },
        { "Get-VpcPeering -VpcId $nothing", "VpcIdMissing", "VpcId" },
        { "Get-TgwConnectPeer -TransitGatewayConnectPeerId $nothing", "TransitGatewayConnectPeerIdMissing", "null" },
        { "Get-DxVirtualInterface -VirtualInterfaceId $nothing", "DxVirtualInterfaceIdMissing", "null" },
        { $"Get-DxBgpPeer -VirtualInterfaceId {Interface} -BgpPeerId $nothing", "DxBgpPeerIdMissing", "null" },
        { $"Get-DxBgpPeer -VirtualInterfaceId {Interface} -BgpPeerId @()", "DxBgpPeerIdMissing", "null" },
        { "Get-GameLiftPeeringAuthorization -PeerVpcId $nothing", "VpcIdMissing", "PeerVpcId" },

        // accounts and Regions
        { $"New-VpcPeering -VpcId {Vpc} -PeerVpcId {Other} -PeerOwnerId 12345", "AccountIdMalformed", "12345" },
        { $"New-VpcPeering -VpcId {Vpc} -PeerVpcId {Other} -PeerOwnerId ''", "AccountIdMissing", "12" },
        { $"New-VpcPeering -VpcId {Vpc} -PeerVpcId {Other} -PeerRegion Frankfurt", "RegionMalformed", "Frankfurt" },
        { $"New-VpcPeering -VpcId {Vpc} -PeerVpcId {Other} -PeerRegion ''", "RegionMissing", "PeerRegion" },
        { "Get-VpcPeering -Region 'eu west 1'", "RegionMalformed", "eu west 1" },
        { "Get-VpcPeering -Region ''", "RegionEmpty", "-Region" },
        { "Get-VpcPeering -Region $nothing", "RegionEmpty", "-Region" },
        { "Get-VpcPeering -ProfileName ''", "ProfileNameEmpty", "-ProfileName" },
        { "Get-VpcPeering -ProfileName $nothing", "ProfileNameEmpty", "-ProfileName" },
        { "Get-VpcPeering -ProfileLocation $nothing", "ProfileLocationEmpty", "-ProfileLocation" },
        { "Get-VpcPeering -AccessKey $nothing", "AccessKeyEmpty", "-AccessKey" },
        { "Get-VpcPeering -AccessKey x -SecretKey $nothing", "SecretKeyEmpty", "-SecretKey" },
        { "Get-VpcPeering -SessionToken $nothing", "SessionTokenEmpty", "-SessionToken" },
        { $"Test-VpcPeering pcx-00000001 -PeerProfileName $nothing", "PeerProfileNameEmpty", "-PeerProfileName" },
        { $"Connect-VpcPeering {Vpc} {Other} -PeerProfileName $nothing", "PeerProfileNameEmpty", "-PeerProfileName" },
        { $"New-GameLiftPeeringAuthorization -PeerVpcId {Vpc} -GameLiftAwsAccountId 1234-5678-9012", "AccountIdMalformed", "1234-5678-9012" },
        { "New-GameLiftPeeringAuthorization -PeerVpcId fleet-1 -GameLiftAwsAccountId 111122223333", "VpcIdMalformed", "fleet-1" },
        { "Get-GameLiftPeeringAuthorization -GameLiftAwsAccountId 1", "AccountIdMalformed", "'1'" },

        // inside blocks and addresses
        { Peer + "169.254.6.0/30", "InsideCidrWrongSize", "/29" },
        { Peer + "169.254.6.1/29", "InsideCidrNotAligned", "169.254.6.0/29" },
        { Peer + "169.254.0.0/29", "InsideCidrReserved", "169.254.0.0/29" },
        { Peer + "169.254.169.248/29", "InsideCidrReserved", "169.254.169.248/29" },
        { Peer + "10.0.0.0/29", "InsideCidrOutsideRange", "169.254.0.0/16" },
        { Peer + "300.1.1.0/29", "InsideCidrMalformed", "300.1.1.0/29" },
        { Peer + "fd00::/125", "InsideCidrNoIpv4", "fd00::/125" },
        { Peer + "169.254.6.0/29,169.254.7.0/29", "InsideCidrTwoOfOneFamily", "169.254.7.0/29" },
        { Peer + "169.254.6.0/29,fd00::/125,fd00::8/125", "InsideCidrTooMany", "fd00::8/125" },
        { Peer + "''", "InsideCidrBlank", "169.254" },
        { Peer + "169.254.6.0/29 -TransitGatewayAddress fd01::1", "PeerAddressFamiliesDiffer", "fd01::1" },
        { Peer + "169.254.6.0/29 -TransitGatewayAddress ''", "PeerAddressMissing", "TransitGatewayAddress" },
        { $"New-TgwConnectPeer -TransitGatewayAttachmentId {Attachment} -PeerAddress 10.0.0 -InsideCidrBlock 169.254.6.0/29", "PeerAddressMalformed", "10.0.0" },
        { $"New-TgwConnectPeer -TransitGatewayAttachmentId {Attachment} -PeerAddress '' -InsideCidrBlock 169.254.6.0/29", "PeerAddressMissing", "PeerAddress" },

        // AS numbers
        { Peer + "169.254.6.0/29 -PeerAsn 0", "AsnOutOfRange", "4294967295" },
        { Peer + "169.254.6.0/29 -PeerAsn 4294967296", "AsnOutOfRange", "4294967296" },
        { Peer + "169.254.6.0/29 -PeerAsn sixty", "AsnMalformed", "sixty" },
        { $"Add-DxBgpPeer -VirtualInterfaceId {Interface} -Asn 0", "AsnOutOfRange", "4294967294" },
        { $"Add-DxBgpPeer -VirtualInterfaceId {Interface} -Asn 4294967295", "AsnOutOfRange", "4294967295" },
        { $"Add-DxBgpPeer -VirtualInterfaceId {Interface} -Asn -5", "AsnMalformed|AsnOutOfRange", "-5" },
        { $"Add-DxBgpPeer -VirtualInterfaceId {Interface} -Asn ''", "AsnMissing", "Asn" },

        // asdot without quotes is a floating-point number, and which AS number was meant isn't in it any more
        { Peer + "169.254.6.0/29 -PeerAsn 1.10", "ParameterArgumentTransformationError", "'1.10'" },
        { "$asn = 1.10; " + Peer + "169.254.6.0/29 -PeerAsn $asn", "ParameterArgumentTransformationError", "'1.10'" },
        { "$asn = 1.0; " + Peer + "169.254.6.0/29 -PeerAsn $asn", "ParameterArgumentTransformationError", "'1.10'" },
        { $"Add-DxBgpPeer -VirtualInterfaceId {Interface} -Asn 1.5", "ParameterArgumentTransformationError", "'1.10'" },
        { $"Remove-DxBgpPeer -VirtualInterfaceId {Interface} -Asn 1.5 -CustomerAddress 169.254.9.2/30 -Confirm:$false", "ParameterArgumentTransformationError", "'1.10'" },

        // BGP addresses and keys
        { $"Add-DxBgpPeer -VirtualInterfaceId {Interface} -Asn 65010 -AmazonAddress 169.254.9.1/30", "BgpAddressPairIncomplete", "169.254.9.1/30" },
        { $"Add-DxBgpPeer -VirtualInterfaceId {Interface} -Asn 65010 -AmazonAddress 169.254.9.1/30 -CustomerAddress 169.254.9.6/30", "BgpAddressSubnetsDiffer", "169.254.9.6/30" },
        { $"Add-DxBgpPeer -VirtualInterfaceId {Interface} -Asn 65010 -AddressFamily ipv6 -AmazonAddress fd00::1/125 -CustomerAddress fd00::2/125", "BgpAddressWithIpv6", "/125" },
        { $"Add-DxBgpPeer -VirtualInterfaceId {Interface} -Asn 65010 -AmazonAddress here -CustomerAddress there", "BgpAddressMalformed", "here" },
        { $"Add-DxBgpPeer -VirtualInterfaceId {Interface} -Asn 65010 -AuthKey (ConvertTo-SecureString 'abcde' -AsPlainText -Force)", "BgpAuthKeyLength", "5" },
        { $"Add-DxBgpPeer -VirtualInterfaceId {Interface} -Asn 65010 -AuthKey (ConvertTo-SecureString '{new string('k', 81)}' -AsPlainText -Force)", "BgpAuthKeyLength", "81" },
        { $"Add-DxBgpPeer -VirtualInterfaceId {Interface} -Asn 65010 -AuthKey 'plain text'", "ParameterArgumentTransformationError", "Read-Host -AsSecureString" },
        { $"Add-DxBgpPeer -VirtualInterfaceId {Interface} -Asn 65010 -AuthKey $nothing", "BgpAuthKeyLength", "0" },
        { $"Add-DxBgpPeer -VirtualInterfaceId {Interface} -Asn 65010 -AddressFamily $nothing", "ParameterArgumentValidationError", "AddressFamily" },
        { $"Get-DxBgpPeer -VirtualInterfaceId {Interface} -AddressFamily ''", "ParameterArgumentValidationError", "ipv4" },
        { $"Add-DxBgpPeer -VirtualInterfaceId {Interface} -Asn 65010 -AddressFamily ipv5", "ParameterArgumentValidationError", "ipv4" },

        // tags
        { $"New-VpcPeering -VpcId {Vpc} -PeerVpcId {Other} -Tag @{{ '{new string('k', 256)}' = 'v' }}", "TagKeyTooLong", "128" },
        { $"New-VpcPeering -VpcId {Vpc} -PeerVpcId {Other} -Tag @{{ 'AWS:x' = 'v' }}", "TagKeyReserved", "AWS:x" },
        { $"New-VpcPeering -VpcId {Vpc} -PeerVpcId {Other} -Tag @{{ '' = 'v' }}", "TagKeyMissing", "128" },
        { $"New-VpcPeering -VpcId {Vpc} -PeerVpcId {Other} -Tag @{{ Name = '{new string('v', 257)}' }}", "TagValueTooLong", "256" },
        { $"New-VpcPeering -VpcId {Vpc} -PeerVpcId {Other} -Tag @{{ Name = $null }}", "TagValueNull", "Name" },

        // where and as whom
        { "Get-VpcPeering -AccessKey x", "CredentialsIncomplete", "SecretKey" },
        { "Get-VpcPeering -SessionToken (ConvertTo-SecureString 'token' -AsPlainText -Force)", "CredentialsIncomplete", "SessionToken" },
        { "$StoredAWSCredentials = 'keys'; Get-VpcPeering", "StoredCredentialsUnusable", "String" },
        { "Get-VpcPeering -ProfileName nobody", "ProfileNotFound", "nobody" },
        { "Get-VpcPeering -AccessKey x -SecretKey plain", "ParameterArgumentTransformationError", "Read-Host -AsSecureString" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_told_with_its_own_id_value_and_range_and_nothing_is_sent(string line, string ids, string named)
    {
        using var endpoint = new CountingEndpoint();
        var session = new ModuleSession().Run($"{line} -EndpointUrl {endpoint.Url}");

        var error = Assert.Single(session.Errors);
        Assert.Contains(session.ErrorIds.Single(), ids.Split('|'));
        Assert.Contains(named, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, endpoint.Connections);
        Assert.Empty(session.Console.Objects);
        Assert.True(error.CategoryInfo.Category is ErrorCategory.InvalidArgument or ErrorCategory.InvalidData or ErrorCategory.AuthenticationError, error.CategoryInfo.ToString());
    }

    [Fact]
    public void An_endpoint_that_is_no_address_is_told()
    {
        var session = new ModuleSession().Run("Get-VpcPeering -EndpointUrl nowhere");
        Assert.Equal(["EndpointUrlMalformed"], session.ErrorIds);
    }

    [Fact]
    public void An_endpoint_that_was_to_be_named_and_is_not_is_told() =>
        Assert.Equal(["EndpointUrlEmpty"], new ModuleSession().Run("Get-VpcPeering -EndpointUrl $nothing").ErrorIds);

    [Fact]
    public void Ten_thousand_bad_items_are_ten_thousand_errors_and_no_request()
    {
        using var endpoint = new CountingEndpoint();
        var session = new ModuleSession().Run(
            $"New-VpcPeering -PeerVpcId {Vpc} -EndpointUrl {endpoint.Url}", [.. Enumerable.Range(0, 10_000).Select(i => (object)$"vpc-{i}x")]);

        Assert.Equal(10_000, session.Errors.Count);
        Assert.All(session.ErrorIds, id => Assert.Equal("VpcIdMalformed", id));
        Assert.Equal(0, endpoint.Connections);
    }

    [Fact]
    public void There_are_more_than_forty_of_them() => Assert.True(Cases.Count >= 40);
}
