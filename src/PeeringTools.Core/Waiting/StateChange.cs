using System.Diagnostics;
using Amazon.Runtime;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Waiting;

/// <summary>
/// A change of a thing's state. It may have been made before, or come a moment too early: for some seconds after a create AWS may say that the thing isn't there, or isn't ready.
/// So after either refusal a look at the thing tells what it means.
/// </summary>
internal sealed record StateChange<T> where T : class
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Sends the request, with this value of DryRun; gives the thing where AWS answers with it.</summary>
    public required Func<bool?, CancellationToken, Task<T?>> Send { get; init; }

    /// <summary>Finds the thing; null where AWS doesn't show it.</summary>
    public required Func<CancellationToken, Task<T?>> Look { get; init; }

    /// <summary>What its state says of the refusal.</summary>
    public required Func<T?, Standing> Judge { get; init; }

    /// <summary>Why its state makes the refusal stand, where that can be told better than in AWS's own words.</summary>
    public Func<T, Failure>? Explain { get; init; }

    /// <summary>The thing and its state in words: <c>pcx-... is active</c>.</summary>
    public required Func<T, string> Tell { get; init; }

    /// <summary>Is told before each pause what the look showed, for how long it has been held up and for how long it may be; what it throws ends the change.</summary>
    public Action<T?, TimeSpan, TimeSpan>? Pausing { get; init; }

    /// <summary>Makes the change. What may pass is absorbed for up to <paramref name="limit"/>.</summary>
    /// <exception cref="AmazonServiceException">AWS refused, and the look didn't say otherwise.</exception>
    /// <exception cref="FailureException">The same, explained.</exception>
    public Task<Settled<T>> MakeAsync(TimeSpan limit, CancellationToken cancellationToken) => RunAsync(dryRun: null, limit, cancellationToken);

    /// <summary>Asks whether the change would be allowed; where it was made before, running it would change nothing and succeed.</summary>
    public async Task<DryRunAnswer> AskAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        Settled<T>? settled = null;
        var answer = await DryRunAnswer.AskAsync(async () => settled = await RunAsync(dryRun: true, limit, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        return settled is { WasSo: true, Resource: { } thing } ? DryRunAnswer.Already($"{Tell(thing)} already") : answer;
    }

    private async Task<Settled<T>> RunAsync(bool? dryRun, TimeSpan limit, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return new(await Send(dryRun, cancellationToken).ConfigureAwait(false), WasSo: false);
            }
            catch (AmazonServiceException e) when (ErrorCodes.Classify(e.ErrorCode, e.Message, (int)e.StatusCode) is ErrorKind.NotFound or ErrorKind.WrongState)
            {
                var found = await Look(cancellationToken).ConfigureAwait(false);
                var standing = Judge(found);
                if (standing == Standing.Done)
                    return new(found, WasSo: true);
                if (standing == Standing.Refused && found is not null && Explain is not null)
                    throw new FailureException(Explain(found).Explaining(e));
                var elapsed = Stopwatch.GetElapsedTime(started);
                if (standing == Standing.Refused || elapsed >= limit)
                    throw;
                Pausing?.Invoke(found, elapsed, limit);
            }

            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
        }
    }
}

/// <summary>What a change left behind.</summary>
/// <param name="Resource">The thing as it is now; null where AWS didn't answer with it.</param>
/// <param name="WasSo">True where it was so before, and nothing was changed.</param>
internal sealed record Settled<T>(T? Resource, bool WasSo) where T : class;

/// <summary>How a thing's state stands to a change that AWS refused.</summary>
internal enum Standing
{
    /// <summary>The refusal stands.</summary>
    Refused,

    /// <summary>The change may be possible in a moment.</summary>
    NotYet,

    /// <summary>What the change was to bring about is so already.</summary>
    Done,
}
