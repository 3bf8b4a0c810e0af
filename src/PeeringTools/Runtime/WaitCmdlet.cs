using System.Diagnostics;
using System.Management.Automation;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Core.Waiting;

namespace PeeringTools.Runtime;

/// <summary>
/// A cmdlet that waits for resources: it gathers what is piped in, then asks for all of one account and Region together, and emits each as soon as it is there.
/// </summary>
public abstract class WaitCmdlet : SessionCmdlet
{
    private const int ActivityId = 1;
    private readonly Dictionary<object, HashSet<string>> _awaited = [];

    /// <summary>The longest wait, in seconds. Default: 600.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSeconds { get; set; } = 600;

    /// <summary>How long AWS may not show a thing that was just made, in seconds, before that is an error. Default: 60.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public int ConsistencyTimeoutSeconds { get; set; } = 60;

    /// <summary>Takes a resource up into the wait.</summary>
    private protected void Await(PeeringSession session, string id)
    {
        if (!_awaited.TryGetValue(session, out var ids))
            _awaited.Add(session, ids = new(StringComparer.OrdinalIgnoreCase));
        ids.Add(id);
    }

    /// <summary>Waits for all of them.</summary>
    /// <param name="table">Their states: tells which are ends.</param>
    /// <param name="wanted">The states to wait for.</param>
    /// <param name="readAsync">Reads the named ones, as many as AWS shows.</param>
    /// <param name="idOf">The id of one.</param>
    /// <param name="stateOf">Its state and AWS's message about it.</param>
    /// <param name="recordOf">The record to emit.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    private protected async Task WaitAsync<T>(
        StateTable table,
        IReadOnlyCollection<string> wanted,
        Func<PeeringSession, IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlyList<T>>> readAsync,
        Func<T, string> idOf,
        Func<T, (string? State, string? Message)> stateOf,
        Func<T, RecordOrigin, PeeringRecord> recordOf,
        CancellationToken cancellationToken)
        where T : class
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var (key, ids) in _awaited)
        {
            var session = (PeeringSession)key;
            await ForItemAsync(string.Join(", ", ids), async () =>
            {
                // One limit for all: what waited for its turn went on meanwhile.
                var left = TimeSpan.FromSeconds(TimeoutSeconds) - Stopwatch.GetElapsedTime(started);
                var options = new WaitOptions(left > TimeSpan.Zero ? left : TimeSpan.Zero, TimeSpan.FromSeconds(ConsistencyTimeoutSeconds), progress => Post(() => WriteProgress(Record(table, progress))));
                var results = Waiter.UntilAsync(ids, table, wanted, (some, token) => readAsync(session, some, token), idOf, stateOf, options, cancellationToken);
                await foreach (var result in results)
                {
                    if (result.Failure is { } failure)
                        WriteError(ErrorRecords.From(failure, result.Id));
                    else
                        WriteObject(recordOf(result.Resource!, RecordOrigin.Of(session)));
                }
            });
        }

        if (_awaited.Count > 0)
            WriteProgress(new ProgressRecord(ActivityId, $"Waiting for {table.Resource}", "done") { RecordType = ProgressRecordType.Completed });
    }

    private static ProgressRecord Record(StateTable table, WaitProgress progress) =>
        new(ActivityId, $"Waiting for {table.Resource}", $"{progress.Id} is {progress.State}; {progress.Done} of {progress.Total} done")
        {
            PercentComplete = Math.Min(100, (int)(100 * progress.Elapsed / progress.Timeout)),
            SecondsRemaining = (int)Math.Max(0, (progress.Timeout - progress.Elapsed).TotalSeconds),
        };
}
