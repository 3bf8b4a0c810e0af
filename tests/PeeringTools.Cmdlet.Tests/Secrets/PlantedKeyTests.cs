using System.Management.Automation;
using System.Security;
using PeeringTools.Cmdlet.Tests.Host;
using PeeringTools.Cmdlet.Tests.Module;

namespace PeeringTools.Cmdlet.Tests.Secrets;

/// <summary>A planted BGP key shows nowhere: in no stream, no record, no prompt, no file.</summary>
[Collection(SandboxCollection.Name)]
public sealed class PlantedKeyTests : IDisposable
{
    private const string Key = "Pl4nted-BGP-key";
    private readonly ModuleSession _session = new();
    private readonly string _saved = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");

    public PlantedKeyTests()
    {
        _session.Run($"Start-PeeringSandbox -Path '{Path.Combine(StagedModule.Root, "examples", "hybrid-network")}' | Out-Null");
        Assert.Empty(_session.Errors.Select(e => e.ToString()));
        using var key = new SecureString();
        foreach (var character in Key)
            key.AppendChar(character);
        _session.Session.SetVariable("key", key.Copy());
    }

    public void Dispose()
    {
        _session.Run("Stop-PeeringSandbox");
        File.Delete(_saved);
    }

    [Fact]
    public void Is_in_no_stream_and_no_record()
    {
        _session.Run("""
            $VerbosePreference = 'Continue'
            $DebugPreference = 'Continue'
            $InformationPreference = 'Continue'
            Add-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a001 -Asn 65010 -AddressFamily ipv6 -AuthKey $key -WhatIf
            Add-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a001 -Asn 65010 -AddressFamily ipv6 -AuthKey $key -DryRun
            Add-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a001 -Asn 65010 -AddressFamily ipv6 -AuthKey $key
            Add-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a001 -Asn 65010 -AddressFamily ipv6 -AuthKey $key
            Add-DxBgpPeer -VirtualInterfaceId dxvif-nothere1 -Asn 65010 -AuthKey $key
            Get-DxVirtualInterface
            Get-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a001
            Get-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a001 -IncludeAuthKey
            """);

        Assert.Equal(2, _session.Errors.Count);
        Assert.NotEmpty(_session.Console.Verbose);
        Assert.DoesNotContain(Key, _session.Everything(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Is_redacted_in_the_router_configuration_and_comes_out_when_asked_for()
    {
        _session.Run("Add-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a001 -Asn 65010 -AddressFamily ipv6 -AuthKey $key | Out-Null");

        var vif = _session.One("Get-DxVirtualInterface -VirtualInterfaceId dxvif-fgc1a001");
        Assert.Contains("(redacted)", (string)vif.Properties["CustomerRouterConfig"].Value!, StringComparison.Ordinal);
        Assert.Null(vif.Properties["AuthKey"]);
        Assert.Null(_session.One("Get-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a001 -AddressFamily ipv6").Properties["AuthKey"]);
        var peer = _session.One("Get-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a001 -AddressFamily ipv6 -IncludeAuthKey");
        Assert.Equal(Key, new PSCredential("key", (SecureString)peer.Properties["AuthKey"].Value!).GetNetworkCredential().Password);
    }

    [Fact]
    public void Is_not_readable_in_the_saved_state()
    {
        _session.Run($"Add-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a001 -Asn 65010 -AddressFamily ipv6 -AuthKey $key | Out-Null; Save-PeeringSandbox -Path '{_saved}'");
        Assert.Empty(_session.Errors.Select(e => e.ToString()));
        var bytes = File.ReadAllBytes(_saved);
        Assert.DoesNotContain(Key, System.Text.Encoding.UTF8.GetString(bytes), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Key)), System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }
}
