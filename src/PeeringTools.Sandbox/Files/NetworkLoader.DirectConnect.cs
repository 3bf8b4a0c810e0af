using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Files;

/// <content>Direct Connect.</content>
internal sealed partial class NetworkLoader
{
    /// <summary>describe-lags.</summary>
    public void LoadLag(LoadedItem item)
    {
        var lag = item.As<Lag>();
        var id = item.Id(ResourceKind.DxLag, lag.LagId, "lagId");
        var record = Add(item, Network.Lags, new LagRecord
        {
            Id = id,
            Account = item.Account(lag.OwnerAccount, "ownerAccount", Settings),
            Region = item.Region(lag.Region, "region", Settings),
            Created = LongAgo,
            Shape = lag,
        }, "lagId");
        AddTags(record.Home, id, lag.Tags);
    }

    /// <summary>describe-connections.</summary>
    public void LoadConnection(LoadedItem item)
    {
        var connection = item.As<Connection>();
        var id = item.Id(ResourceKind.DxConnection, connection.ConnectionId, "connectionId");
        var record = Add(item, Network.DxConnections, new DxConnectionRecord
        {
            Id = id,
            Account = item.Account(connection.OwnerAccount, "ownerAccount", Settings),
            Region = item.Region(connection.Region, "region", Settings),
            Created = LongAgo,
            Life = Life(item.Require(connection.ConnectionState, "connectionState"), LongAgo),
            Shape = connection,
        }, "connectionId");
        AddTags(record.Home, id, connection.Tags);
    }

    /// <summary>describe-virtual-gateways.</summary>
    public void LoadVirtualGateway(LoadedItem item)
    {
        var gateway = item.As<VirtualGateway>();
        var place = item.Place(null, "", Settings);
        Add(item, Network.VirtualGateways, new VirtualGatewayRecord
        {
            Id = item.Id(ResourceKind.VirtualGateway, gateway.VirtualGatewayId, "virtualGatewayId"),
            Account = place.Account,
            Region = place.Region,
            Created = LongAgo,
            State = gateway.VirtualGatewayState ?? "available",
        }, "virtualGatewayId");
    }

    /// <summary>describe-direct-connect-gateways. Every Region's output holds the same ones.</summary>
    public void LoadDxGateway(LoadedItem item)
    {
        var gateway = item.As<DirectConnectGateway>();
        var id = item.Id(ResourceKind.DxGateway, gateway.DirectConnectGatewayId, "directConnectGatewayId");
        if (Network.DxGateways.TryGet(id, out _))
            return;
        var record = Network.Add(Network.DxGateways, new DxGatewayRecord
        {
            Id = id,
            Account = item.Account(gateway.OwnerAccount, "ownerAccount", Settings),
            Region = Place.GlobalRegion,
            Created = LongAgo,
            Life = Life(gateway.DirectConnectGatewayState ?? "available", LongAgo),
            Name = gateway.DirectConnectGatewayName ?? id,
            AmazonSideAsn = item.Require(gateway.AmazonSideAsn, "amazonSideAsn"),
        });
        AddTags(record.Home, id, gateway.Tags);
    }

    /// <summary>describe-direct-connect-gateway-associations.</summary>
    public void LoadDxGatewayAssociation(LoadedItem item)
    {
        var association = item.As<DirectConnectGatewayAssociation>();
        var id = item.Require(association.AssociationId, "associationId");
        if (Network.DxGatewayAssociations.TryGet(id, out _))
            return;
        var gatewayId = item.Id(ResourceKind.DxGateway, association.DirectConnectGatewayId, "directConnectGatewayId");
        var gateway = association.AssociatedGateway ?? throw item.Wrong("associatedGateway", "is missing.");
        var associated = item.Require(gateway.Id, "associatedGateway.id");
        Network.Add(Network.DxGatewayAssociations, new DxGatewayAssociationRecord
        {
            Id = id,
            Account = item.Account(association.DirectConnectGatewayOwnerAccount, "directConnectGatewayOwnerAccount", Settings),
            Region = Place.GlobalRegion,
            Created = LongAgo,
            Life = Life(association.AssociationState ?? "associated", LongAgo),
            GatewayId = gatewayId,
            AssociatedGatewayId = associated,
            AssociatedGatewayType = item.Require(gateway.Type, "associatedGateway.type"),
            AssociatedGatewayOwner = item.Account(gateway.OwnerAccount, "associatedGateway.ownerAccount", Settings),
            AssociatedGatewayRegion = item.Region(gateway.Region, "associatedGateway.region", Settings),
            AllowedPrefixes = [.. (association.AllowedPrefixesToDirectConnectGateway ?? []).Select(prefix => prefix.Cidr ?? "")],
            AttachmentId = Network.TgwAttachments.All.FirstOrDefault(attachment => attachment.ResourceId == gatewayId && attachment.TransitGatewayId == associated)?.Id,
        });
    }

