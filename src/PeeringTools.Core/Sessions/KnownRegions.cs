using Amazon;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Sessions;

/// <summary>The Regions that the SDK knows by name, to complete what a user types. A newer Region works all the same.</summary>
internal static class KnownRegions
{
    /// <summary>System name and display name, in the order of the names; without the SDK's own inventions, such as us-east-1-regional.</summary>
    public static IEnumerable<(string Name, string DisplayName)> All => RegionEndpoint.EnumerableAllRegions
        .Where(r => Regions.Check(r.SystemName, "Region") is null)
        .OrderBy(r => r.SystemName, StringComparer.Ordinal)
        .Select(r => (r.SystemName, r.DisplayName));
}
