using System.Management.Automation;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Core.Waiting;

namespace PeeringTools.Runtime;

/// <summary>
/// A cmdlet that waits for resources: it gathers what is piped in, then asks for all of one account and Region together, and emits each as soon as it is there.
/// </summary>
public abstract class WaitCmdlet : SessionCmdlet
{
    // Keyed by session; the type of a field would be loaded with the cmdlet, before the module's own load context is there.
    private readonly Dictionary<object, HashSet<string>> _awaited = [];

    /// <summary>The longest wait, in seconds. Default: 600.</summary>
    [Parameter]
    [ValidateRange(0, 86400)]
    public int TimeoutSeconds { get; set; } = 600;

    /// <summary>For how many seconds it counts for nothing that AWS doesn't show a thing yet. Default: 60.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public int ConsistencyTimeoutSeconds { get; set; } = Consistency.UsualSeconds;

    /// <summary>Takes ids up into the wait; what -WhatIf only planned goes on as it is.</summary>
    private protected async Task GatherAsync(ResourceKind kind, string?[]? ids, string parameter, Func<string, RecordOrigin, PeeringRecord> planned)
    {
        foreach (var id in ids is { Length: > 0 } ? ids : [null])
        {
            await ForItemAsync(id, async () =>
            {
                var isPlanned = ResourceIds.IsPlanned(kind, id);
                Require(id, isPlanned ? null : ResourceIds.Check(kind, id, parameter));
                var session = await OpenSessionAsync();
                if (isPlanned)
                    WriteObject(planned(id!, RecordOrigin.Of(session)));
                else
                    Await(session, id!);
            });
        }
    }

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
        if (_awaited.Count == 0)
            return;
        Require(null, table.CheckNames(wanted));

        var activity = $"Waiting for {table.Resource}";
        var options = new WaitOptions(TimeSpan.FromSeconds(TimeoutSeconds), TimeSpan.FromSeconds(ConsistencyTimeoutSeconds), seen => PostProgress(activity, seen));

        // Whatever ends one wait, a reader that has enough included, ends the others too.
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(_awaited.Select(awaited =>
        {
            var (session, ids) = ((PeeringSession)awaited.Key, awaited.Value);
            var results = Waiter.UntilAsync(ids, table, wanted, (some, token) => readAsync(session, some, token), idOf, stateOf, options, all.Token);
            return EmitAsync(results, ids, found => recordOf(found, RecordOrigin.Of(session)), all);
        }));
        EndProgress(activity);
    }

    private async Task EmitAsync<T>(IAsyncEnumerable<WaitResult<T>> results, HashSet<string> ids, Func<T, PeeringRecord> recordOf, CancellationTokenSource all) where T : class
    {
        var left = new HashSet<string>(ids, ids.Comparer);
        try
        {
            await foreach (var result in results)
            {
                left.Remove(result.Id);
                if (result.Failure is { } failure)
                    WriteError(ErrorRecords.From(failure, result.Id));
                else
                    WriteObject(recordOf(result.Resource!));
            }
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            foreach (var id in left)
                WriteError(ErrorRecords.From(failure, id));
        }
        catch
        {
            await all.CancelAsync();
            throw;
        }
    }
}
