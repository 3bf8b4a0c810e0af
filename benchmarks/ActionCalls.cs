using PeeringTools.Core.Rules;

namespace PeeringTools.Benchmarks;

/// <summary>The calls of one action by one account in one Region, as the sandbox counted them.</summary>
internal sealed record ActionCalls(string Account, string Region, string Service, string Action, int Calls, int Throttled)
{
    /// <summary>The time that its bucket takes at least to let so many calls through, in seconds. A throttled call took no token.</summary>
    public double LeastSeconds => Throttling.For(Service, Action) is { } bucket ? Math.Max(0, (double)(Calls - Throttled - bucket.Capacity) / bucket.RefillPerSecond) : 0;
}
