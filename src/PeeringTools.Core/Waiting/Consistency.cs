using System.Diagnostics;
using Amazon.Runtime;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Waiting;

/// <summary>
/// Calls on things that were just made: for some seconds AWS may say that they aren't there, or that their state doesn't allow it yet, and that says nothing.
/// </summary>
internal static class Consistency
{
    /// <summary>How long that is absorbed, unless the user says otherwise.</summary>
    public const int UsualSeconds = 60;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Makes a call, and again while it is answered by "not found" or "wrong state" and <paramref name="look"/> sees that this may pass.</summary>
    /// <param name="call">The call.</param>
    /// <param name="look">Looks at the thing after such an answer.</param>
    /// <param name="limit">How long the answers are absorbed.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="AmazonServiceException">Any other answer at once; the last one when the time is up or the look says never.</exception>
    public static async Task<T> AbsorbAsync<T>(Func<Task<T>> call, Func<Task<Look<T>>> look, TimeSpan limit, CancellationToken cancellationToken) where T : class
    {
        var started = Stopwatch.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (AmazonServiceException e) when (ErrorCodes.Classify(e.ErrorCode, e.Message, (int)e.StatusCode) is ErrorKind.NotFound or ErrorKind.WrongState)
            {
                var seen = await look().ConfigureAwait(false);
                if (seen.Result is { } result)
                    return result;
                if (!seen.MayPass || Stopwatch.GetElapsedTime(started) >= limit)
                    throw;
            }

            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
        }
    }
}

/// <summary>What a look at a thing says about a call that was refused.</summary>
/// <param name="Result">What the call was to bring about is there already: this is it.</param>
/// <param name="MayPass">The same call may be answered otherwise in a moment.</param>
internal readonly record struct Look<T>(T? Result, bool MayPass) where T : class
{
    /// <summary>It is done already.</summary>
    public static Look<T> Done(T result) => new(result, MayPass: false);

    /// <summary>Try again.</summary>
    public static Look<T> Again => new(null, MayPass: true);

    /// <summary>The refusal stands.</summary>
    public static Look<T> Never => new(null, MayPass: false);
}
