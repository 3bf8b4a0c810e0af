using FsCheck;
using FsCheck.Fluent;
using PeeringTools.Cmdlet.Tests.Module;
using PeeringTools.Core.Rules;

namespace PeeringTools.Cmdlet.Tests.VpcPeering.Lives;

/// <summary>Random lives of peerings between two accounts in two Regions, lived by the cmdlets: none reports success for what the service refused.</summary>
[Collection(SandboxCollection.Name)]
public sealed class PeeringLifeTests
{
    private const int Lives = 200;
    private const int LongestLife = 60;

    [Fact]
    public void No_cmdlet_reports_success_for_what_the_service_refused()
    {
        var tally = new Tally();
        var steps = ArbMap.Default.ArbFor<(Act Act, byte Who, byte What, byte How)>().Generator.Select(s => new Step(s.Act, s.Who, s.What, s.How));
        var lives = steps.ListOf().Select(list => list.ToArray()).Resize(LongestLife).ToArbitrary();
        Prop.ForAll(lives, life => LiveAsync(life, tally).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(Lives));

        TestContext.Current.TestOutputHelper!.WriteLine(tally.ToString());
        Assert.All(new[] { "create", "accept", "reject", "delete", "option" }, act => Assert.True(tally[act, "done"] > 0 && tally[act, "refused"] > 0, $"{act}\n{tally}"));
        Assert.All(new[] { "accept", "reject", "delete" }, act => Assert.True(tally[act, "already"] > 0, $"{act}\n{tally}"));
        Assert.All(States(), state => Assert.True(tally["state", state] > 0, $"{state}\n{tally}"));
    }

    private static async Task<bool> LiveAsync(Step[] life, Tally tally)
    {
        await new PeeringLife(await PeeringWorld.MakeAsync(), tally).LiveAsync(life);
        return true;
    }

    // In a method of its own: Core is there only once a session has hooked the module's load context.
    private static IEnumerable<string> States() => VpcPeeringStates.Table.Rows.Select(row => row.Name);
}
