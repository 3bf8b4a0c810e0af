using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.DirectConnect;

/// <summary>BGP peers of virtual interfaces: added and removed.</summary>
internal static class BgpPeers
{
    /// <summary>Adds these operations.</summary>
    public static Operations OnBgpPeers(this Operations operations) => operations
        .On<CreateBGPPeerRequest, CreateBGPPeerResponse>(Create)
        .On<DeleteBGPPeerRequest, DeleteBGPPeerResponse>(Delete);

    private static CreateBGPPeerResponse Create(Call call, CreateBGPPeerRequest request)
    {
        var vif = VirtualInterfaces.GetOwned(call, request.VirtualInterfaceId);
        var asked = request.NewBGPPeer ?? throw Dx.Client("newBGPPeer is required.");
        var session = new SessionRequest(asked.Asn, asked.AsnLong, asked.AuthKey, asked.AmazonAddress, asked.CustomerAddress, asked.AddressFamily);
        var type = VirtualInterfaces.TypeOf(vif);
        var family = BgpSessions.Check(type, session);
        var carrier = Connections.FindCarrier(call, vif.ConnectionId);
        var existing = vif.Peers.Where(peer => peer.IsLive(call.Now)).ToList();
        Dx.Require(DxBgpPeerRules.CheckAdd(vif.Id, family, existing.Select(FamilyOf), carrier?.HasLogicalRedundancy == true));
        call.Permit(vif.Id);
        vif.Peers.Add(BgpSessions.New(call, type, session, family, carrier, isWaiting: vif.StateAt(call.Now) == VirtualInterfaceStates.Confirming));
        return new CreateBGPPeerResponse { VirtualInterface = VirtualInterfaces.Shape(call, vif) };
    }

    private static DeleteBGPPeerResponse Delete(Call call, DeleteBGPPeerRequest request)
    {
        var vif = VirtualInterfaces.GetOwned(call, request.VirtualInterfaceId);
        var asn = request.AsnLong ?? request.Asn;
        Dx.Require(DxBgpPeerRules.CheckSelector(request.BgpPeerId, asn, request.CustomerAddress));
        var existing = vif.Peers.FindAll(peer => peer.IsLive(call.Now));
        var peer = existing.Find(peer => request.BgpPeerId is { } id ? peer.Id == id : peer.Asn == asn && IsSame(peer.CustomerAddress, request.CustomerAddress))
            ?? throw Dx.Client($"BGP Peer {request.BgpPeerId ?? request.CustomerAddress} does not exist on virtual interface {vif.Id}.");
        if (existing.Count == 1)
            throw Dx.Client(DxBgpPeerRules.LastPeerMessage);
        call.Permit(vif.Id, peer.Id);
        peer.Life.Enter(call.Now, BgpPeerStates.Deleting, (call.After(Delay.BgpPeer), BgpPeerStates.Deleted));
        return new DeleteBGPPeerResponse { VirtualInterface = VirtualInterfaces.Shape(call, vif) };
    }

    private static System.Net.Sockets.AddressFamily FamilyOf(BgpPeerRecord peer) => AddressFamilies.TryParse(peer.AddressFamily, out var family) ? family : default;

    // Written with or without the prefix length, it is the same address.
    private static bool IsSame(string? one, string? other) => BgpPeerAddresses.TryRead(one, out var first) && BgpPeerAddresses.TryRead(other, out var second) && first.Equals(second);
}
