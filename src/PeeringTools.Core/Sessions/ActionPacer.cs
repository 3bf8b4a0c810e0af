using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using PeeringTools.Aws;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Sessions;

/// <summary>
/// Keeps calls under EC2's token buckets, so that bulk work waits a moment instead of being throttled. AWS has one bucket per account, Region and action; so has this, for
/// the whole process, because two runspaces in one account draw from the same bucket.
/// </summary>
internal sealed class ActionPacer : IRequestPacer
{
    private static readonly ConcurrentDictionary<(string Account, string Region), ActionPacer> Pacers = new();

    // One request may overtake another, and a burst may arrive closer together than it left: what this much time would refill is left in AWS's bucket.
    private const double SpareSeconds = 0.4;

    private readonly ConcurrentDictionary<string, RateLimiter> _buckets = new(StringComparer.Ordinal);

    private ActionPacer()
    {
    }

    /// <summary>The pacer of an account (or of whatever stands for it) in a Region.</summary>
    public static ActionPacer For(string account, string region) => Pacers.GetOrAdd((account, region), static _ => new ActionPacer());

    /// <inheritdoc/>
    public async ValueTask WaitAsync(string service, string operation, CancellationToken cancellationToken)
    {
        if (Throttling.For(service, operation) is not { } bucket)
            return;

        var limiter = _buckets.GetOrAdd(operation, static (_, b) => Bucket(b), bucket);
        using var lease = await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
    }

    private static RateLimiter Bucket(ThrottleBucket bucket) => new TokenBucketRateLimiter(new()
    {
        TokenLimit = bucket.Capacity - (int)(bucket.RefillPerSecond * SpareSeconds),
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1.0 / bucket.RefillPerSecond),
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        AutoReplenishment = true,
    });
}
