using System.Diagnostics;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Waiting;

/// <summary>
/// Waits for resources by looking again and again, for many with one question: first soon, then less often, so that it stays under the rate at which EC2's buckets refill.
/// </summary>
internal static class Waiter
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private const double Growth = 1.5;

    /// <summary>Gives each resource as soon as it is in a wanted state, or the failure that ends its wait.</summary>
    /// <param name="ids">The resources.</param>
    /// <param name="table">Their states: tells which are ends.</param>
    /// <param name="wanted">The states to wait for.</param>
    /// <param name="readAsync">Reads the named ones, as many as AWS shows.</param>
    /// <param name="idOf">The id of one.</param>
    /// <param name="stateOf">Its state and AWS's message about it.</param>
    /// <param name="options">Times and progress.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    public static async IAsyncEnumerable<WaitResult<T>> UntilAsync<T>(
        IReadOnlyCollection<string> ids,
        StateTable table,
        IReadOnlyCollection<string> wanted,
        Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlyList<T>>> readAsync,
        Func<T, string> idOf,
        Func<T, (string? State, string? Message)> stateOf,
        WaitOptions options,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var left = new HashSet<string>(ids, StringComparer.OrdinalIgnoreCase);
        var seen = left.ToDictionary(id => id, _ => "not found", StringComparer.OrdinalIgnoreCase);
        var started = Stopwatch.GetTimestamp();
        var pause = FirstPause;
        while (true)
        {
            foreach (var resource in await readAsync(left, cancellationToken).ConfigureAwait(false))
            {
                var id = idOf(resource);
                var (state, message) = stateOf(resource);
                if (!left.Contains(id))
                    continue;

                seen[id] = state ?? "unknown";
                if (wanted.Contains(state, StringComparer.OrdinalIgnoreCase))
                {
                    left.Remove(id);
                    yield return new(id, resource, null);
                }
                else if (wanted.All(w => table.Judge(state, w) == WaitVerdict.Missed))
                {
                    left.Remove(id);
                    yield return new(id, resource, Ended(id, state!, message, wanted));
                }
            }

            var elapsed = Stopwatch.GetElapsedTime(started);
            foreach (var id in left.ToList())
            {
                var missing = seen[id] == "not found";
                if (missing && elapsed >= options.Consistency)
                {
                    left.Remove(id);
                    yield return new(id, null, Missing(id, options.Consistency));
                }
                else if (elapsed >= options.Timeout)
                {
                    left.Remove(id);
                    yield return new(id, null, Failure.Of(new WaitTimeoutException(id, seen[id], elapsed)));
                }
            }

            if (left.Count == 0)
                yield break;

            var next = left.First();
            options.Progress?.Invoke(new(next, seen[next], ids.Count - left.Count, ids.Count, elapsed, options.Timeout));
            var rest = options.Timeout - elapsed;
            await Task.Delay(pause < rest ? pause : rest > TimeSpan.Zero ? rest : TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            pause = pause * Growth < LongestPause ? pause * Growth : LongestPause;
        }
    }

    private static Failure Ended(string id, string state, string? message, IReadOnlyCollection<string> wanted) => new(
        ErrorKind.WrongState,
        "WaitEndedElsewhere",
        $"{id} is '{state}'{(string.IsNullOrEmpty(message) ? "" : $" ({message})")} and will not become {string.Join(" or ", wanted)}.",
        "Look at it with the Get- cmdlet and -IncludeEnded; start from a new one.",
        id);

    private static Failure Missing(string id, TimeSpan consistency) => new(
        ErrorKind.NotFound,
        "WaitNotFound",
        $"AWS doesn't show {id}, although it was looked for during {consistency.TotalSeconds:0} s.",
        "Check the id, and that -Region and -ProfileName lead to the account and Region it is in.",
        id);
}

/// <summary>How the wait for one resource ended.</summary>
/// <param name="Id">The resource.</param>
/// <param name="Resource">As it was last seen; null where it never was, or no longer fits.</param>
/// <param name="Failure">Why the wait ended without the wanted state; null when it was reached.</param>
internal sealed record WaitResult<T>(string Id, T? Resource, Failure? Failure) where T : class;
