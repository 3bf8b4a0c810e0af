using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PeeringTools.Core.Rules;

/// <summary>
/// IP prefixes. An address is strict: four decimal parts without leading zeros, or an IPv6 address without a zone. Sources: EC2 API reference, CreateVpc (host
/// bits must be zero); RFC 4632, RFC 4291.
/// </summary>
internal static class Cidrs
{
    /// <summary>
    /// Rules <see cref="RuleIds.CidrMissing"/>, <see cref="RuleIds.CidrMalformed"/>, <see cref="RuleIds.CidrWrongFamily"/> and
    /// <see cref="RuleIds.CidrNotAligned"/>.
    /// </summary>
    /// <param name="value">The prefix as the user wrote it.</param>
    /// <param name="parameterName">The parameter it came in by.</param>
    /// <param name="family">The only family allowed, or null for both.</param>
    public static RuleBreak? Check(string? value, string parameterName, AddressFamily? family = null) => Read(value, parameterName, family, out _);

    /// <summary>As <see cref="Check"/>, and gives the prefix. It's the default (0.0.0.0/0) where a rule is broken.</summary>
    public static RuleBreak? Read(string? value, string parameterName, AddressFamily? family, out IPNetwork network)
    {
        network = default;
        var allowed = Allowed(family);
        if (string.IsNullOrWhiteSpace(value))
            return RuleText.Missing(RuleIds.CidrMissing, value, parameterName, allowed);

        if (!TrySplit(value, out var address, out var prefixLength))
            return new(RuleIds.CidrMalformed,
                $"{parameterName} {RuleText.Quote(value)} isn't a CIDR block; allowed is {allowed}.",
                "Write an address, a slash and the prefix length.");

        if (family is { } wanted && address.AddressFamily != wanted)
            return new(RuleIds.CidrWrongFamily,
                $"{parameterName} {RuleText.Quote(value)} is {Name(address.AddressFamily)}; allowed is {allowed}.",
                $"Give an {Name(wanted)} block.");

        network = Align(address, prefixLength);
        if (network.BaseAddress.Equals(address))
            return null;

        var aligned = network;
        network = default;
        return new(RuleIds.CidrNotAligned,
            $"{parameterName} {RuleText.Quote(value)} has bits set beyond /{prefixLength}; allowed is the block that holds it, {aligned}.",
            $"Write {aligned}.");
    }

    /// <summary>True for an aligned prefix of either family.</summary>
    public static bool TryParse(string? value, out IPNetwork network)
    {
        if (TrySplit(value, out var address, out var prefixLength))
        {
            network = Align(address, prefixLength);
            if (network.BaseAddress.Equals(address))
                return true;
        }

        network = default;
        return false;
    }

