using System.Runtime.InteropServices;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox;

/// <summary>How often each action was called, by account and Region as EC2's buckets are. It belongs to the run, not to the network: saved state doesn't hold it.</summary>
internal sealed class CallCounts
{
    private readonly Dictionary<(Place Place, string Service, string Action), (int Calls, int Throttled)> _counts = [];

    /// <summary>What was counted.</summary>
    public IEnumerable<CallCount> All => _counts.Select(count => new CallCount(count.Key.Place.Account, count.Key.Place.Region, count.Key.Service, count.Key.Action, count.Value.Calls, count.Value.Throttled));

    /// <summary>Counts a call, whatever its answer was.</summary>
    public void Add(Place place, string service, string action, bool isThrottled)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, (place, service, action), out _);
        count = (count.Calls + 1, count.Throttled + (isThrottled ? 1 : 0));
    }
}

/// <summary>The calls of one action by one account in one Region.</summary>
/// <param name="Account">Who called.</param>
/// <param name="Region">The called Region.</param>
/// <param name="Service">The service.</param>
/// <param name="Action">The action.</param>
/// <param name="Calls">All calls, those that were refused or lost included.</param>
/// <param name="Throttled">Those that were answered with the service's word for too many.</param>
internal sealed record CallCount(string Account, string Region, string Service, string Action, int Calls, int Throttled);
