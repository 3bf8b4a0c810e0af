using System.Net.Sockets;

namespace PeeringTools.Core.Rules;

/// <summary>
/// The GRE tunnel of a Connect peer. Sources: RFC 2784 (4 bytes of GRE header, as AWS uses no key), RFC 791 and RFC 8200 (20 and 40 bytes of outer header, least MTUs), VPC transit gateways
/// guide, "Maximum transmission unit (MTU)" (8500 bytes for Connect).
/// </summary>
internal static class GreTunnels
{
    private const int GreHeader = 4;
    private const int SafePath = 1500;
    private const int LongestPacket = 8500;

    /// <summary>The tunnel's MTU on a path that takes 1500 bytes, as every path does: 1476 over IPv4, 1456 over IPv6.</summary>
    public static int SafeMtu(AddressFamily outer) => SafePath - Overhead(outer);

    /// <summary>The largest MTU that the transit gateway carries: 8476 over IPv4, 8456 over IPv6.</summary>
    public static int LargestMtu(AddressFamily outer) => LongestPacket - Overhead(outer);

    /// <summary>Rule <see cref="RuleIds.TunnelMtuOutOfRange"/>: what the gateway carries, and at least what IPv4 (576) or, with IPv6 inside, IPv6 (1280) demands.</summary>
    public static RuleBreak? CheckMtu(int value, AddressFamily outer, bool hasIpv6Inside, string parameterName)
    {
        var least = hasIpv6Inside ? 1280 : 576;
        var most = LargestMtu(outer);
        return value >= least && value <= most
            ? null
            : new(RuleIds.TunnelMtuOutOfRange, $"{parameterName} {value} is out of range; allowed is {least}..{most} over {Cidrs.Name(outer)}.", $"Give {SafeMtu(outer)}, which every path takes, or more.");
    }

    private static int Overhead(AddressFamily outer) => GreHeader + (outer == AddressFamily.InterNetwork ? 20 : 40);
}
