using System.Net;
using System.Net.Sockets;

namespace PeeringTools.Core.Rules;

/// <summary>
/// The two addresses of a Direct Connect BGP session, written with their prefix length (<c>169.254.0.1/30</c>). Sources: Direct Connect API reference,
/// NewBGPPeer and NewPublicVirtualInterface; CloudFormation reference, AWS::DirectConnect::PublicVirtualInterface BgpPeer (address/length); user guide,
/// "Prerequisites for virtual interfaces".
/// </summary>
internal static class BgpPeerAddresses
{
    private const string Allowed = "an IPv4 address with its prefix length, such as 169.254.0.1/30";

    private static readonly IPNetwork[] PrivateRanges =
    [
        new(IPAddress.Parse("10.0.0.0"), 8),
        new(IPAddress.Parse("172.16.0.0"), 12),
        new(IPAddress.Parse("192.168.0.0"), 16),
        new(IPAddress.Parse("169.254.0.0"), 16),
        new(IPAddress.Parse("100.64.0.0"), 10),
    ];

    /// <summary>
    /// The pair: IPv6 takes none (<see cref="RuleIds.BgpAddressWithIpv6"/>: AWS assigns a /125); IPv4 on a public virtual interface needs both
    /// (<see cref="RuleIds.BgpAddressesRequired"/>), elsewhere both or neither (<see cref="RuleIds.BgpAddressPairIncomplete"/>); each is an address with a
    /// prefix length (<see cref="RuleIds.BgpAddressMalformed"/>, <see cref="RuleIds.BgpAddressWrongFamily"/>); both lie in one subnet
    /// (<see cref="RuleIds.BgpAddressSubnetsDiffer"/>) and differ (<see cref="RuleIds.BgpAddressesEqual"/>). Warnings, because AWS doesn't document them as
    /// limits: <see cref="RuleIds.BgpAddressPrefixLength"/> and <see cref="RuleIds.BgpAddressNotPublic"/>.
    /// </summary>
    /// <param name="type">The virtual interface's type.</param>
    /// <param name="family">The BGP peer's family.</param>
    /// <param name="amazonAddress">AWS's end, or null.</param>
    /// <param name="customerAddress">The router's end, or null.</param>
    public static RuleBreak? Check(VirtualInterfaceType type, AddressFamily family, string? amazonAddress, string? customerAddress)
    {
        var given = (Amazon: !string.IsNullOrWhiteSpace(amazonAddress), Customer: !string.IsNullOrWhiteSpace(customerAddress));
        if (given is (false, false))
        {
            return type == VirtualInterfaceType.Public && family == AddressFamily.InterNetwork
                ? new(RuleIds.BgpAddressesRequired,
                    "AmazonAddress and CustomerAddress are absent; on a public IPv4 virtual interface, allowed is two public addresses that you own.",
                    "Give both addresses with their prefix length.")
                : null;
        }

        if (family == AddressFamily.InterNetworkV6)
        {
            return new(RuleIds.BgpAddressWithIpv6,
                $"AmazonAddress {RuleText.Quote(amazonAddress)} and CustomerAddress {RuleText.Quote(customerAddress)} can't be chosen for IPv6; "
                + "allowed is neither, as AWS assigns a /125.",
                "Omit both addresses.");
        }

        if (given is not (true, true))
        {
            return new(RuleIds.BgpAddressPairIncomplete,
                $"AmazonAddress is {RuleText.Quote(amazonAddress)} and CustomerAddress is {RuleText.Quote(customerAddress)}; allowed is both"
                + (type == VirtualInterfaceType.Public ? "." : " or neither."),
                given.Amazon ? "Give the customer's address too." : "Give Amazon's address too.");
        }

        return CheckAddress(amazonAddress!, "AmazonAddress", out var amazon)
            ?? CheckAddress(customerAddress!, "CustomerAddress", out var customer)
            ?? CheckPair(type, amazon, customer);
    }

    /// <summary>The address before the slash, where the text is one; BGP peers are compared by it.</summary>
    public static bool TryRead(string? value, out IPAddress address) => Cidrs.TrySplit(value, out address, out _) || Cidrs.TryParseAddress(value, out address);

    /// <summary>
    /// Rule <see cref="RuleIds.BgpAddressMalformed"/> for the customer address that names a peer to delete, of either family; the prefix length may be left out.
    /// </summary>
    public static RuleBreak? CheckCustomer(string? value, string parameterName) => TryRead(value, out _)
        ? null
        : new(RuleIds.BgpAddressMalformed,
            $"{parameterName} {RuleText.Quote(value)} isn't an address; allowed is an IPv4 or IPv6 address, with or without its prefix length.",
            "Copy the CustomerAddress that Get-DxBgpPeer shows.");

    private static RuleBreak? CheckAddress(string value, string parameterName, out (IPAddress Address, int PrefixLength) read)
    {
        var isAddress = Cidrs.TrySplit(value, out var address, out var prefixLength);
        read = (address, prefixLength);
        if (!isAddress)
            return new(RuleIds.BgpAddressMalformed,
                $"{parameterName} {RuleText.Quote(value)} isn't an address with a prefix length; allowed is {Allowed}.",
                "Write address, slash, prefix length.");

        return address.AddressFamily == AddressFamily.InterNetwork
            ? null
            : new(RuleIds.BgpAddressWrongFamily,
                $"{parameterName} {RuleText.Quote(value)} is IPv6 on an IPv4 BGP peer; allowed is {Allowed}.",
                "Give an IPv4 address, or make the peer an ipv6 one and omit both.");
    }

    private static RuleBreak? CheckPair(VirtualInterfaceType type, (IPAddress Address, int PrefixLength) amazon, (IPAddress Address, int PrefixLength) customer)
    {
        var pair = $"AmazonAddress '{amazon.Address}/{amazon.PrefixLength}' and CustomerAddress '{customer.Address}/{customer.PrefixLength}'";
        if (amazon.PrefixLength != customer.PrefixLength || !Cidrs.Align(amazon.Address, amazon.PrefixLength).Contains(customer.Address))
            return new(RuleIds.BgpAddressSubnetsDiffer,
                $"{pair} aren't in one subnet; allowed is two addresses of one, such as 169.254.0.1/30 and 169.254.0.2/30.",
                "Give two addresses of one subnet.");

        if (amazon.Address.Equals(customer.Address))
            return new(RuleIds.BgpAddressesEqual, $"{pair} are the same; allowed is two different addresses of one subnet.", "Give each end its own address.");

        if (amazon.PrefixLength is not (30 or 31))
            return new(RuleIds.BgpAddressPrefixLength,
                $"{pair} have a prefix length unusual for a BGP session; allowed is /30 or /31, others aren't documented.",
                "Use a /30 or /31.",
                IsWarning: true);

        return type == VirtualInterfaceType.Public && Array.Exists(PrivateRanges, range => range.Contains(amazon.Address))
            ? new(RuleIds.BgpAddressNotPublic,
                $"{pair} are private; on a public virtual interface, allowed is public addresses that you own.",
                "Give public addresses.",
                IsWarning: true)
            : null;
    }
}
