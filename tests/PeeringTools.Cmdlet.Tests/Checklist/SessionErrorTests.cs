using PeeringTools.Cmdlet.Tests.Module;

namespace PeeringTools.Cmdlet.Tests.Checklist;

/// <summary>What is wrong with where and as whom a cmdlet works: told after the rules, and about the item.</summary>
public sealed class SessionErrorTests
{
    [Theory]
    [InlineData("Get-VpcPeering pcx-1", "VpcPeeringConnectionIdMalformed")]
    [InlineData("Get-VpcPeering -VpcId vpc-1", "VpcIdMalformed")]
    [InlineData("Get-VpcPeering -Tag @{ Name = $null }", "TagValueNull")]
    [InlineData("Get-VpcPeeringRoute pcx-1", "VpcPeeringConnectionIdMalformed")]
    [InlineData("Test-VpcPeering pcx-1", "VpcPeeringConnectionIdMalformed")]
    [InlineData("Wait-VpcPeering pcx-1", "VpcPeeringConnectionIdMalformed")]
    [InlineData("Get-TgwConnect tgw-attach-1", "TransitGatewayAttachmentIdMalformed")]
    [InlineData("Get-TgwConnect -TransitGatewayId tgw-1", "TransitGatewayIdMalformed")]
    [InlineData("Get-TgwConnectPeer tgw-connect-peer-1", "TransitGatewayConnectPeerIdMalformed")]
    [InlineData("Get-TgwConnectPeer -Filter @{ state = $null }", "FilterValueMissing")]
    [InlineData("Get-TgwConnectPeerConfiguration tgw-connect-peer-1 -Platform VyOS", "TransitGatewayConnectPeerIdMalformed")]
    [InlineData("Get-TgwPeering tgw-attach-1", "TransitGatewayAttachmentIdMalformed")]
    [InlineData("Get-DxVirtualInterface dxvif-1", "DxVirtualInterfaceIdMalformed")]
    [InlineData("Get-DxVirtualInterface -ConnectionId 1", "DxConnectionIdMalformed")]
    [InlineData("Get-DxBgpPeer dxvif-1", "DxVirtualInterfaceIdMalformed")]
    [InlineData("Get-GameLiftPeeringAuthorization -PeerVpcId vpc-1", "VpcIdMalformed")]
    [InlineData("Remove-VpcPeering pcx-1 -Confirm:$false", "VpcPeeringConnectionIdMalformed")]
    public void A_broken_rule_is_told_before_a_session_is_opened(string line, string id) =>
        Assert.Equal([id], new ModuleSession().Run($"{line} -ProfileName nobody").ErrorIds);

    [Theory]
    [InlineData("Get-VpcPeering", "pcx-00000001")]
    [InlineData("Get-VpcPeering", "pcx-00000001", "pcx-00000002")]
    [InlineData("Get-VpcPeeringRoute", "pcx-00000001", "pcx-00000002")]
    [InlineData("Wait-VpcPeering", "pcx-00000001", "pcx-00000002")]
    [InlineData("Approve-VpcPeering", "pcx-00000001", "pcx-00000002")]
    [InlineData("Get-TgwConnect", "tgw-attach-00000001", "tgw-attach-00000002")]
    [InlineData("Get-TgwConnectPeer", "tgw-connect-peer-00000001", "tgw-connect-peer-00000002")]
    [InlineData("Get-TgwConnectPeerConfiguration -Platform VyOS", "tgw-connect-peer-00000001", "tgw-connect-peer-00000002")]
    [InlineData("Get-TgwPeering", "tgw-attach-00000001", "tgw-attach-00000002")]
    [InlineData("Get-DxVirtualInterface", "dxvif-fgc1a001", "dxvif-fgc1a002")]
    [InlineData("Get-DxBgpPeer", "dxvif-fgc1a001", "dxvif-fgc1a002")]
    [InlineData("Get-VpcPeering -VpcId", "vpc-00000001")]
    [InlineData("Get-TgwConnectPeer -TransitGatewayAttachmentId", "tgw-attach-00000001")]
    [InlineData("Get-DxVirtualInterface -ConnectionId", "dxcon-fgc1a001")]
    public void It_is_an_error_of_each_item(string command, params string[] items)
    {
        var session = new ModuleSession().Run($"{command} {string.Join(", ", items)} -ProfileName nobody");
        Assert.Equal(items, session.Errors.Select(e => e.TargetObject));
        Assert.All(session.ErrorIds, id => Assert.Equal("ProfileNotFound", id));
    }
}
