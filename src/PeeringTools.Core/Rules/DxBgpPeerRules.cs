using System.Globalization;
using System.Net.Sockets;

namespace PeeringTools.Core.Rules;

/// <summary>
/// Rules on adding and removing BGP peers of a virtual interface. Source: Direct Connect API reference, CreateBGPPeer and DeleteBGPPeer; user guide, "Add a BGP
/// peer".
/// </summary>
internal static class DxBgpPeerRules
{
    /// <summary>What AWS answers when the last peer is to go.</summary>
    public const string LastPeerMessage = "The last BGP Peer on a Virtual Interface cannot be deleted";

    /// <summary>Rule <see cref="RuleIds.DxBgpPeerFamilyTaken"/>: one peer per address family, two where the connection supports logical redundancy.</summary>
    /// <param name="virtualInterfaceId">The virtual interface.</param>
    /// <param name="family">The new peer's family.</param>
    /// <param name="existing">The families of its peers that aren't deleted.</param>
    /// <param name="hasLogicalRedundancy">Whether the connection supports it for that family; null where that isn't known, and then the break is a
    /// warning.</param>
    public static RuleBreak? CheckAdd(string virtualInterfaceId, AddressFamily family, IEnumerable<AddressFamily> existing, bool? hasLogicalRedundancy)
    {
        var taken = existing.Count(other => other == family);
        var most = hasLogicalRedundancy == false ? 1 : 2;
        if (taken == 0 || (taken < most && hasLogicalRedundancy == true))
            return null;

        return new(RuleIds.DxBgpPeerFamilyTaken,
            $"Virtual interface {RuleText.Quote(virtualInterfaceId)} has {taken} {AddressFamilies.Wire(family)} BGP peers; "
            + "allowed is 1 per address family, 2 where the connection supports logical redundancy.",
            "Remove that peer first, or add one of the other family.", IsWarning: taken < most);
    }

    /// <summary>Rule <see cref="RuleIds.DxBgpPeerLast"/>: the last peer of a virtual interface can't be deleted.</summary>
    /// <param name="bgpPeerId">The peer to delete.</param>
    /// <param name="virtualInterfaceId">Its virtual interface.</param>
    /// <param name="count">How many peers it has that aren't deleting or deleted.</param>
    public static RuleBreak? CheckRemove(string bgpPeerId, string virtualInterfaceId, int count) => count > 1
        ? null
        : new(RuleIds.DxBgpPeerLast,
            $"{RuleText.Quote(bgpPeerId)} is the last BGP peer of {RuleText.Quote(virtualInterfaceId)}; to delete one, allowed is 2 peers or more.",
            "Add another BGP peer first, or delete the virtual interface.");

    /// <summary>Rules <see cref="RuleIds.DxAsnMissing"/> and <see cref="RuleIds.DxAsnTwice"/>: the customer's AS number comes as asn or as asnLong.</summary>
    public static RuleBreak? CheckAsnChoice(long? asn, long? asnLong) => (asn, asnLong) switch
    {
        (null, null) => new(RuleIds.DxAsnMissing,
            "Neither asn nor asnLong is given (null); allowed is exactly one of them, 1..2147483646 or 1..4294967294.",
            "Give the customer's AS number."),
        ({ } number, { } longNumber) => new(RuleIds.DxAsnTwice,
            $"asn {number} and asnLong {longNumber} are both given; allowed is exactly one of them.", "Give one."),
        _ => null,
    };

    /// <summary>
    /// Rules <see cref="RuleIds.DxBgpPeerNotNamed"/>, <see cref="RuleIds.DxBgpPeerHalfNamed"/> and <see cref="RuleIds.DxBgpPeerNamedTwice"/>: a peer to delete
    /// is named by its id, or by its AS number and customer address together. A virtual interface alone never chooses one.
    /// </summary>
    public static RuleBreak? CheckSelector(string? bgpPeerId, long? asn, string? customerAddress)
    {
        var given = (Id: !string.IsNullOrWhiteSpace(bgpPeerId), Asn: asn is not null, Address: !string.IsNullOrWhiteSpace(customerAddress));
        const string Allowed = "BgpPeerId, or Asn and CustomerAddress together";
        var values = $"BgpPeerId is {RuleText.Quote(bgpPeerId)}, Asn is {asn?.ToString(CultureInfo.InvariantCulture) ?? "null"}, "
            + $"CustomerAddress is {RuleText.Quote(customerAddress)}";
        return given switch
        {
            (false, false, false) => new(RuleIds.DxBgpPeerNotNamed,
                $"{values}: no BGP peer is named; allowed is {Allowed}.",
                "Name the peer: pipe one from Get-DxBgpPeer, or give -BgpPeerId."),
            (true, false, false) or (false, true, true) => null,
            (true, _, _) => new(RuleIds.DxBgpPeerNamedTwice, $"{values}: the peer is named in two ways; allowed is {Allowed}.", "Give only -BgpPeerId."),
            _ => new(RuleIds.DxBgpPeerHalfNamed,
                $"{values}: that names no single BGP peer; allowed is {Allowed}.",
                "Give both -Asn and -CustomerAddress, or -BgpPeerId."),
        };
    }
}
