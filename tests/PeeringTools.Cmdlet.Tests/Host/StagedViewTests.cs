using PeeringTools.Cmdlet.Tests.Module;
using PeeringTools.CmdletHost.Formatting;

namespace PeeringTools.Cmdlet.Tests.Host;

/// <summary>At 80 columns a table of the module shows what matters, and no column is squeezed.</summary>
[Collection(SandboxCollection.Name)]
public sealed class StagedViewTests : IDisposable
{
    private readonly ModuleSession _session = new();

    public StagedViewTests() => _session.Run($"$sandbox = Start-PeeringSandbox -Path '{Path.Combine(StagedModule.Root, "examples", "hybrid-network")}'");

    public void Dispose() => new ModuleSession().Run("Stop-PeeringSandbox");

    [Theory]
    [InlineData("Get-DxVirtualInterface | Get-DxBgpPeer", "BgpPeerId         VirtualInterfaceId CustomerAsn Family State         BgpStatus", "dxpeer-fgp1a003   dxvif-fgc1a002      4200000010 ipv6   available     down")]
    [InlineData("Get-DxVirtualInterface", "VirtualInterfaceId Name                 Type    State      Vlan BgpStatus", "dxvif-fgc1a002     campus-secondary     private available   102 {up, down}")]
    [InlineData("New-VpcPeering vpc-0a1300000000000c3 vpc-0a2100000000000d1 -PeerRegion eu-west-1", "Id, State             Requester                    Accepter", "initiating-request    111122223333 eu-central-1    111122223333 eu-west-1")]
    [InlineData("Get-TgwConnectPeer", "Id                                 State     BgpStatus    PeerAddress", "tgw-connect-peer-0a11000000000ee01 available {up, up}     10.0.1.10")]
    public void The_columns_that_matter_fit(string line, string headings, string row)
    {
        var lines = new List<string>();
        var views = new ViewTable();
        views.AddFile(Path.Combine(StagedModule.Directory, "PeeringTools.format.ps1xml"));
        var printer = new ObjectPrinter(views, width: 80, lines.Add);
        foreach (var record in _session.Run(line).Console.Objects)
            printer.Write(record);
        printer.End();
        Assert.Equal(headings, lines[1]);
        Assert.Contains(row, lines);
        Assert.All(lines, l => Assert.True(l.Length <= 80, l));
    }
}
