using System.Management.Automation;
using PeeringTools.Cmdlet.Tests.Host;
using PeeringTools.Cmdlet.Tests.Module;

namespace PeeringTools.Cmdlet.Tests.Rehearsal;

/// <summary>A record of a sandbox that runs no more must not reach AWS; only the explicit ways out lead there. A record of AWS stays in the sandbox that runs.</summary>
[Collection(SandboxCollection.Name)]
public sealed class StrayRecordTests : IDisposable
{
    private readonly CountingEndpoint _outside = new();
    private readonly string? _before = Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL");
    private readonly ModuleSession _session = new();

    public StrayRecordTests()
    {
        _session.Run($"$sandbox = Start-PeeringSandbox -Path '{Path.Combine(StagedModule.Root, "examples", "hybrid-network")}'");
        Assert.Empty(_session.Errors);
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", _outside.Url);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", _before);
        new ModuleSession().Run("Stop-PeeringSandbox");
        _outside.Dispose();
    }

    [Theory]
    [InlineData(Peering, "Get-VpcPeering")]
    [InlineData(Peering, "Approve-VpcPeering")]
    [InlineData(Peering, "Approve-VpcPeering -ProfileName partner")]
    [InlineData(Peering, "Wait-VpcPeering -TimeoutSeconds 1")]
    [InlineData(Peering, "Remove-VpcPeering -Confirm:$false")]
    [InlineData(Peering, "Remove-VpcPeering -WhatIf")]
    [InlineData(Peering, "Connect-VpcPeering")]
    [InlineData(Peering, "Add-VpcPeeringRoute -All")]
    [InlineData("Get-TgwConnectPeer", "Get-TgwConnectPeerConfiguration -Platform FRRouting")]
    [InlineData("Get-TgwConnectPeer", "Remove-TgwConnectPeer -Confirm:$false")]
    [InlineData("Get-TgwConnect", "New-TgwConnectPeer -PeerAddress 10.0.1.99")]
    [InlineData("Get-DxVirtualInterface dxvif-fgc1a001", "Get-DxVirtualInterface")]
    [InlineData("Get-DxVirtualInterface dxvif-fgc1a001", "Add-DxBgpPeer -Asn 65010 -AddressFamily ipv6")]
    [InlineData("Get-DxBgpPeer dxvif-fgc1a001", "Get-DxBgpPeer")]
    [InlineData("New-GameLiftPeeringAuthorization vpc-0a2100000000000d1 444455556666 -Region eu-west-1", "Get-GameLiftPeeringAuthorization")]
    public void Of_a_sandbox_that_was_stopped_is_refused(string read, string next)
    {
        _session.Run($"$record = {read}; Stop-PeeringSandbox");
        Assert.Empty(_session.Errors.Select(e => e.ToString()));

        var error = _session.Fail($"$record | {next}");
        Assert.Equal("SandboxRecordAfterStop", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains("-Live", error.ErrorDetails!.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(0, _outside.Connections);
    }

    [Theory]
    [InlineData(true)]
    [InlineData("True")]
    public void Is_known_by_its_property_also_when_it_went_through_a_file(object mark)
    {
        _session.Run("Stop-PeeringSandbox");
        _session.Run("Get-VpcPeering", Kept(mark));
        Assert.Equal(["SandboxRecordAfterStop"], _session.ErrorIds);
        Assert.Equal(0, _outside.Connections);
    }

    [Fact]
    public void What_does_not_come_from_a_sandbox_goes_on_and_each_input_stands_for_itself()
    {
        _session.Run("Stop-PeeringSandbox");
        _session.Run("Get-VpcPeering", Kept(mark: false), Kept(mark: true), Kept(mark: null), "pcx-0a1300000000000c3");
        Assert.Equal(["ConnectionFailed", "SandboxRecordAfterStop", "ConnectionFailed", "ConnectionFailed"], _session.ErrorIds);
    }

    [Theory]
    [InlineData("-Live")]
    [InlineData("-EndpointUrl {0}")]
    public void Goes_where_it_is_sent_by_name(string way)
    {
        _session.Run("Stop-PeeringSandbox");
        _session.Run("Get-VpcPeering " + way.Replace("{0}", _outside.Url, StringComparison.Ordinal), Kept(mark: true));
        Assert.Equal(["ConnectionFailed"], _session.ErrorIds);
        Assert.True(_outside.Connections > 0);
    }

    [Fact]
    public void Goes_on_in_the_sandbox_that_follows()
    {
        _session.Run($"$record = Get-DxVirtualInterface dxvif-fgc1a001; $sandbox = Start-PeeringSandbox -Path '{Path.Combine(StagedModule.Root, "examples", "hybrid-network")}'");
        Assert.Equal(true, _session.One("$record | Get-DxVirtualInterface").Properties["Sandbox"].Value);
    }

    [Fact]
    public void Of_AWS_stays_in_the_sandbox_that_runs()
    {
        _session.Run("Get-VpcPeering", Kept(mark: false));
        Assert.Equal(["InvalidVpcPeeringConnectionID.NotFound"], _session.ErrorIds);
        Assert.Equal(0, _outside.Connections);
    }

    private const string Peering = "New-VpcPeering vpc-0a1300000000000c3 vpc-0a2100000000000d1 -PeerRegion eu-west-1";

    private static PSObject Kept(object? mark)
    {
        var record = new PSObject();
        record.Properties.Add(new PSNoteProperty("VpcPeeringConnectionId", "pcx-0a1300000000000c3"));
        record.Properties.Add(new PSNoteProperty("Region", "eu-central-1"));
        if (mark is not null)
            record.Properties.Add(new PSNoteProperty("Sandbox", mark));
        return record;
    }
}
