using FsCheck;
using FsCheck.Fluent;
using PeeringTools.Cmdlet.Tests.Module;
using PeeringTools.Core.Rules;

namespace PeeringTools.Cmdlet.Tests.Lives;

/// <summary>Random lives of peerings between two accounts in two Regions, lived by the cmdlets: none reports success for what the service refused.</summary>
[Collection(SandboxCollection.Name)]
public sealed class LifeTests
{
    private const int LongestLife = 60;

    [Fact]
    public void No_VPC_peering_cmdlet_reports_success_for_what_the_service_refused()
    {
        var tally = Live(lives: 200, (world, tally) => new VpcPeeringLife(world, tally));
        CheckEach(tally, ["create", "accept", "reject", "delete", "option"], ["done", "refused"]);
        CheckEach(tally, ["accept", "reject", "delete"], ["already"]);
        CheckEach(tally, ["state"], VpcStates());
    }

    [Fact]
    public void No_transit_gateway_peering_cmdlet_reports_success_for_what_the_service_refused()
    {
        var tally = Live(lives: 150, (world, tally) => new TgwPeeringLife(world, tally));
        CheckEach(tally, ["create", "accept", "reject", "delete"], ["done", "refused"]);
        CheckEach(tally, ["accept", "reject", "delete"], ["already"]);
        CheckEach(tally, ["state"], ["initiatingRequest", "pendingAcceptance", "pending", "available", "rejecting", "rejected", "deleting", "deleted", "failed"]);
    }

    private static Tally Live(int lives, Func<PeeringWorld, Tally, Life> begin)
    {
        var tally = new Tally();
        var steps = ArbMap.Default.ArbFor<(Act Act, byte Who, byte What, byte How)>().Generator.Select(s => new Step(s.Act, s.Who, s.What, s.How));
        var some = steps.ListOf().Select(list => list.ToArray()).Resize(LongestLife).ToArbitrary();
        Prop.ForAll(some, life => LiveAsync(life).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(lives));
        TestContext.Current.TestOutputHelper!.WriteLine(tally.ToString());
        return tally;

        async Task<bool> LiveAsync(Step[] life)
        {
            await begin(await PeeringWorld.MakeAsync(), tally).LiveAsync(life);
            return true;
        }
    }

    // Lives in which nothing succeeds, or nothing is refused, would show nothing.
    private static void CheckEach(Tally tally, IEnumerable<string> acts, IEnumerable<string> ends)
    {
        foreach (var (act, end) in acts.SelectMany(act => ends.Select(end => (act, end))))
            Assert.True(tally[act, end] > 0, $"{act} {end}: never\n{tally}");
    }

    // In a method of its own: Core is there only once a session has hooked the module's load context.
    private static IEnumerable<string> VpcStates() => VpcPeeringStates.Table.Rows.Select(row => row.Name);
}
