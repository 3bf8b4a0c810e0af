using PeeringTools.Core.Rules;

namespace PeeringTools.Cmdlet.Tests.Lives;

/// <summary>
/// A life of peerings, lived by the cmdlets. After each act it is checked against two witnesses that know nothing of the cmdlets: the answers on the wire, and what a describe of the service shows before and after.
/// </summary>
internal abstract class Life(PeeringWorld world, Tally tally)
{
    private static readonly string[] Spans = ["-Seconds 0.1", "-Seconds 0.3", "-Seconds 0.3", "-Seconds 2", "-Seconds 2", "-Seconds 2", "-Hours 1", "-Hours 30", "-Hours 169"];

    protected PeeringWorld World => world;

    protected Tally Tally => tally;

    /// <summary>The peerings that cmdlets made, and the places of their sides.</summary>
    protected List<(string Id, Place From, Place To)> Made { get; } = [];

    protected abstract StateTable States { get; }

    /// <summary>The actions that an account may be forbidden.</summary>
    protected abstract IReadOnlyList<string> Actions { get; }

    public async Task LiveAsync(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            var check = step.Act switch
            {
                Act.Forbid => Forbid(step),
                Act.Pass or Act.PassMore or Act.PassOn => Pass(step),
                _ => Do(step),
            };
            await LookAsync(World.Places[step.What % World.Places.Count]);
            check();
        }
    }

    /// <summary>Does an act; gives the check of what came of it, for after the next look.</summary>
    protected abstract Action Do(Step step);

    /// <summary>Looks at everything, and holds what Get- shows a place against it.</summary>
    protected abstract Task LookAsync(Place reader);

    /// <summary>The state at the last look; null where nobody is shown the peering.</summary>
    protected abstract string? StateOf(string id);

    /// <summary>A state moves along the table and is the same to all that are shown it.</summary>
    protected void CheckState(string? before, string? elsewhere, string now)
    {
        Assert.Equal(elsewhere ?? now, now);
        Assert.NotNull(States.Find(now));
        Assert.True(before is null || States.CanReach(before, now), $"{before} -> {now}");
        tally.Add("state", now);
    }

    protected static void CheckGet(CommandRun run, IEnumerable<(string Id, string State)> expected)
    {
        Assert.Empty(run.Errors);
        Assert.Equal(expected.Order(), run.Written.Order());
    }

    // Half of the time the one who may act does, and on a peering that is ready for it: lives then get far, and the other half shows that nobody else may.
    protected (string Id, Place Place, Place From) Choose(Step step, bool toAccept, string ready, string nobodys)
    {
        var stranger = world.Places[step.Who % world.Places.Count];
        if (Made.Count == 0)
            return (nobodys, stranger, stranger);

        var isRight = step.How % 2 == 0;
        var choice = isRight ? Made.FindAll(p => StateOf(p.Id) == ready) : [];
        if (choice.Count == 0)
            choice = Made;
        var (id, from, to) = choice[^(1 + (step.What % Math.Min(choice.Count, 6)))];
        return (id, !isRight ? stranger : toAccept ? to : from, from);
    }

    protected Action CheckCreate(CommandRun run, string target, string firstState, string sameId, Func<IReadOnlyList<(string Id, string State)>> fresh) => () => Check(run, () =>
    {
        if (run.Done.Any())
        {
            Assert.Equal(Assert.Single(fresh()), Assert.Single(run.Written));
            Assert.Equal(firstState, run.Written[0].State);
            Assert.Empty(run.Errors);
            Assert.Empty(run.Warnings);
            tally.Add("create", "done");
            return;
        }

        Assert.Empty(fresh());
        CheckRefused(run, target, [sameId]);
        if (run.Changes.Count > 0)
            tally.Add("create", "refused");
    });

    protected Action CheckMove(CommandRun run, string name, string id, Place place, string? past, Move move, string notFoundId) => () => Check(run, () =>
    {
        var now = StateOf(id);
        if (run.Done.Any())
        {
            Assert.Contains(now, move.LeadsTo);
            Assert.Equal((id, now), Assert.Single(run.Written));
            Assert.Empty(run.Errors);
            Assert.Empty(run.Warnings);
            tally.Add(name, "done");
            return;
        }

        Assert.Equal(past, now);
        if (run.Errors.Count == 0)
        {
            // The only success without a change: what was wished for is there, and the warning tells so.
            Assert.Single(run.Refusals);
            Assert.Contains(now, move.NothingToDo);
            Assert.Equal((id, now), Assert.Single(run.Written));
            Assert.Contains($"{id} is {now} already", Assert.Single(run.Warnings), StringComparison.Ordinal);
            tally.Add(name, "already");
            return;
        }

        // A piped record tells whose answer it waits for, so that another account's is not sent.
        var isAnothers = name != "delete" && Made.Exists(made => made.Id == id && made.To.Account != place.Account);
        CheckRefused(run, id, isAnothers ? [notFoundId, "PeeringAnswerNotYours"] : [notFoundId]);
        tally.Add(name, run.Changes.Count == 0 ? "not sent" : "refused");
    });

    protected static void Check(CommandRun run, Action checks)
    {
        try
        {
            checks();
        }
        catch (Xunit.Sdk.XunitException e)
        {
            Assert.Fail($"{run}\n{e.Message}");
        }
    }

    // One error with the service's code and about that thing, and nothing that looks like success; or one that kept the request from being sent.
    private static void CheckRefused(CommandRun run, string target, IReadOnlyList<string> unsentIds)
    {
        Assert.Empty(run.Written);
        Assert.Empty(run.Warnings);
        var error = Assert.Single(run.Errors);
        var exception = (PeeringException)error.Exception;
        Assert.Equal(target, error.TargetObject);
        Assert.Equal(run.Refusals.SingleOrDefault(), exception.AwsErrorCode);
        if (run.Changes.Count == 0)
            Assert.Contains(exception.ErrorId, unsentIds);
    }

    private Action Forbid(Step step)
    {
        world.Forbid(world.Places[step.Who % world.Places.Count].Account, step.How % 2 == 0 ? Actions[step.What % Actions.Count] : null);
        return () => { };
    }

    private Action Pass(Step step)
    {
        var run = world.Run($"Step-PeeringSandboxClock {Spans[step.How % Spans.Length]}");
        return () => Check(run, () =>
        {
            Assert.Empty(run.Errors);
            Assert.Empty(run.Written);
        });
    }

    /// <summary>A change of a peering's state, by the rules of AWS: where success leads, and the states in which there is nothing left to do.</summary>
    protected sealed record Move(string Action, string Command, string[] LeadsTo, string[] NothingToDo);
}
