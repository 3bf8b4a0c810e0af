using System.Net.Sockets;

namespace PeeringTools.Core.Rules;

/// <summary>Direct Connect's addressFamily. Source: Direct Connect API reference, NewBGPPeer. The wire has lower case; we read any.</summary>
internal static class AddressFamilies
{
    private const string Allowed = "ipv4 or ipv6";

    /// <summary>Rules <see cref="RuleIds.AddressFamilyMissing"/> and <see cref="RuleIds.AddressFamilyUnknown"/>.</summary>
    public static RuleBreak? Check(string? value, string parameterName)
    {
        if (string.IsNullOrWhiteSpace(value))
            return RuleText.Missing(RuleIds.AddressFamilyMissing, value, parameterName, Allowed);

        return TryParse(value, out _)
            ? null
            : new(RuleIds.AddressFamilyUnknown,
                $"{parameterName} {RuleText.Quote(value)} isn't an address family; allowed is {Allowed}.",
                "Give ipv4 or ipv6.");
    }

    /// <summary>Reads <c>ipv4</c> or <c>ipv6</c> in any case.</summary>
    public static bool TryParse(string? value, out AddressFamily family)
    {
        family = string.Equals(value, "ipv6", StringComparison.OrdinalIgnoreCase) ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
        return family == AddressFamily.InterNetworkV6 || string.Equals(value, "ipv4", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The name on the wire.</summary>
    public static string Wire(AddressFamily family) => family == AddressFamily.InterNetworkV6 ? "ipv6" : "ipv4";
}
