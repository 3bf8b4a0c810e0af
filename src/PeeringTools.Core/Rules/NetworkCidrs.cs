using System.Net;
using System.Net.Sockets;

namespace PeeringTools.Core.Rules;

/// <summary>The blocks that VPCs, subnets and transit gateways take.</summary>
internal static class NetworkCidrs
{
    private static readonly IPNetwork LinkLocal = new(IPAddress.Parse("169.254.0.0"), 16);

    /// <summary>Rule <see cref="RuleIds.VpcCidrSize"/>: IPv4 blocks of a VPC or a subnet are /16 to /28. Source: VPC user guide, "VPC CIDR blocks".</summary>
    public static RuleBreak? CheckVpcBlock(IPNetwork block, string parameterName) =>
        block.BaseAddress.AddressFamily == AddressFamily.InterNetwork && block.PrefixLength is < 16 or > 28
            ? new(RuleIds.VpcCidrSize,
                $"{parameterName} {block} has the wrong size for a VPC or subnet; allowed is /16 to /28.",
                "Choose a prefix length from 16 to 28.")
            : null;

    /// <summary>
    /// Rules <see cref="RuleIds.TransitGatewayCidrSize"/> and <see cref="RuleIds.TransitGatewayCidrReserved"/>. Source: VPC transit gateways guide, "Transit
    /// gateway CIDR blocks": IPv4 /24 or larger, IPv6 /64 or larger, not from 169.254.0.0/16.
    /// </summary>
    public static RuleBreak? CheckTransitGatewayBlock(IPNetwork block, string parameterName)
    {
        var longest = block.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 24 : 64;
        if (block.PrefixLength > longest)
        {
            return new(RuleIds.TransitGatewayCidrSize,
                $"{parameterName} {block} is too small for a transit gateway; allowed is a prefix length up to {longest}.",
                $"Give a block of /{longest} or larger.");
        }

        return Cidrs.Overlaps(block, LinkLocal)
            ? new(RuleIds.TransitGatewayCidrReserved,
                $"{parameterName} {block} overlaps {LinkLocal}; allowed is any other range.",
                "Choose a block outside that range.")
            : null;
    }
}