    /// <summary>Reads address and prefix length; the address may lie anywhere in its block.</summary>
    public static bool TrySplit(string? value, out IPAddress address, out int prefixLength)
    {
        address = IPAddress.None;
        prefixLength = 0;
        var slash = value?.IndexOf('/') ?? -1;
        if (slash < 0)
            return false;

        var length = value.AsSpan(slash + 1);
        return TryParseAddress(value![..slash], out address)
            && length.Length is > 0 and <= 3
            && (length[0] != '0' || length.Length == 1)
            && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out prefixLength)
            && prefixLength <= Bits(address.AddressFamily);
    }

    /// <summary>Reads an address; false for the shortened, octal, hexadecimal, bracketed and zoned forms that the platform's own parser takes.</summary>
    public static bool TryParseAddress(string? value, out IPAddress address)
    {
        if (IPAddress.TryParse(value, out var parsed)
            && (parsed.AddressFamily == AddressFamily.InterNetwork
                ? string.Equals(parsed.ToString(), value, StringComparison.Ordinal)
                : value.AsSpan().IndexOfAny('%', '[', ']') < 0))
        {
            address = parsed;
            return true;
        }

        address = IPAddress.None;
        return false;
    }

    /// <summary>The block of that length which holds the address.</summary>
    public static IPNetwork Align(IPAddress address, int prefixLength) =>
        new(ToAddress(ToNumber(address) & ~HostMask(address.AddressFamily, prefixLength), address.AddressFamily), prefixLength);

    /// <summary>True where the blocks share an address; blocks of different families never do.</summary>
    public static bool Overlaps(IPNetwork first, IPNetwork second) =>
        first.BaseAddress.AddressFamily == second.BaseAddress.AddressFamily
        && (first.PrefixLength <= second.PrefixLength ? first.Contains(second.BaseAddress) : second.Contains(first.BaseAddress));

    /// <summary>True where the inner block lies wholly in the outer one.</summary>
    public static bool Contains(IPNetwork outer, IPNetwork inner) => outer.PrefixLength <= inner.PrefixLength && Overlaps(outer, inner);

    /// <summary>The first pair of blocks, one of each side, that overlap; null where none do.</summary>
    public static (IPNetwork First, IPNetwork Second)? FirstOverlap(IEnumerable<IPNetwork> first, IReadOnlyCollection<IPNetwork> second)
    {
        foreach (var one in first)
        {
            foreach (var other in second)
            {
                if (Overlaps(one, other))
                    return (one, other);
            }
        }

        return null;
    }

    /// <summary>The lowest aligned block of a length that lies in a block and overlaps none in use; null where there's none left.</summary>
    public static IPNetwork? FirstFree(IPNetwork within, int prefixLength, IEnumerable<IPNetwork> used)
    {
        var family = within.BaseAddress.AddressFamily;
        if (prefixLength < within.PrefixLength || prefixLength > Bits(family))
            return null;

        var mask = HostMask(family, prefixLength);
        var candidate = ToNumber(within.BaseAddress);
        var end = Last(within);
        foreach (var block in used.Where(block => Overlaps(within, block)).OrderBy(block => ToNumber(block.BaseAddress)))
        {
            if (ToNumber(block.BaseAddress) > (candidate | mask))
                break;
            if (Last(block) < candidate)
                continue;

            var behind = Last(block) | mask;
            if (behind >= end)
                return null;
            candidate = behind + 1;
        }

        return new IPNetwork(ToAddress(candidate, family), prefixLength);
    }

    /// <summary>An address as a number, for arithmetic.</summary>
    public static UInt128 ToNumber(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var written);
        return written == 4 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    /// <summary>The address that a number stands for.</summary>
    public static IPAddress ToAddress(UInt128 number, AddressFamily family)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return new IPAddress(family == AddressFamily.InterNetwork ? bytes[12..] : bytes);
    }

    /// <summary>The address that many places after the block's first.</summary>
    public static IPAddress AddressAt(IPNetwork network, int offset) =>
        ToAddress(ToNumber(network.BaseAddress) + (UInt128)offset, network.BaseAddress.AddressFamily);

    /// <summary>The block's last address.</summary>
    public static IPAddress LastAddress(IPNetwork network) => ToAddress(Last(network), network.BaseAddress.AddressFamily);

    /// <summary>What messages call a family.</summary>
    public static string Name(AddressFamily family) => family == AddressFamily.InterNetwork ? "IPv4" : "IPv6";

    /// <summary>Bits of an address: 32 or 128.</summary>
    public static int Bits(AddressFamily family) => family == AddressFamily.InterNetwork ? 32 : 128;

    private static UInt128 Last(IPNetwork network) =>
        ToNumber(network.BaseAddress) | HostMask(network.BaseAddress.AddressFamily, network.PrefixLength);

    private static UInt128 HostMask(AddressFamily family, int prefixLength) =>
        Bits(family) - prefixLength is var hostBits && hostBits == 128 ? UInt128.MaxValue : (UInt128.One << hostBits) - 1;

    private static string Allowed(AddressFamily? family) => family switch
    {
        AddressFamily.InterNetwork => "an IPv4 block such as 10.0.0.0/16 (prefix length 0..32)",
        AddressFamily.InterNetworkV6 => "an IPv6 block such as 2001:db8::/56 (prefix length 0..128)",
        _ => "a block such as 10.0.0.0/16 (prefix length 0..32) or 2001:db8::/56 (prefix length 0..128)",
    };
}
