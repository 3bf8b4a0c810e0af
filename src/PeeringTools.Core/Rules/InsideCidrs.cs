using System.Net;
using System.Net.Sockets;

namespace PeeringTools.Core.Rules;

/// <summary>The BGP addresses in an inside block of a Connect peer.</summary>
/// <param name="Peer">The appliance's: the block's first usable address.</param>
/// <param name="Gateway1">The transit gateway's, first session.</param>
/// <param name="Gateway2">The transit gateway's, second session.</param>
internal sealed record InsideAddresses(IPAddress Peer, IPAddress Gateway1, IPAddress Gateway2);

/// <summary>
/// Inside CIDR blocks of Connect peers: exactly one IPv4 /29 from 169.254.0.0/16 and at most one IPv6 /125 from fd00::/8, aligned, not reserved, and not used
/// by another Connect peer of the transit gateway. Source: VPC transit gateways guide, "Connect attachments and Connect peers".
/// </summary>
internal static class InsideCidrs
{
    private const string Allowed = "one /29 from 169.254.0.0/16 and, if wanted, one /125 from fd00::/8";
    private const int MostBlocks = 2;

    private static readonly IPNetwork Ipv4Range = new(IPAddress.Parse("169.254.0.0"), 16);
    private static readonly IPNetwork Ipv6Range = new(IPAddress.Parse("fd00::"), 8);

    /// <summary>The IPv4 blocks that AWS keeps for itself.</summary>
    public static IReadOnlyList<IPNetwork> Reserved { get; } =
    [
        new(IPAddress.Parse("169.254.0.0"), 29),
        new(IPAddress.Parse("169.254.1.0"), 29),
        new(IPAddress.Parse("169.254.2.0"), 29),
        new(IPAddress.Parse("169.254.3.0"), 29),
        new(IPAddress.Parse("169.254.4.0"), 29),
        new(IPAddress.Parse("169.254.5.0"), 29),
        new(IPAddress.Parse("169.254.169.248"), 29),
    ];

    /// <summary>
    /// All rules on the list: <see cref="RuleIds.InsideCidrMissing"/>, <see cref="RuleIds.InsideCidrTooMany"/>, <see cref="RuleIds.InsideCidrNoIpv4"/>,
    /// <see cref="RuleIds.InsideCidrTwoOfOneFamily"/> and, for each block, <see cref="CheckBlock"/>.
    /// </summary>
    public static RuleBreak? Check(IReadOnlyList<string?>? values, string parameterName)
    {
        if (values is null or { Count: 0 })
            return new(RuleIds.InsideCidrMissing, $"{parameterName} has no block; allowed is {Allowed}.", "Give one IPv4 block, such as 169.254.6.0/29.");

        foreach (var value in values)
        {
            if (CheckBlock(value, parameterName) is { } broken)
                return broken;
        }

        var listed = string.Join(", ", values.Take(MostBlocks + 1));
        if (values.Count > MostBlocks)
        {
            return new(RuleIds.InsideCidrTooMany,
                $"{parameterName} has {values.Count} blocks ({listed} ...); allowed is {Allowed}.", "Give at most two blocks, one of each family.");
        }

        var ipv4 = values.Count(IsIpv4);
        if (ipv4 == 0)
            return new(RuleIds.InsideCidrNoIpv4,
                $"{parameterName} {listed} has no IPv4 block; allowed is {Allowed}.",
                "Add an IPv4 block, such as 169.254.6.0/29.");

        return ipv4 > 1
            ? new(RuleIds.InsideCidrTwoOfOneFamily,
                $"{parameterName} {listed} has {ipv4} IPv4 blocks; allowed is {Allowed}.",
                "Give one block of each family.")
            : null;

        static bool IsIpv4(string? value) => Cidrs.TryParse(value, out var block) && block.BaseAddress.AddressFamily == AddressFamily.InterNetwork;
    }

