using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Waiting;

namespace PeeringTools.Core.TransitGateway;

/// <summary>What a change left behind.</summary>
/// <param name="Resource">The thing as it is now.</param>
/// <param name="WasSo">True where it was so before, and nothing was changed.</param>
internal sealed record Settled<T>(T Resource, bool WasSo) where T : class;

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

/// <summary>Changes that may have been made before, or come a moment too early: a look at the thing tells which, after AWS refused.</summary>
internal static class Settling
{
    /// <summary>Makes the change; a refusal because of the state or of a missing thing is judged by a look at it.</summary>
    /// <param name="change">The call.</param>
    /// <param name="look">Finds the thing; null where AWS doesn't show it.</param>
    /// <param name="judge">What its state says.</param>
    /// <param name="limit">How long "not yet" is absorbed.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public static async Task<Settled<T>> DoAsync<T>(Func<Task<T>> change, Func<Task<T?>> look, Func<T?, Standing> judge, TimeSpan limit, CancellationToken cancellationToken) where T : class
    {
        var wasSo = false;
        var resource = await Consistency.AbsorbAsync(change, LookAsync, limit, cancellationToken).ConfigureAwait(false);
        return new(resource, wasSo);

        async Task<Look<T>> LookAsync()
        {
            var found = await look().ConfigureAwait(false);
            var standing = judge(found);
            wasSo = standing == Standing.Done;
            return standing switch
            {
                Standing.Done => Look<T>.Done(found!),
                Standing.NotYet => Look<T>.Again,
                _ => Look<T>.Never,
            };
        }
    }

    /// <summary>Asks whether the change would be allowed; where it was made before, running it would change nothing and succeed.</summary>
    public static async Task<DryRunAnswer> AskAsync<T>(Func<Task> ask, Func<Task<T?>> look, Func<T?, Standing> judge, string wasSo) where T : class
    {
        var answer = await DryRunAnswer.AskAsync(ask).ConfigureAwait(false);
        return answer.Refusal is { Kind: ErrorKind.NotFound or ErrorKind.WrongState } && judge(await look().ConfigureAwait(false)) == Standing.Done
            ? new(true, "AlreadyDone", wasSo, answer.RequestId, null)
            : answer;
    }
}
