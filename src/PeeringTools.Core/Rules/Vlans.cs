namespace PeeringTools.Core.Rules;

/// <summary>
/// VLAN tags of virtual interfaces. Source: Direct Connect user guide, "Prerequisites for virtual interfaces": 1..4094, unique on the connection.
/// </summary>
internal static class Vlans
{
    /// <summary>Rule <see cref="RuleIds.VlanOutOfRange"/>.</summary>
    public static RuleBreak? Check(long value, string parameterName) => value is >= 1 and <= 4094
        ? null
        : new(RuleIds.VlanOutOfRange, $"{parameterName} {value} is out of range; allowed is 1..4094.", "Give a VLAN tag in that range.");

    /// <summary>Rule <see cref="RuleIds.VlanInUse"/>.</summary>
    /// <param name="value">The tag.</param>
    /// <param name="used">The tags of the connection's virtual interfaces that aren't deleted.</param>
    /// <param name="connectionId">The connection or LAG.</param>
    public static RuleBreak? CheckFree(long value, IEnumerable<long> used, string connectionId) => used.Contains(value)
        ? new(RuleIds.VlanInUse,
            $"VLAN {value} is in use on {connectionId}; allowed is a tag in 1..4094 that no other virtual interface of the connection has.",
            "Choose another VLAN tag.")
        : null;
}
