using System.Net.Sockets;
using Amazon.Runtime;
using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Core.DirectConnect;

/// <summary>BGP peers of Direct Connect virtual interfaces. The API has no dry run, so its questions are answered from what a read shows.</summary>
internal sealed class BgpPeerService(PeeringSession session)
{
    private readonly VirtualInterfaceService _virtualInterfaces = new(session);

    /// <summary>Adds a BGP peer.</summary>
    /// <returns>The virtual interface with the new peer, and the peer.</returns>
    public async Task<(VirtualInterface VirtualInterface, BGPPeer Peer)> AddAsync(CreateBGPPeerRequest request, CancellationToken cancellationToken)
    {
        var virtualInterface = await LostAnswers.MakeOnceAsync(
            async () => (await session.DirectConnect.CreateBGPPeerAsync(request, cancellationToken).ConfigureAwait(false)).VirtualInterface!,
            async () => await _virtualInterfaces.GetAsync(request.VirtualInterfaceId!, cancellationToken).ConfigureAwait(false) is { } found && Find(found, request.NewBGPPeer!) is not null ? found : null,
            $"a BGP peer on {request.VirtualInterfaceId}",
            cancellationToken).ConfigureAwait(false);
        return (virtualInterface, Find(virtualInterface, request.NewBGPPeer!) ?? throw new FailureException(new(
            ErrorKind.Server,
            "BgpPeerNotReturned",
            $"AWS accepted the BGP peer on {request.VirtualInterfaceId}, but its answer doesn't show it.",
            $"Look for it with Get-DxBgpPeer -VirtualInterfaceId {request.VirtualInterfaceId}.",
            request.VirtualInterfaceId)));
    }

    /// <summary>What can be said before adding a peer: the virtual interface is there, and the address family is free on it, or has room for a second peer.</summary>
    public async Task<DryRunAnswer> AskToAddAsync(CreateBGPPeerRequest request, CancellationToken cancellationToken)
    {
        var virtualInterface = await _virtualInterfaces.GetAsync(request.VirtualInterfaceId!, cancellationToken).ConfigureAwait(false);
        var taken = Live(virtualInterface).Select(p => Family(p.AddressFamily)).ToList();
        var family = Family(request.NewBGPPeer!.AddressFamily);
        var redundancy = taken.Contains(family) ? await HasRedundancyAsync(virtualInterface.ConnectionId, cancellationToken).ConfigureAwait(false) : null;
        return Answer(ErrorKind.Exists, DxBgpPeerRules.CheckAdd(request.VirtualInterfaceId!, family, taken, redundancy), CheckAsn(virtualInterface, request.NewBGPPeer));
    }

    /// <summary>A doubt about the new peer's AS number on a public virtual interface; on the other types any will do.</summary>
    public static RuleBreak? CheckAsn(VirtualInterface virtualInterface, NewBGPPeer wanted) =>
        string.Equals(virtualInterface.VirtualInterfaceType, nameof(VirtualInterfaceType.Public), StringComparison.OrdinalIgnoreCase) && AsnOf(wanted.Asn, wanted.AsnLong) is { } asn
            ? Asns.CheckPublicInterface(asn, nameof(wanted.Asn))
            : null;

    /// <summary>Removes a BGP peer.</summary>
    /// <returns>The virtual interface without it, as far as AWS tells.</returns>
    public async Task<VirtualInterface?> RemoveAsync(DeleteBGPPeerRequest request, CancellationToken cancellationToken) =>
        (await session.DirectConnect.DeleteBGPPeerAsync(request, cancellationToken).ConfigureAwait(false)).VirtualInterface;

