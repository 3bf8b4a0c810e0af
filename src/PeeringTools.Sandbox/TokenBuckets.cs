using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox;

/// <summary>EC2's request throttling: a bucket per account, Region and action (EC2 Developer Guide, "Request throttling for the Amazon EC2 API").</summary>
internal sealed class TokenBuckets
{
    private readonly Dictionary<(Place Place, string Action), (double Tokens, DateTimeOffset At)> _buckets = [];

    /// <summary>Takes a token; false where the bucket is empty.</summary>
    public bool TryTake(Place place, string action, double size, double perSecond, DateTimeOffset now)
    {
        var (tokens, at) = _buckets.GetValueOrDefault((place, action), (size, now));
        tokens = Math.Min(size, tokens + ((now - at).TotalSeconds * perSecond));
        var granted = tokens >= 1;
        _buckets[(place, action)] = (granted ? tokens - 1 : tokens, now);
        return granted;
    }

    /// <summary>What is in them, for saving.</summary>
    public IEnumerable<(Place Place, string Action, double Tokens, DateTimeOffset At)> Levels => _buckets.Select(bucket => (bucket.Key.Place, bucket.Key.Action, bucket.Value.Tokens, bucket.Value.At));

    /// <summary>Sets a bucket as it was saved.</summary>
    public void Restore(Place place, string action, double tokens, DateTimeOffset at) => _buckets[(place, action)] = (tokens, at);
}
