using System.Management.Automation;
using PeeringTools.Cmdlet.Tests.Host;
using PeeringTools.Cmdlet.Tests.Module;

namespace PeeringTools.Cmdlet.Tests.Rehearsal;

/// <summary>A verbose line tells of a call before what came of it, also where the answer comes at once.</summary>
[Collection(SandboxCollection.Name)]
public sealed class CallOrderTests : IDisposable
{
    private readonly ModuleSession _session = new();

    public CallOrderTests() => _session.Run($"$sandbox = Start-PeeringSandbox -Path '{Path.Combine(StagedModule.Root, "examples", "hybrid-network")}'");

    public void Dispose() => new ModuleSession().Run("Stop-PeeringSandbox");

    [Theory]
    [InlineData("Get-TgwConnectPeer", "DescribeTransitGatewayConnectPeers")]
    [InlineData("Get-DxVirtualInterface dxvif-fgc1a001", "DescribeVirtualInterfaces")]
    [InlineData("Get-VpcPeering pcx-0a1300000000000c3", "DescribeVpcPeeringConnections")]
    public void Verbose_lines_come_before_the_record_or_error_of_their_call(string line, string call)
    {
        _session.Run($"{line} -Verbose");
        Assert.Equal(2, _session.Console.InOrder.Count);
        Assert.Contains(call, Assert.IsType<string>(_session.Console.InOrder[0]), StringComparison.Ordinal);
        Assert.True(_session.Console.InOrder[1] is ErrorRecord or PSObject or PeeringRecord);
    }
}