    /// <summary>describe-virtual-interfaces. The owner of the connection and that of the virtual interface both describe a hosted one.</summary>
    public void LoadVirtualInterface(LoadedItem item)
    {
        var vif = item.As<VirtualInterface>();
        var id = item.Id(ResourceKind.DxVirtualInterface, vif.VirtualInterfaceId, "virtualInterfaceId");
        var owner = item.Account(vif.OwnerAccount, "ownerAccount", Settings);
        var connection = item.Require(vif.ConnectionId, "connectionId");
        if (Network.VirtualInterfaces.TryGet(id, out var known) && item.File.Account is { } viewer && known.Places.Any(place => place.Account == viewer) && known.Account != known.ConnectionOwner)
            return;
        var type = item.Require(vif.VirtualInterfaceType, "virtualInterfaceType");
        if (!Enum.TryParse<VirtualInterfaceType>(type, ignoreCase: true, out _))
            throw item.Wrong("virtualInterfaceType", $"'{type}' isn't a type of virtual interface; allowed is private, public or transit.");
        var vlan = item.Require(vif.Vlan, "vlan");
        item.Check(Vlans.Check(vlan, "vlan"), "vlan");
        var state = item.Require(vif.VirtualInterfaceState, "virtualInterfaceState");
        var record = Add(item, Network.VirtualInterfaces, new VirtualInterfaceRecord
        {
            Id = id,
            Account = owner,
            Region = item.Region(vif.Region, "region", Settings),
            Created = LongAgo,
            // Whether it is up follows from its BGP peers, and whether it is tested from its tests.
            Life = Life(state is VirtualInterfaceStates.Down or VirtualInterfaceStates.Testing ? VirtualInterfaceStates.Available : state, LongAgo),
            Type = type,
            ConnectionId = connection,
            ConnectionOwner = Network.DxConnections.TryGet(connection, out var carrier) ? carrier.Account : Network.Lags.TryGet(connection, out var lag) ? lag.Account : owner,
            Location = vif.Location ?? carrier?.Shape.Location ?? "",
            Name = vif.VirtualInterfaceName ?? id,
            Vlan = vlan,
            AmazonSideAsn = vif.AmazonSideAsn ?? 64512,
            Mtu = vif.Mtu ?? 1500,
            VirtualGatewayId = vif.VirtualGatewayId is { Length: > 0 } gateway ? gateway : null,
            DirectConnectGatewayId = vif.DirectConnectGatewayId is { Length: > 0 } direct ? direct : null,
            RouteFilterPrefixes = [.. (vif.RouteFilterPrefixes ?? []).Select(prefix => prefix.Cidr ?? "")],
            SiteLinkEnabled = vif.SiteLinkEnabled ?? false,
            AwsDevice = vif.AwsDeviceV2,
            AwsLogicalDeviceId = vif.AwsLogicalDeviceId,
        }, "virtualInterfaceId");
        var peers = vif.BgpPeers ?? [];
        for (var i = 0; i < peers.Count; i++)
            record.Peers.Add(PeerOf(item, peers[i], state, $"bgpPeers[{i}]."));
        if (peers.Count == 0)
        {
            record.Peers.Add(PeerOf(item, new BGPPeer
            {
                BgpPeerId = "dxpeer-" + NewIds.Derived("", id)[1..9],
                Asn = vif.Asn,
                AsnLong = vif.AsnLong,
                AuthKey = vif.AuthKey,
                AddressFamily = vif.AddressFamily,
                AmazonAddress = vif.AmazonAddress,
                CustomerAddress = vif.CustomerAddress,
            }, state, ""));
        }
        AddTags(record.Home, id, vif.Tags);
    }

    private BgpPeerRecord PeerOf(LoadedItem item, BGPPeer peer, string vifState, string at)
    {
        var isLong = peer.Asn is null or 0;
        var asn = item.Require(isLong ? peer.AsnLong : peer.Asn, at + (isLong ? "asnLong" : "asn"));
        item.Check(Asns.Check(asn, AsnUse.DirectConnect, at + "asn"), at + "asn");
        if (peer.AddressFamily is not null)
            item.Check(AddressFamilies.Check(peer.AddressFamily, at + "addressFamily"), at + "addressFamily");
        return new BgpPeerRecord
        {
            Id = item.Id(ResourceKind.DxBgpPeer, peer.BgpPeerId, at + "bgpPeerId"),
            Asn = asn,
            IsLongAsn = isLong,
            // A file with its keys taken out is as good: the sandbox makes new ones.
            AuthKey = peer.AuthKey is { Length: >= BgpAuthKeys.Shortest } key ? new Secret(key) : Secret.New(),
            AddressFamily = peer.AddressFamily ?? "ipv4",
            AmazonAddress = peer.AmazonAddress,
            CustomerAddress = peer.CustomerAddress,
            Life = Life(peer.BgpPeerState ?? BgpPeerStates.Available, LongAgo),
            CanComeUp = vifState != VirtualInterfaceStates.Down && (peer.BgpStatus != BgpPeerStates.StatusDown || peer.BgpPeerState != BgpPeerStates.Available),
            AwsDevice = peer.AwsDeviceV2,
            AwsLogicalDeviceId = peer.AwsLogicalDeviceId,
        };
    }
}
