using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>Reads and finds address blocks.</summary>
internal static class Blocks
{
    private static readonly IPNetwork AmazonIpv6 = IPNetwork.Parse("2600:1f00::/24");

    /// <summary>A block of a request. EC2 takes bits beyond the prefix length and drops them (EC2 API reference, CreateVpc).</summary>
    public static IPNetwork Read(string cidr, string parameter, AddressFamily family) =>
        Cidrs.TrySplit(cidr, out var address, out var length) && address.AddressFamily == family
            ? Cidrs.Align(address, length)
            : throw Lookup.Invalid(parameter, cidr, "This is not a valid CIDR block.");

    /// <summary>Of one family or the other, told by its colons.</summary>
    public static IPNetwork ReadAny(string cidr, string parameter) =>
        Read(cidr, parameter, cidr.Contains(':', StringComparison.Ordinal) ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork);

    /// <summary>The blocks that can be read.</summary>
    public static List<IPNetwork> Parse(IEnumerable<string> cidrs)
    {
        var blocks = new List<IPNetwork>();
        foreach (var cidr in cidrs)
        {
            if (Cidrs.TryParse(cidr, out var block))
                blocks.Add(block);
        }
        return blocks;
    }

    /// <summary>A /56 out of Amazon's space that no VPC has.</summary>
    public static IPNetwork AmazonProvided(Network network, DateTimeOffset now)
    {
        var used = network.Vpcs.All.SelectMany(vpc => Parse(vpc.BlocksAt(now))).ToHashSet();
        Span<byte> bytes = stackalloc byte[16];
        AmazonIpv6.BaseAddress.TryWriteBytes(bytes, out _);
        while (true)
        {
            RandomNumberGenerator.Fill(bytes[3..7]);
            var block = new IPNetwork(new IPAddress(bytes), 56);
            if (used.Add(block))
                return block;
        }
    }
}
