using PeeringTools.Aws;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Failures;

/// <summary>
/// Makes a thing once. When the answer to a create is lost, AWS may have made it, and sending again may make a second one; so look for it first.
/// </summary>
internal static class LostAnswers
{
    private static readonly TimeSpan[] Looks = [TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    /// <summary>Sends the create; after a lost answer gives what <paramref name="find"/> finds.</summary>
    /// <param name="create">Sends the request, once.</param>
    /// <param name="find">Looks for a thing that this request would have made and that nothing else could; null when there is none.</param>
    /// <param name="thing">What it is, for the message.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    /// <exception cref="FailureException">The answer was lost and the thing isn't there: it wasn't made as far as AWS shows.</exception>
    public static async Task<T> MakeOnceAsync<T>(Func<Task<T>> create, Func<Task<T?>> find, string thing, CancellationToken cancellationToken) where T : class
    {
        try
        {
            return await create().ConfigureAwait(false);
        }
        catch (LostAnswerException)
        {
            foreach (var pause in Looks)
            {
                await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
                if (await find().ConfigureAwait(false) is { } made)
                    return made;
            }

            throw new FailureException(new(
                ErrorKind.Network,
                "AnswerLost",
                $"The connection was lost while AWS was asked for {thing}. It was looked for since, and it isn't there.",
                "Run it again; if AWS made it late after all, that is refused or shown, never doubled silently."));
        }
    }
}
