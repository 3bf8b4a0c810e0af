using System.Management.Automation;
using PeeringTools.Cmdlet.Tests.Host;
using PeeringTools.Cmdlet.Tests.Module;

namespace PeeringTools.Cmdlet.Tests.Rehearsal;

/// <summary>The five jobs on the example network.</summary>
[Collection(SandboxCollection.Name)]
public sealed class FiveJobsTests : IDisposable
{
    private const string Examples = "examples";
    private readonly ModuleSession _session = new();

    public FiveJobsTests()
    {
        _session.Run($"Start-PeeringSandbox -Path '{Path.Combine(StagedModule.Root, Examples, "hybrid-network")}' | Out-Null");
        Assert.Empty(_session.Errors.Select(e => e.ToString()));
    }

    public void Dispose() => _session.Run("Stop-PeeringSandbox");

    [Fact]
    public void The_example_script_runs_and_meets_its_three_refusals()
    {
        var path = Path.Combine(StagedModule.Root, Examples, "hybrid-network.ps1");
        _session.Session.Run(_session.Session.Parse(File.ReadAllText(path), path));
        Assert.Equal(["UnauthorizedOperation", "InsideCidrReserved", "DirectConnectClientException"], _session.ErrorIds);
    }

    [Fact]
    public void As_a_plan_it_changes_nothing()
    {
        var path = Path.Combine(StagedModule.Root, Examples, "hybrid-network.ps1");
        var before = Counts();
        _session.Run("$WhatIfPreference = $true");
        _session.Session.Run(_session.Session.Parse(File.ReadAllText(path), path));
        Assert.Equal(before, Counts());
        Assert.Contains(_session.Console.Said, line => line.Contains("CreateVpcPeeringConnection: AWS would allow it", StringComparison.Ordinal));
    }

    [Fact]
    public void Exactly_the_chosen_peer_goes()
    {
        _session.Run("Get-DxVirtualInterface | Get-DxBgpPeer | Where-Object BgpStatus -eq 'down' | Remove-DxBgpPeer -Confirm:$false; Step-PeeringSandboxClock -Minutes 5 -Confirm:$false");
        Assert.Empty(_session.Errors.Select(e => e.ToString()));
        _session.Run("Get-DxVirtualInterface | Get-DxBgpPeer");
        Assert.Equal(["dxpeer-fgp1a001", "dxpeer-fgp1a002"], _session.Console.Objects.Select(o => (string?)PSObject.AsPSObject(o!).Properties["BgpPeerId"].Value));
    }

    [Fact]
    public void An_interface_alone_names_no_peer_to_remove()
    {
        _session.Run("Get-DxVirtualInterface | Remove-DxBgpPeer -Confirm:$false");
        Assert.Equal(2, _session.Errors.Count);
        Assert.All(_session.ErrorIds, id => Assert.Equal("InputObjectMissingMandatory", id));
        Assert.Equal("3", Counts()["dx-bgp-peer"]);
    }

    [Fact]
    public void A_peer_made_with_a_long_number_is_found_and_removed_by_it()
    {
        _session.Run("Remove-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a002 -Asn 4200000010 -CustomerAddress 169.254.96.6/30 -Confirm:$false; Step-PeeringSandboxClock -Minutes 5 -Confirm:$false");
        Assert.Empty(_session.Errors.Select(e => e.ToString()));
        _session.Run("Get-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a002");
        Assert.Equal("dxpeer-fgp1a003", PSObject.AsPSObject(Assert.Single(_session.Console.Objects)!).Properties["BgpPeerId"].Value);
    }

    [Fact]
    public void WhatIf_on_the_last_peer_says_what_the_call_would()
    {
        _session.Run("Remove-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a001 -BgpPeerId dxpeer-fgp1a001 -WhatIf");
        Assert.Equal(["DxBgpPeerLast"], _session.ErrorIds);
    }

    [Fact]
    public void Without_somebody_to_ask_a_removal_says_how_to_confirm()
    {
        _session.Run("Remove-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a002 -BgpPeerId dxpeer-fgp1a003");
        Assert.Contains("-Confirm:$false", Assert.Single(_session.Errors).ToString(), StringComparison.Ordinal);
        Assert.Equal("3", Counts()["dx-bgp-peer"]);
    }

