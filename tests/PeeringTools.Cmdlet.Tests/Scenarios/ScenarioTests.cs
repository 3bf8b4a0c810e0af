using PeeringTools.Cmdlet.Tests.Binding;
using PeeringTools.Cmdlet.Tests.Checklist;
using PeeringTools.Cmdlet.Tests.Module;

namespace PeeringTools.Cmdlet.Tests.Scenarios;

/// <summary>The Host's half; tests/Pester/Scenarios.Tests.ps1 runs the same files in PowerShell.</summary>
[Collection(SandboxCollection.Name)]
public sealed class ScenarioTests
{
    public static TheoryData<string> Names => [.. Scenario.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Host_comes_to_what_is_expected(string name)
    {
        var scenario = Scenario.Of(name);
        var session = new ModuleSession();
        session.Run($"Start-PeeringSandbox -Path '{scenario.Network}' | Out-Null");
        session.Run(scenario.Script);
        session.Run("Stop-PeeringSandbox");
        Assert.Equal(scenario.Expected.ToString(), Scenario.Settled(CaseResult.Of(session.Console).ToString()));
    }

    [Fact]
    public void Every_cmdlet_of_these_areas_has_a_scenario()
    {
        var scripts = string.Join('\n', Scenario.Names.Select(name => Scenario.Of(name).Script));
        var names = ExportedCmdlet.All.Select(c => c.Name).Where(n => n.Contains("-VpcPeering", StringComparison.Ordinal) || n.Contains("-Tgw", StringComparison.Ordinal));
        Assert.All(names, name => Assert.Matches($@"\b{name}\b", scripts));
    }
}
