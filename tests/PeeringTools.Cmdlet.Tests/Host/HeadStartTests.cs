using PeeringTools.CmdletHost;
using PeeringTools.CmdletHost.Formatting;
using PeeringTools.CmdletHost.Modules;
using PeeringTools.Cmdlet.Tests.Binding;
using PeeringTools.Cmdlet.Tests.Module;
using PeeringTools.Host;

namespace PeeringTools.Cmdlet.Tests.Host;

/// <summary>Nobody waits for the head start of a run, so what fails in it shows here alone.</summary>
public sealed class HeadStartTests
{
    [Fact]
    public async Task It_comes_to_its_end()
    {
        Assert.Equal("true", ModuleSession.Surroundings["AWS_EC2_METADATA_DISABLED"]);
        var console = new CapturingConsole();
        await HeadStart.Begin(BinaryModule.Import(StagedModule.ManifestPath, new Session(console), new ViewTable())).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }
}
