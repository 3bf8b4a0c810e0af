using System.Management.Automation;
using PeeringTools.Cmdlet.Tests.Host;
using PeeringTools.Cmdlet.Tests.Module;

namespace PeeringTools.Cmdlet.Tests.Rehearsal;

/// <summary>A -Path that leads to no file is an error of its item, and nothing is written.</summary>
[Collection(SandboxCollection.Name)]
public sealed class PathTests : IDisposable
{
    private readonly ModuleSession _session = new();

    public PathTests() => _session.Run($"$sandbox = Start-PeeringSandbox -Path '{Path.Combine(StagedModule.Root, "examples", "hybrid-network")}'");

    public void Dispose() => new ModuleSession().Run("Stop-PeeringSandbox");

    [Theory]
    [InlineData("Save-PeeringSandbox -Path 'Nowhere:/saved.json'")]
    [InlineData("Start-PeeringSandbox -Path 'Nowhere:/network'")]
    [InlineData("Restore-PeeringSandbox -Path 'Nowhere:/saved.json'")]
    [InlineData("Get-TgwConnectPeer | Get-TgwConnectPeerConfiguration -Platform FRRouting -Path 'Nowhere:/routers'")]
    public void On_a_drive_that_is_not_there_is_told(string line)
    {
        var error = _session.Fail(line);
        Assert.Equal("PathDriveNotFound", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains("Nowhere", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_session.Console.Objects);
    }

    [Fact]
    public void The_next_path_of_a_pipeline_is_still_taken()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            _session.Run("Save-PeeringSandbox", "Nowhere:/saved.json", file);
            Assert.Equal(["PathDriveNotFound"], _session.ErrorIds);
            Assert.True(File.Exists(file));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
