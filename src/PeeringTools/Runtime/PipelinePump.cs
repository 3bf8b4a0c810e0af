using System.Collections.Concurrent;

namespace PeeringTools.Runtime;

/// <summary>
/// Runs asynchronous work on the pipeline thread. What follows an <c>await</c> in a cmdlet comes back to that thread through this queue, so a cmdlet may write to its streams anywhere,
/// output streams as it arrives, and a slow reader downstream holds up the producer instead of filling memory.
/// </summary>
internal sealed class PipelinePump : SynchronizationContext
{
    // Never disposed of: an abandoned call may still post to it from another thread.
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _queue = [];

    /// <summary>Runs <paramref name="work"/> to its end and rethrows what it throws.</summary>
    /// <remarks>This is the one place of the module that waits synchronously for a task, apart from the end of a pipeline that others ended (<see cref="OverlappingChangeCmdlet"/>).</remarks>
    public void Run(Func<Task> work)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var task = work();
            if (!task.IsCompleted)
                PumpUntil(task);
            Drain();
            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) => _queue.Add((d, state));

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("The pipeline thread is never waited for.");

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    private void PumpUntil(Task task)
    {
        _ = task.ContinueWith(
            static (_, pump) => ((PipelinePump)pump!).Post(static _ => { }, null),
            this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (!task.IsCompleted)
        {
            var (callback, state) = _queue.Take();
            callback(state);
        }
    }

    private void Drain()
    {
        while (_queue.TryTake(out var item))
            item.Callback(item.State);
    }
}
