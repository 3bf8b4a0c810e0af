using System.Management.Automation;
using PeeringTools.Core.Failures;

namespace PeeringTools.Runtime;

/// <summary>
/// A cmdlet whose change of one thing takes many calls and waits, and that reads the next inputs meanwhile. What comes out is in the order of the inputs, on the pipeline thread. What has begun is brought to an end
/// even where an error of this cmdlet or a reader that has enough ends the pipeline, so that nothing is left half-done; a stop (Ctrl+C) and the failure of another command break it off.
/// </summary>
public abstract class OverlappingChangeCmdlet : ChangeCmdlet
{
    private readonly Queue<Begun> _begun = [];

    /// <summary>How many have begun whose end isn't told yet.</summary>
    private protected int UnderWay => _begun.Count;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _begun.Count > 0)
        {
            // Another command ended the pipeline. The calls under way must not lose their clients.
            StopProcessing();
            ((IAsyncResult)Task.WhenAll(_begun.Select(b => b.Work))).AsyncWaitHandle.WaitOne();
        }

        base.Dispose(disposing);
    }

    private protected sealed override Task ProcessAsync(CancellationToken cancellationToken) => WholeAsync(async () =>
    {
        while (_begun.TryPeek(out var earliest) && earliest.Work.IsCompleted)
            await TellEarliestAsync();
        try
        {
            await ProcessItemAsync(cancellationToken);
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            // Those before it come out before an error that ends the pipeline.
            if (EndsAtErrors)
                await LeaveUnderWayAsync(0);
            WriteError(ErrorRecords.From(failure, Item));
        }
    });

    private protected sealed override Task FinishAsync(CancellationToken cancellationToken) => WholeAsync(() => LeaveUnderWayAsync(0));

    /// <summary>The input, for the error if it can't be begun.</summary>
    private protected abstract object? Item { get; }

    /// <summary>Begins the change of one pipeline input.</summary>
    private protected abstract Task ProcessItemAsync(CancellationToken cancellationToken);

    /// <summary>Begins a change. It runs apart from the pipeline thread and must not write.</summary>
    /// <param name="touched">What it may change, by whatever names.</param>
    /// <param name="work">The change.</param>
    /// <param name="tell">Writes what came of it.</param>
    private protected void Begin(IReadOnlyCollection<string> touched, Func<Task> work, Action tell) => _begun.Enqueue(new(Item, touched, Task.Run(work), tell));

    /// <summary>Writes in its turn what needs no work.</summary>
    private protected void TellInTurn(Action tell)
    {
        if (_begun.Count == 0)
            tell();
        else
            Begin([], () => Task.CompletedTask, tell);
    }

    /// <summary>Waits until at most so many are under way, and tells the ends of the others.</summary>
    private protected async Task LeaveUnderWayAsync(int most)
    {
        while (_begun.Count > most)
            await TellEarliestAsync();
    }

    /// <summary>Waits for the ends of those that may change one of these.</summary>
    /// <returns>Whether there were any: what was read before isn't true any more.</returns>
    private protected async Task<bool> EndThoseOnAsync(IReadOnlyCollection<string> touched)
    {
        var last = _begun.Select((begun, i) => (begun, Place: i + 1)).LastOrDefault(b => b.begun.Touched.Intersect(touched, StringComparer.OrdinalIgnoreCase).Any()).Place;
        await LeaveUnderWayAsync(_begun.Count - last);
        return last > 0;
    }

    // Whatever ends the pipeline waits for what has begun.
    private async Task WholeAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch
        {
            await EndOfAllAsync();
            throw;
        }
    }

    private async Task TellEarliestAsync()
    {
        var earliest = _begun.Peek();
        await EndOf(earliest.Work);
        if (earliest.Work.IsFaulted && EndsAtErrors)
            await TellOthersAsync(earliest);
        _begun.Dequeue();
        await ForItemAsync(earliest.Item, async () =>
        {
            await earliest.Work;
            earliest.Tell();
        });
    }

    // The error will end the pipeline, and nothing can be written after it.
    private async Task TellOthersAsync(Begun failed)
    {
        await EndOfAllAsync();
        foreach (var other in _begun.Where(b => b != failed))
        {
            try
            {
                await other.Work;
                other.Tell();
            }
            catch (Exception e) when (Failure.Of(e) is { } failure)
            {
                WriteWarning($"{other.Item}: {failure.Message} {failure.Remedy}");
            }
        }

        _begun.Clear();
        _begun.Enqueue(failed);
    }

    private bool EndsAtErrors =>
        (MyInvocation.BoundParameters.TryGetValue("ErrorAction", out var given) ? given : GetVariableValue("ErrorActionPreference")) is { } action
        && string.Equals(action.ToString(), nameof(ActionPreference.Stop), StringComparison.OrdinalIgnoreCase);

    private Task EndOfAllAsync() => EndOf(Task.WhenAll(_begun.Select(b => b.Work)));

    private static async Task EndOf(Task work) => await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    private sealed record Begun(object? Item, IReadOnlyCollection<string> Touched, Task Work, Action Tell);
}
