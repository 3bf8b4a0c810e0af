using System.Net;
using System.Net.Sockets;
using FsCheck;
using FsCheck.Fluent;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Tests.Rules;

/// <summary>Generators of addresses and blocks, and slow, obvious arithmetic on them to compare with.</summary>
internal static class Blocks
{
    /// <summary>Addresses close to each other, so that blocks of them often overlap.</summary>
    public static Gen<(IPAddress Address, int Length)> AnyAddressAndLength { get; } =
        from isIpv4 in Gen.Elements(true, false)
        from high in Gen.Choose(0, 3)
        from low in Gen.Choose(0, 255)
        from length in isIpv4 ? Gen.Choose(0, 32) : Gen.Choose(0, 128)
        select (isIpv4 ? new IPAddress([10, (byte)high, 0, (byte)low]) : Ipv6(high, low), length);

    public static Gen<IPNetwork> Any { get; } = AnyAddressAndLength.Select(pair => Cidrs.Align(pair.Address, pair.Length));

    private static Gen<IPNetwork> Used { get; } =
        from low in Gen.Choose(0, 511)
        from length in Gen.Choose(24, 32)
        select Cidrs.Align(new IPAddress([10, 0, (byte)(low / 256), (byte)low]), length);

    /// <summary>A block of at most 256 addresses, a length to look for, and blocks in use in and around it.</summary>
    public static Gen<(IPNetwork Within, int PrefixLength, IPNetwork[] Used)> SmallPool { get; } =
        from within in Gen.Choose(24, 32)
        from prefixLength in Gen.Choose(within, 32)
        from used in Used.ArrayOf()
        from other in Gen.Elements(IPNetwork.Parse("::/0"), IPNetwork.Parse("11.0.0.0/8"))
        select (new IPNetwork(IPAddress.Parse("10.0.0.0"), within), prefixLength, used.Append(other).ToArray());

    public static UInt128 First(IPNetwork block) => Number(block.BaseAddress);

    public static UInt128 Last(IPNetwork block)
    {
        var last = First(block);
        for (var bit = 0; bit < Bits(block) - block.PrefixLength; bit++)
            last |= UInt128.One << bit;
        return last;
    }

    public static IEnumerable<IPNetwork> All(IPNetwork within, int prefixLength)
    {
        var size = UInt128.One << (Bits(within) - prefixLength);
        for (var first = First(within); first <= Last(within); first += size)
            yield return new IPNetwork(new IPAddress([(byte)(first >> 24), (byte)(first >> 16), (byte)(first >> 8), (byte)first]), prefixLength);
    }

    private static int Bits(IPNetwork block) => block.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;

    private static UInt128 Number(IPAddress address)
    {
        UInt128 number = 0;
        foreach (var part in address.GetAddressBytes())
            number = (number << 8) | part;
        return number;
    }

    private static IPAddress Ipv6(int high, int low)
    {
        var bytes = new byte[16];
        (bytes[0], bytes[1], bytes[7], bytes[15]) = (0xfd, (byte)high, (byte)high, (byte)low);
        return new IPAddress(bytes);
    }
}
