using System.Management.Automation;
using PeeringTools.Cmdlet.Tests.Host;
using PeeringTools.Cmdlet.Tests.Module;

namespace PeeringTools.Cmdlet.Tests.DirectConnect;

/// <summary>A virtual interface that isn't there: an empty list and an error of the service are one and the same error of that item.</summary>
[Collection(SandboxCollection.Name)]
public sealed class UnknownInterfaceTests
{
    private const string Unknown = "dxvif-ffffffff";

    public static TheoryData<string> Lines =>
    [
        $"Get-DxVirtualInterface {Unknown}",
        $"Get-DxVirtualInterface {Unknown} -ConnectionId dxcon-fg1a2b3c",
        $"Get-DxBgpPeer {Unknown}",
        $"Add-DxBgpPeer {Unknown} 65010 -WhatIf",
        $"Remove-DxBgpPeer {Unknown} dxpeer-fgp1a001 -WhatIf",
    ];

    [Theory, MemberData(nameof(Lines))]
    public void Answered_with_an_empty_list(string line)
    {
        using var service = new StubService((_, _) => (200, """{"virtualInterfaces":[]}"""));
        Check(new ModuleSession().Fail($"{line} -EndpointUrl {service.Url}"));
    }

    [Theory, MemberData(nameof(Lines))]
    public void Answered_with_an_error(string line)
    {
        using var service = new StubService((_, _) => (400, $$"""{"__type":"DirectConnectClientException","message":"Virtual Interface {{Unknown}} does not exist"}"""));
        var error = new ModuleSession().Fail($"{line} -EndpointUrl {service.Url}");
        Check(error);
        Assert.Equal("DirectConnectClientException", PSObject.AsPSObject(error.Exception).Properties["AwsErrorCode"].Value);
    }

    [Theory, MemberData(nameof(Lines))]
    public void Answered_by_the_sandbox(string line)
    {
        var session = new ModuleSession().Run($"$sandbox = Start-PeeringSandbox -Path '{Path.Combine(StagedModule.Root, "examples", "hybrid-network")}'");
        try
        {
            Check(session.Fail(line));
        }
        finally
        {
            session.Run("Stop-PeeringSandbox");
        }
    }

    [Fact]
    public void Another_refusal_stays_what_it_is()
    {
        using var service = new StubService((_, _) => (400, """{"__type":"DirectConnectClientException","message":"You can't do that"}"""));
        Assert.Equal("DirectConnectClientException", new ModuleSession().Fail($"Get-DxBgpPeer {Unknown} -EndpointUrl {service.Url}").FullyQualifiedErrorId.Split(',')[0]);
    }

    [Fact]
    public void The_others_come_out()
    {
        var session = new ModuleSession().Run($"$sandbox = Start-PeeringSandbox -Path '{Path.Combine(StagedModule.Root, "examples", "hybrid-network")}'");
        session.Run($"Get-DxVirtualInterface dxvif-fgc1a001, {Unknown}, dxvif-fgc1a002; Stop-PeeringSandbox");
        Assert.Equal(["dxvif-fgc1a001", "dxvif-fgc1a002"], session.Console.Objects.Select(o => o!.ToString()));
        Check(Assert.Single(session.Errors));
    }

    private static void Check(ErrorRecord error)
    {
        Assert.Equal("VirtualInterfaceNotFound", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal(Unknown, error.TargetObject);
    }
}