    /// <summary>
    /// Rules on one block: <see cref="RuleIds.InsideCidrBlank"/>, <see cref="RuleIds.InsideCidrMalformed"/>, <see cref="RuleIds.InsideCidrOutsideRange"/>,
    /// <see cref="RuleIds.InsideCidrWrongSize"/>, <see cref="RuleIds.InsideCidrNotAligned"/> and <see cref="RuleIds.InsideCidrReserved"/>.
    /// </summary>
    public static RuleBreak? CheckBlock(string? value, string parameterName)
    {
        if (string.IsNullOrWhiteSpace(value))
            return RuleText.Missing(RuleIds.InsideCidrBlank, value, parameterName, Allowed);

        var quoted = RuleText.Quote(value);
        if (!Cidrs.TrySplit(value, out var address, out var prefixLength))
            return new(RuleIds.InsideCidrMalformed,
                $"{parameterName} {quoted} isn't a CIDR block; allowed is {Allowed}.",
                "Write an address, a slash and the prefix length.");

        var (range, size) = Family(address.AddressFamily);
        if (!range.Contains(address))
            return new(RuleIds.InsideCidrOutsideRange, $"{parameterName} {quoted} isn't in {range}; allowed is {Allowed}.", $"Choose a block from {range}.");

        if (prefixLength != size)
            return new(RuleIds.InsideCidrWrongSize, $"{parameterName} {quoted} isn't a /{size}; allowed is {Allowed}.", $"Give a /{size}.");

        var block = Cidrs.Align(address, prefixLength);
        if (!block.BaseAddress.Equals(address))
            return new(RuleIds.InsideCidrNotAligned,
                $"{parameterName} {quoted} doesn't start on a /{size} boundary; the block that holds it is {block}. Allowed is {Allowed}.",
                $"Write {block}.");

        return Reserved.Contains(block)
            ? new(RuleIds.InsideCidrReserved,
                $"{parameterName} {quoted} is reserved by AWS; allowed is any other /29 than {string.Join(", ", Reserved)}.",
                "Choose another /29, such as 169.254.6.0/29.")
            : null;
    }

    /// <summary>Rule <see cref="RuleIds.InsideCidrInUse"/>: no other Connect peer of the transit gateway uses the block.</summary>
    /// <param name="block">A block that <see cref="CheckBlock"/> passed.</param>
    /// <param name="used">The inside blocks of all Connect peers of the transit gateway that aren't deleted.</param>
    /// <param name="parameterName">The parameter the block came in by.</param>
    public static RuleBreak? CheckFree(IPNetwork block, IReadOnlyCollection<IPNetwork> used, string parameterName)
    {
        if (Cidrs.FirstOverlap([block], used) is not { } overlap)
            return null;

        var free = FirstFree(used, block.BaseAddress.AddressFamily);
        return new(RuleIds.InsideCidrInUse,
            $"{parameterName} {block} overlaps {overlap.Second} of another Connect peer; allowed is a block that no Connect peer of this transit gateway uses.",
            free is { } next ? $"Choose another block; {next} is free." : "Delete a Connect peer that isn't needed.");
    }

    /// <summary>The BGP addresses in a block that <see cref="CheckBlock"/> passed.</summary>
    public static InsideAddresses Addresses(IPNetwork block) => new(Cidrs.AddressAt(block, 1), Cidrs.AddressAt(block, 2), Cidrs.AddressAt(block, 3));

    /// <summary>The lowest block of a family that is neither reserved nor used; null where none is left.</summary>
    public static IPNetwork? FirstFree(IEnumerable<IPNetwork> used, AddressFamily family)
    {
        var (range, size) = Family(family);
        return Cidrs.FirstFree(range, size, used.Concat(Reserved));
    }

    private static (IPNetwork Range, int Size) Family(AddressFamily family) => family == AddressFamily.InterNetwork ? (Ipv4Range, 29) : (Ipv6Range, 125);
}
