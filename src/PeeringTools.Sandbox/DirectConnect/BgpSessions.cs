using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.Ec2;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.DirectConnect;

/// <summary>What a request says of a BGP session; it comes in seven shapes.</summary>
internal readonly record struct SessionRequest(int? Asn, long? AsnLong, string? AuthKey, string? AmazonAddress, string? CustomerAddress, string? AddressFamily);

/// <summary>Makes BGP sessions as the service would: checks, assigns addresses, makes keys.</summary>
internal static class BgpSessions
{
    private static readonly IPNetwork LinkLocal = IPNetwork.Parse("169.254.0.0/16");
    private static readonly IPNetwork AmazonIpv6 = IPNetwork.Parse("2620:107:4000::/44");

    /// <summary>Checks a session's values.</summary>
    public static AddressFamily Check(VirtualInterfaceType type, SessionRequest request)
    {
        Dx.Require(DxBgpPeerRules.CheckAsnChoice(request.Asn, request.AsnLong));
        if (request.Asn is { } asn)
            Dx.Require(Asns.Check(asn, AsnUse.DirectConnectAsn, "asn"));
        if (request.AsnLong is { } asnLong)
            Dx.Require(Asns.Check(asnLong, AsnUse.DirectConnectAsnLong, "asnLong"));
        if (request.AuthKey is { } key)
            Dx.Require(BgpAuthKeys.Check(key, "authKey"));
        if (request.AddressFamily is not null)
            Dx.Require(AddressFamilies.Check(request.AddressFamily, "addressFamily"));
        var family = request.AddressFamily is not null && AddressFamilies.TryParse(request.AddressFamily, out var parsed) ? parsed : AddressFamily.InterNetwork;
        Dx.Require(BgpPeerAddresses.Check(type, family, request.AmazonAddress, request.CustomerAddress));
        return family;
    }

    /// <summary>A new session with all that was left out filled in. It waits as long as its virtual interface does.</summary>
    public static BgpPeerRecord New(Call call, VirtualInterfaceType type, SessionRequest request, AddressFamily family, Carrier? carrier, bool isWaiting)
    {
        var (amazon, customer) = request.AmazonAddress is null ? Assign(call, family) : (request.AmazonAddress, request.CustomerAddress!);
        return new BgpPeerRecord
        {
            Id = NewIds.DirectConnect("peer"),
            Asn = request.Asn ?? request.AsnLong!.Value,
            IsLongAsn = request.AsnLong is not null,
            AuthKey = request.AuthKey is { } key ? new Secret(key) : Secret.New(),
            AddressFamily = AddressFamilies.Wire(family),
            AmazonAddress = amazon,
            CustomerAddress = customer,
            AwsDevice = carrier?.AwsDevice,
            AwsLogicalDeviceId = carrier?.AwsLogicalDevice,
            Life = isWaiting ? Timeline.Start(call.Now, BgpPeerStates.Pending) : Begin(call, type),
        };
    }

    /// <summary>The life of a session from its start: AWS verifies those of public virtual interfaces first.</summary>
    public static Timeline Begin(Call call, VirtualInterfaceType type)
    {
        var after = call.After(Delay.BgpPeer);
        return type == VirtualInterfaceType.Public
            ? Timeline.Start(call.Now, BgpPeerStates.Verifying, (after, BgpPeerStates.Pending), (after, BgpPeerStates.Available))
            : Timeline.Start(call.Now, BgpPeerStates.Pending, (after, BgpPeerStates.Available));
    }

    /// <summary>True where the other side will never answer.</summary>
    public static bool IsBlocked(Call call, VirtualInterfaceRecord vif, BgpPeerRecord peer) =>
        !peer.CanComeUp || call.World.Settings.BgpDown.Contains(peer.Id) || call.World.Settings.BgpDown.Contains(vif.Id);

    /// <summary>up or down.</summary>
    public static string StatusOf(Call call, VirtualInterfaceRecord vif, BgpPeerRecord peer)
    {
        var phase = peer.Life.At(call.Now);
        var isTested = call.Network.FailoverTests.In(vif.Home).Exists(test => test.VirtualInterfaceId == vif.Id && test.IsRunning(call.Now) && test.Peers.Contains(peer.Id, StringComparer.Ordinal));
        return phase.State == BgpPeerStates.Available && !isTested && !IsBlocked(call, vif, peer) && call.Now - phase.At >= call.After(Delay.BgpSession)
            ? BgpPeerStates.StatusUp
            : BgpPeerStates.StatusDown;
    }

    // IPv4: a /30 of link-local addresses, Amazon first; IPv6: a /125 of Amazon's.
    private static (string Amazon, string Customer) Assign(Call call, AddressFamily family)
    {
        var used = Blocks.Parse(call.Network.VirtualInterfaces.All.SelectMany(vif => vif.Peers).Where(peer => peer.IsLive(call.Now) && peer.AmazonAddress is not null).Select(peer => Around(peer.AmazonAddress!)));
        var (space, length) = family == AddressFamily.InterNetwork ? (LinkLocal, 30) : (AmazonIpv6, 125);
        var block = Cidrs.FirstFree(space, length, used) ?? throw Dx.Client($"No address block is left for the BGP peer; the limit of {space} is reached.");
        return (string.Create(CultureInfo.InvariantCulture, $"{Cidrs.AddressAt(block, 1)}/{length}"), string.Create(CultureInfo.InvariantCulture, $"{Cidrs.AddressAt(block, 2)}/{length}"));
    }

    private static string Around(string address) => Cidrs.TrySplit(address, out var host, out var length) ? Cidrs.Align(host, length).ToString() : address;
}
