namespace PeeringTools.Core.Waiting;

/// <summary>
/// Asks AWS once for what several wait for at the same time: whoever asks while a question is under way, or too soon after it, is answered by the next one. So many waits cost no more calls than one.
/// </summary>
/// <param name="readAsync">Reads the named ones, as many as AWS shows.</param>
/// <param name="idOf">The id of one.</param>
/// <param name="spacing">The time from an answer to the next question.</param>
internal sealed class SharedQuestion<T>(Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlyList<T>>> readAsync, Func<T, string> idOf, TimeSpan spacing)
{
    private readonly object _gate = new();
    private HashSet<string>? _nextIds;
    private Task<IReadOnlyList<T>>? _next;
    private Task _rest = Task.CompletedTask;

    /// <summary>The named ones, as many as AWS shows.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="cancellationToken">One for all who share the question.</param>
    public async Task<IReadOnlyList<T>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        Task<IReadOnlyList<T>> answer;
        lock (_gate)
        {
            _nextIds ??= new(StringComparer.OrdinalIgnoreCase);
            _nextIds.UnionWith(ids);
            answer = _next ??= AskAsync(_rest, cancellationToken);
        }

        return [.. (await answer.ConfigureAwait(false)).Where(found => ids.Contains(idOf(found), StringComparer.OrdinalIgnoreCase))];
    }

    private async Task<IReadOnlyList<T>> AskAsync(Task before, CancellationToken cancellationToken)
    {
        // Never inside the caller's lock.
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        HashSet<string> ids;
        var rest = new TaskCompletionSource();
        lock (_gate)
        {
            ids = _nextIds!;
            (_nextIds, _next, _rest) = (null, null, rest.Task);
        }

        try
        {
            return await readAsync(ids, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _ = Task.Delay(spacing, CancellationToken.None).ContinueWith(_ => rest.SetResult(), CancellationToken.None, TaskContinuationOptions.RunContinuationsAsynchronously, TaskScheduler.Default);
        }
    }
}
