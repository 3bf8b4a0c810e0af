using System.Collections.Concurrent;
using System.Management.Automation;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Waiting;

namespace PeeringTools.Runtime;

/// <summary>What every cmdlet of the module shares: asynchronous work on the pipeline thread, one failed item that doesn't stop the next, and a stop that reaches the call under way.</summary>
public abstract class PeeringCmdlet : PSCmdlet, IDisposable
{
    // Made at once: a stop may come before the first input.
    private readonly CancellationTokenSource _stop = new();
    private readonly PipelinePump _pump = new();

    // What calls tell on the way, from whatever thread.
    private readonly ConcurrentQueue<Action> _notes = new();
    private readonly HashSet<string> _given = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Releases what the cmdlet holds.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the cmdlet holds.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _stop.Dispose();
    }

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        // Before the first input is bound, these are the parameters of the command line alone.
        _given.UnionWith(MyInvocation.BoundParameters.Keys);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Run(ProcessAsync);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Run(FinishAsync);

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stop.Cancel();

    /// <summary>Handles one pipeline input.</summary>
    private protected abstract Task ProcessAsync(CancellationToken cancellationToken);

    /// <summary>Handles what is left when the input has ended.</summary>
    private protected virtual Task FinishAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Handles one item: what fails for it becomes an error record, and the next item goes on.</summary>
    private protected async Task ForItemAsync(object? item, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            WriteError(ErrorRecords.From(failure, item));
        }
    }

    /// <summary>Handles several items by one call: what fails is an error of each of them.</summary>
    private protected async Task ForItemsAsync(IEnumerable<string> items, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            foreach (var item in items)
                WriteError(ErrorRecords.From(failure, item));
        }
    }

    /// <summary>Throws for the first broken rule; unconfirmed rules become warnings.</summary>
    private protected void Require(object? target, params ReadOnlySpan<RuleBreak?> rules)
    {
        foreach (var broken in rules)
        {
            if (broken is { IsWarning: true })
                WriteWarning($"{broken.Message} {broken.Remedy}");
            else if (broken is not null)
                throw new RuleException(broken, target);
        }
    }

    /// <summary>Whether the user named this parameter on the command line (a piped property doesn't count).</summary>
    private protected bool GivenByName(string parameter) => _given.Contains(parameter);

    /// <summary>Writes a verbose line from whatever thread a call is on.</summary>
    private protected void PostVerbose(string text) => Post(() => WriteVerbose(text));

    /// <summary>Runs <paramref name="write"/> on the pipeline thread, from whatever thread a call is on.</summary>
    private protected void Post(Action write)
    {
        _notes.Enqueue(write);
        _pump.Post(static cmdlet => ((PeeringCmdlet)cmdlet!).WriteNotes(), this);
    }

    // An answer that comes at once, as a sandbox's does, is worked on before the pump gets to the notes of its call; they go first all the same.
    private protected new void WriteObject(object? sendToPipeline)
    {
        WriteNotes();
        base.WriteObject(sendToPipeline);
    }

    private protected new void WriteError(ErrorRecord errorRecord)
    {
        WriteNotes();
        base.WriteError(errorRecord);
    }

    private protected new void WriteWarning(string text)
    {
        WriteNotes();
        base.WriteWarning(text);
    }

    private protected new void WriteInformation(object messageData, string[] tags)
    {
        WriteNotes();
        base.WriteInformation(messageData, tags);
    }

    private void WriteNotes()
    {
        while (_notes.TryDequeue(out var write))
            write();
    }

    /// <summary>Shows what a wait sees, from whatever thread it looks on.</summary>
    private protected void PostProgress(string activity, WaitProgress seen) => Post(() => WriteProgress(new ProgressRecord(0, activity, $"{seen.Id} is {seen.State}; {seen.Done} of {seen.Total} done")
    {
        PercentComplete = seen.Total == 0 ? 100 : 100 * seen.Done / seen.Total,
        SecondsRemaining = (int)Math.Max(0, (seen.Timeout - seen.Elapsed).TotalSeconds),
    }));

    /// <summary>Takes the progress of a wait off the screen.</summary>
    private protected void EndProgress(string activity) => WriteProgress(new ProgressRecord(0, activity, "done") { RecordType = ProgressRecordType.Completed });

    private void Run(Func<CancellationToken, Task> work)
    {
        try
        {
            _pump.Run(() => work(_stop.Token));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
