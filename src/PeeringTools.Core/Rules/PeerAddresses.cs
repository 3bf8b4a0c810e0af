using System.Net;
using System.Net.Sockets;

namespace PeeringTools.Core.Rules;

/// <summary>
/// The outer (GRE) addresses of a Connect peer: the appliance's, and the transit gateway's out of the gateway's own CIDR blocks. Source: VPC transit gateways
/// guide, "Connect attachments and Connect peers"; EC2 API reference, CreateTransitGatewayConnectPeer.
/// </summary>
internal static class PeerAddresses
{
    private const string Allowed = "an IPv4 or IPv6 address, such as 10.0.0.5";

    private static readonly IPNetwork[] NotForOneHost =
    [
        new(IPAddress.Any, 8), // "this network"
        new(IPAddress.Parse("127.0.0.0"), 8),
        new(IPAddress.Parse("224.0.0.0"), 3), // multicast, class E, broadcast
        new(IPAddress.IPv6None, 127), // unspecified and loopback
        new(IPAddress.Parse("fe80::"), 10),
        new(IPAddress.Parse("ff00::"), 8),
    ];

    /// <summary>
    /// Rules <see cref="RuleIds.PeerAddressMissing"/>, <see cref="RuleIds.PeerAddressMalformed"/> and, as a warning (AWS doesn't say which it refuses),
    /// <see cref="RuleIds.PeerAddressNotUnicast"/>.
    /// </summary>
    public static RuleBreak? Check(string? value, string parameterName)
    {
        if (string.IsNullOrWhiteSpace(value))
            return RuleText.Missing(RuleIds.PeerAddressMissing, value, parameterName, Allowed);

        if (!Cidrs.TryParseAddress(value, out var address))
        {
            return new(RuleIds.PeerAddressMalformed, $"{parameterName} {RuleText.Quote(value)} isn't an IP address; allowed is {Allowed}.",
                "Write the full address without prefix length, zone or leading zeros.");
        }

        return NotForOneHost.Any(range => range.Contains(address))
            ? new(RuleIds.PeerAddressNotUnicast,
                $"{parameterName} {RuleText.Quote(value)} can't be the address of one host; allowed is {Allowed}.",
                "Check the address.",
                IsWarning: true)
            : null;
    }

    /// <summary>
    /// Rule <see cref="RuleIds.PeerAddressFamiliesDiffer"/>: both ends of the tunnel are of one family. Values that aren't addresses are left to
    /// <see cref="Check"/>.
    /// </summary>
    public static RuleBreak? CheckFamilies(string? peerAddress, string? transitGatewayAddress)
    {
        if (!Cidrs.TryParseAddress(peerAddress, out var peer)
            || !Cidrs.TryParseAddress(transitGatewayAddress, out var gateway)
            || peer.AddressFamily == gateway.AddressFamily)
            return null;

        return new(RuleIds.PeerAddressFamiliesDiffer,
            $"PeerAddress {RuleText.Quote(peerAddress)} is {Cidrs.Name(peer.AddressFamily)} and "
            + $"TransitGatewayAddress {RuleText.Quote(transitGatewayAddress)} is {Cidrs.Name(gateway.AddressFamily)}; allowed is one family for both.",
            "Give two addresses of one family.");
    }

    /// <summary>
    /// Rules <see cref="RuleIds.TransitGatewayWithoutCidr"/> and <see cref="RuleIds.TransitGatewayAddressOutsideCidrs"/>: the gateway's end lies in one of the
    /// transit gateway's CIDR blocks, and there is one of the family.
    /// </summary>
    /// <param name="peer">The appliance's address.</param>
    /// <param name="gateway">The gateway's address, or null where AWS is to choose it.</param>
    /// <param name="blocks">The transit gateway's CIDR blocks.</param>
    public static RuleBreak? CheckInBlocks(IPAddress peer, IPAddress? gateway, IReadOnlyCollection<IPNetwork> blocks)
    {
        var listed = blocks.Count == 0 ? "none" : string.Join(", ", blocks);
        if (!blocks.Any(block => block.BaseAddress.AddressFamily == peer.AddressFamily))
        {
            return new(RuleIds.TransitGatewayWithoutCidr,
                $"PeerAddress '{peer}' is {Cidrs.Name(peer.AddressFamily)}, and the transit gateway has no CIDR block of that family; "
                + $"it has {listed}. Allowed is a family that it has.",
                $"Add an {Cidrs.Name(peer.AddressFamily)} CIDR block to the transit gateway first.");
        }

        return gateway is null || blocks.Any(block => block.Contains(gateway))
            ? null
            : new(RuleIds.TransitGatewayAddressOutsideCidrs,
                $"TransitGatewayAddress '{gateway}' isn't in the transit gateway's CIDR blocks; allowed is {listed}.",
                "Choose an address from these blocks, or omit it.");
    }

    /// <summary>Rule <see cref="RuleIds.TunnelInUse"/>: the two addresses together identify the tunnel; either alone may repeat.</summary>
    /// <param name="peer">The appliance's address.</param>
    /// <param name="gateway">The gateway's address.</param>
    /// <param name="used">The pairs of all Connect peers of the transit gateway that aren't deleted.</param>
    public static RuleBreak? CheckTunnelFree(IPAddress peer, IPAddress gateway, IEnumerable<(IPAddress Peer, IPAddress Gateway)> used) =>
        used.Contains((peer, gateway))
            ? new(RuleIds.TunnelInUse,
                $"A Connect peer from TransitGatewayAddress '{gateway}' to PeerAddress '{peer}' exists; "
                + "allowed is a pair that no other Connect peer of this transit gateway has.",
                "Change one of the two addresses.")
            : null;

    /// <summary>
    /// The lowest address of a family in the blocks that nothing uses; null where none is left. An IPv4 block's first and last address stay free.
    /// </summary>
    public static IPAddress? FirstFree(IEnumerable<IPNetwork> blocks, IReadOnlyCollection<IPAddress> used, AddressFamily family)
    {
        var bits = Cidrs.Bits(family);
        foreach (var block in blocks.Where(block => block.BaseAddress.AddressFamily == family))
        {
            IPAddress[] ends = family == AddressFamily.InterNetwork ? [block.BaseAddress, Cidrs.LastAddress(block)] : [block.BaseAddress];
            var taken = used.Concat(ends).Where(address => address.AddressFamily == family).Select(address => new IPNetwork(address, bits));
            if (Cidrs.FirstFree(block, bits, taken) is { } free)
                return free.BaseAddress;
        }

        return null;
    }
}
