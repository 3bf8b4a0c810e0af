using System.Net.Sockets;

namespace PeeringTools.Core.Rules;

/// <summary>
/// The prefixes that a public virtual interface advertises to AWS. Source: Direct Connect API reference, NewPublicVirtualInterface; user guide, "Prerequisites
/// for virtual interfaces".
/// </summary>
internal static class RouteFilterPrefixes
{
    /// <summary>Most prefixes on one virtual interface.</summary>
    public const int Most = 1000;

    private const string Allowed = "1..1000 CIDR blocks, IPv6 ones of /64 or shorter";

    /// <summary>
    /// Rules <see cref="RuleIds.RouteFilterPrefixesOnPublicOnly"/>, <see cref="RuleIds.RouteFilterPrefixesMissing"/>,
    /// <see cref="RuleIds.RouteFilterPrefixesTooMany"/>, <see cref="RuleIds.RouteFilterPrefixTooLong"/> and those of <see cref="Cidrs.Check"/>.
    /// </summary>
    /// <param name="type">The virtual interface's type.</param>
    /// <param name="family">Its first BGP peer's family.</param>
    /// <param name="prefixes">The prefixes; null or empty for none.</param>
    /// <param name="parameterName">The parameter they came in by.</param>
    public static RuleBreak? Check(VirtualInterfaceType type, AddressFamily family, IReadOnlyCollection<string?>? prefixes, string parameterName)
    {
        var count = prefixes?.Count ?? 0;
        if (type != VirtualInterfaceType.Public)
        {
            return count == 0 ? null : new(RuleIds.RouteFilterPrefixesOnPublicOnly,
                $"{parameterName} has {count} prefixes on a virtual interface that isn't public; allowed is none.", $"Omit -{parameterName}.");
        }

        if (count == 0)
        {
            return family == AddressFamily.InterNetworkV6 ? null : new(RuleIds.RouteFilterPrefixesMissing,
                $"{parameterName} has 0 prefixes; on a public IPv4 virtual interface, allowed is {Allowed}.", "Give at least one prefix to advertise.");
        }

        if (count > Most)
        {
            return new(RuleIds.RouteFilterPrefixesTooMany, $"{parameterName} has {count} prefixes; allowed is {Allowed}.",
                "Aggregate the prefixes.");
        }

        foreach (var prefix in prefixes!)
        {
            if (Cidrs.Read(prefix, parameterName, family: null, out var network) is { } broken)
                return broken;

            if (network.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6 && network.PrefixLength > 64)
                return new(RuleIds.RouteFilterPrefixTooLong,
                    $"{parameterName} {RuleText.Quote(prefix)} is too long; allowed is {Allowed}.",
                    "Give the /64 or a shorter prefix.");
        }

        return null;
    }
}