    [Fact]
    public void A_record_brings_its_Region_and_profile_along()
    {
        var peering = _session.One("New-VpcPeering -VpcId vpc-0a2100000000000d1 -PeerVpcId vpc-0b1100000000000e1 -PeerOwnerId 444455556666 -Region eu-west-1 -ProfileName network | Get-VpcPeering");
        Assert.Equal(("eu-west-1", "network", "111122223333"), (peering.Properties["Region"].Value, peering.Properties["ProfileName"].Value, peering.Properties["AccountId"].Value));
    }

    [Fact]
    public void A_tag_in_the_form_of_AWS_Tools_is_one_tag()
    {
        var peering = _session.One("New-VpcPeering -VpcId vpc-0a1100000000000c1 -PeerVpcId vpc-0a1300000000000c3 -Tag @{ Key = 'Name'; Value = 'lab' }");
        Assert.Equal("Name=lab", Assert.Single((IEnumerable<object>)peering.Properties["Tags"].Value!).ToString());
    }

    [Fact]
    public void A_bare_number_moves_no_clock()
    {
        _session.Run("Step-PeeringSandboxClock 7");
        Assert.Equal(["ClockStepOutOfRange"], _session.ErrorIds);
    }

    [Fact]
    public void Starting_on_an_unset_path_keeps_the_sandbox_that_runs()
    {
        _session.Run("Start-PeeringSandbox -Path $nothing");
        Assert.Equal(["PathEmpty"], _session.ErrorIds);
        Assert.Equal("3", Counts()["dx-bgp-peer"]);
    }

    [Fact]
    public void A_state_that_cannot_be_saved_leaves_nothing_behind()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            _session.Run($"Save-PeeringSandbox -Path '{folder.FullName}'");
            Assert.Equal(["FileNotWritten"], _session.ErrorIds);
            Assert.Empty(Directory.EnumerateFiles(folder.Parent!.FullName, folder.Name + ".*"));
        }
        finally
        {
            folder.Delete();
        }
    }

    [Fact]
    public void Keys_win_over_a_profile_and_the_record_says_so()
    {
        var peering = _session.One("New-VpcPeering -VpcId vpc-0a1100000000000c1 -PeerVpcId vpc-0a1300000000000c3 -ProfileName studio -AccessKey 111122223333 -SecretKey (ConvertTo-SecureString 'x' -AsPlainText -Force)");
        Assert.Equal(("111122223333", (object?)null), (peering.Properties["AccountId"].Value, peering.Properties["ProfileName"].Value));
    }

    [Fact]
    public void State_survives_saving_and_restoring()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        try
        {
            _session.Run($"New-VpcPeering -VpcId vpc-0a1100000000000c1 -PeerVpcId vpc-0a1300000000000c3 | Out-Null; Save-PeeringSandbox -Path '{file}'");
            var before = Counts();
            _session.Run($"Stop-PeeringSandbox; Restore-PeeringSandbox -Path '{file}' | Out-Null");
            Assert.Empty(_session.Errors.Select(e => e.ToString()));
            Assert.Equal(before, Counts());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Requests_expire_when_the_clock_is_stepped()
    {
        _session.Run("$p = New-VpcPeering -VpcId vpc-0a1100000000000c1 -PeerVpcId vpc-0b1100000000000e1 -PeerOwnerId 444455556666 -PeerRegion eu-west-1; Step-PeeringSandboxClock -Days 8");
        Assert.Equal("expired", _session.One("Get-VpcPeering -VpcPeeringConnectionId $p.VpcPeeringConnectionId").Properties["State"].Value);
        _session.Console.Objects.Clear();
        Assert.Empty(_session.Run("Get-VpcPeering").Console.Objects);
    }

    private static Dictionary<string, string> Counts()
    {
        var counts = (IEnumerable<KeyValuePair<string, int>>)new ModuleSession().One("Get-PeeringSandbox").Properties["ResourceCounts"].Value!;
        return counts.ToDictionary(c => c.Key, c => $"{c.Value}");
    }
}