    /// <summary>What can be said before removing a peer: it is there, and it isn't the last one.</summary>
    public async Task<DryRunAnswer> AskToRemoveAsync(DeleteBGPPeerRequest request, CancellationToken cancellationToken)
    {
        var virtualInterface = await _virtualInterfaces.GetAsync(request.VirtualInterfaceId!, cancellationToken).ConfigureAwait(false);
        var live = Live(virtualInterface).ToList();
        if (!live.Exists(p => IsNamedBy(p, request)))
        {
            var named = request.BgpPeerId ?? $"with ASN {request.AsnLong ?? request.Asn} and customer address {request.CustomerAddress}";
            return DryRunAnswer.Refused(new(
                ErrorKind.NotFound,
                "BgpPeerNotFound",
                $"{request.VirtualInterfaceId} has no BGP peer {named}.",
                $"Get-DxBgpPeer -VirtualInterfaceId {request.VirtualInterfaceId} lists its peers.",
                request.BgpPeerId ?? request.VirtualInterfaceId));
        }

        return Answer(ErrorKind.WrongState, DxBgpPeerRules.CheckRemove(request.BgpPeerId ?? live.Find(p => IsNamedBy(p, request))!.BgpPeerId ?? "", request.VirtualInterfaceId!, live.Count));
    }

    // Whether two peers of one family may be on it; null where it doesn't say so, or is another account's, as that of a hosted interface is.
    private async Task<bool?> HasRedundancyAsync(string? connectionId, CancellationToken cancellationToken)
    {
        try
        {
            var told = ResourceIds.Check(ResourceKind.DxLag, connectionId, nameof(connectionId)) is null
                ? (await session.DirectConnect.DescribeLagsAsync(new() { LagId = connectionId }, cancellationToken).ConfigureAwait(false)).Lags?.FirstOrDefault()?.HasLogicalRedundancy
                : (await session.DirectConnect.DescribeConnectionsAsync(new() { ConnectionId = connectionId }, cancellationToken).ConfigureAwait(false)).Connections?.FirstOrDefault()?.HasLogicalRedundancy;
            return told switch
            {
                "yes" => true,
                "no" => false,
                _ => null,
            };
        }
        catch (AmazonServiceException e) when (Failure.Of(e) is { Kind: ErrorKind.NotFound or ErrorKind.Denied })
        {
            return null;
        }
    }

    // An unconfirmed rule is a doubt to tell, not a refusal.
    private static DryRunAnswer Answer(ErrorKind kind, params IEnumerable<RuleBreak?> rules)
    {
        var doubts = new List<RuleBreak>();
        if (RuleBreaks.FirstError(rules, doubts.Add) is { } broken)
            return DryRunAnswer.Refused(new(kind, broken.RuleId, broken.Message, broken.Remedy));
        return doubts.Count == 0
            ? DryRunAnswer.NoDryRun
            : DryRunAnswer.NoDryRun with { Message = $"{string.Join(' ', doubts.Select(d => d.Message))} AWS has no dry run here; the call itself would tell." };
    }

    private static AddressFamily Family(string? wire) => AddressFamilies.TryParse(wire, out var family) ? family : AddressFamily.Unspecified;

    private static IEnumerable<BGPPeer> Live(VirtualInterface virtualInterface) =>
        (virtualInterface.BgpPeers ?? []).Where(p => !BgpPeerStates.Table.IsEnded(p.BgpPeerState));

    // One peer per address family is live at a time; the newest with this ASN is the one asked for where AWS allows two.
    private static BGPPeer? Find(VirtualInterface virtualInterface, NewBGPPeer wanted) => Live(virtualInterface).LastOrDefault(p =>
        string.Equals(p.AddressFamily, wanted.AddressFamily, StringComparison.OrdinalIgnoreCase)
        && AsnOf(p.Asn, p.AsnLong) == AsnOf(wanted.Asn, wanted.AsnLong)
        && (wanted.CustomerAddress is null || string.Equals(p.CustomerAddress, wanted.CustomerAddress, StringComparison.OrdinalIgnoreCase)));

    private static bool IsNamedBy(BGPPeer peer, DeleteBGPPeerRequest request) => request.BgpPeerId is { } id
        ? string.Equals(peer.BgpPeerId, id, StringComparison.OrdinalIgnoreCase)
        : AsnOf(peer.Asn, peer.AsnLong) == AsnOf(request.Asn, request.AsnLong) && string.Equals(peer.CustomerAddress, request.CustomerAddress, StringComparison.OrdinalIgnoreCase);

    // What was made with asnLong is described with asn = 0.
    public static long? AsnOf(int? asn, long? asnLong) => asnLong is > 0 ? asnLong : asn is > 0 ? asn : null;
}
