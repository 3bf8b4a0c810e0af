using PeeringTools.Cmdlet.Tests.Host;
using PeeringTools.Cmdlet.Tests.Module;

namespace PeeringTools.Cmdlet.Tests.Rehearsal;

/// <summary>What -WhatIf planned is shown as planned, goes on in a plan, and is a broken rule outside of one.</summary>
[Collection(SandboxCollection.Name)]
public sealed class PlannedIdTests : IDisposable
{
    private readonly ModuleSession _session = new();

    public PlannedIdTests() => _session.Run($"$sandbox = Start-PeeringSandbox -Path '{Path.Combine(StagedModule.Root, "examples", "hybrid-network")}'");

    public void Dispose() => new ModuleSession().Run("Stop-PeeringSandbox");

    [Theory]
    [InlineData("New-VpcPeering vpc-0a1300000000000c3 vpc-0a2100000000000d1 -PeerRegion eu-west-1", "State")]
    [InlineData("New-TgwConnectPeer tgw-attach-0a11000000000cc01 10.0.1.11", "State")]
    [InlineData("Add-DxBgpPeer dxvif-fgc1a001 65010 -AddressFamily ipv6", "BgpPeerState")]
    [InlineData("New-GameLiftPeeringAuthorization vpc-0a2100000000000d1 444455556666 -Region eu-west-1", "State")]
    public void A_planned_record_says_so(string line, string property) =>
        Assert.Equal("planned", _session.One($"{line} -WhatIf").Properties[property].Value);

    [Fact]
    public void An_authorization_that_was_made_is_valid() =>
        Assert.Equal("valid", _session.One("New-GameLiftPeeringAuthorization vpc-0a2100000000000d1 444455556666 -Region eu-west-1").Properties["State"].Value);

    [Theory]
    [InlineData("Get-VpcPeering pcx-planned-1", 1)]
    [InlineData("New-VpcPeering vpc-0a1300000000000c3 vpc-0a2100000000000d1 -PeerRegion eu-west-1 | Approve-VpcPeering | Wait-VpcPeering | Get-VpcPeering", 1)]
    [InlineData("Get-VpcPeeringRoute pcx-planned-1", 0)]
    [InlineData("Test-VpcPeering pcx-planned-1", 0)]
    [InlineData("Get-TgwConnect tgw-attach-planned-1", 1)]
    [InlineData("Get-TgwConnectPeer tgw-connect-peer-planned-1", 1)]
    [InlineData("Get-TgwConnectPeerConfiguration tgw-connect-peer-planned-1 -Platform VyOS", 1)]
    [InlineData("Get-TgwPeering tgw-attach-planned-1", 1)]
    [InlineData("Get-DxVirtualInterface dxvif-planned-1", 1)]
    [InlineData("Get-DxBgpPeer dxvif-planned-1", 0)]
    public void In_a_plan_it_goes_on(string line, int records) =>
        Assert.Equal(records, _session.Get<PeeringRecord>("$WhatIfPreference = $true; " + line).Count);

    [Theory]
    [InlineData("Get-VpcPeering pcx-planned-1")]
    [InlineData("New-VpcPeering vpc-0a1300000000000c3 vpc-0a2100000000000d1 -PeerRegion eu-west-1 -WhatIf | Get-VpcPeering")]
    [InlineData("Get-VpcPeeringRoute pcx-planned-1")]
    [InlineData("Test-VpcPeering pcx-planned-1")]
    [InlineData("Get-TgwConnect tgw-attach-planned-1")]
    [InlineData("Get-TgwConnectPeer tgw-connect-peer-planned-1")]
    [InlineData("Get-TgwConnectPeerConfiguration tgw-connect-peer-planned-1 -Platform VyOS")]
    [InlineData("Get-TgwPeering tgw-attach-planned-1")]
    [InlineData("Get-DxVirtualInterface dxvif-planned-1")]
    [InlineData("Get-DxBgpPeer dxvif-planned-1")]
    public void Outside_of_one_it_is_an_error_of_its_own(string line)
    {
        var error = _session.Fail(line);
        Assert.Equal("PlannedIdInCall", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("-planned-", (string)error.TargetObject!, StringComparison.Ordinal);
        Assert.Empty(_session.Console.Objects);
    }
}
