using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.TransitGateway.Appliances;

/// <summary>Systems whose GRE tunnels run over IPv4 only, by what their makers document.</summary>
internal static class OverIpv4
{
    /// <summary>The tunnel, where it runs over IPv4.</summary>
    /// <exception cref="FailureException">It runs over IPv6.</exception>
    public static ApplianceTunnel Require(ApplianceTunnel tunnel, string system) => tunnel.IsOverIpv6
        ? throw new FailureException(new(
            ErrorKind.BadInput,
            "ApplianceTunnelOverIpv6",
            $"{tunnel.PeerId} runs over IPv6 (PeerAddress {tunnel.Outer}), and a GRE tunnel of {system} is written over IPv4 only.",
            "Choose another platform, or a Connect peer with an IPv4 PeerAddress.",
            tunnel.PeerId))
        : tunnel;
}
