using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.DirectConnect;

/// <summary>What a request says of a new virtual interface; it comes in six shapes.</summary>
internal sealed record VirtualInterfaceRequest(
    VirtualInterfaceType Type, string? Name, int? Vlan, SessionRequest Session, int? Mtu, string? VirtualGatewayId, string? DirectConnectGatewayId,
    List<RouteFilterPrefix>? Prefixes, List<Tag>? Tags, bool SiteLink);

/// <summary>Virtual interfaces: made, allocated for others, confirmed, changed, deleted.</summary>
internal static class VirtualInterfaces
{
    private const int UsualMtu = 1500;
    private const long PublicAmazonAsn = 7224;
    private const long PrivateAmazonAsn = 64512;

    /// <summary>Adds these operations.</summary>
    public static Operations OnVirtualInterfaces(this Operations operations) => operations
        .On<CreatePrivateVirtualInterfaceRequest, CreatePrivateVirtualInterfaceResponse>((call, request) => Create(call, request.ConnectionId, Asked(request.NewPrivateVirtualInterface)).ToCreatePrivateVirtualInterfaceResponse())
        .On<CreatePublicVirtualInterfaceRequest, CreatePublicVirtualInterfaceResponse>((call, request) => Create(call, request.ConnectionId, Asked(request.NewPublicVirtualInterface)).ToCreatePublicVirtualInterfaceResponse())
        .On<CreateTransitVirtualInterfaceRequest, CreateTransitVirtualInterfaceResponse>((call, request) => new() { VirtualInterface = Create(call, request.ConnectionId, Asked(request.NewTransitVirtualInterface)) })
        .On<AllocatePrivateVirtualInterfaceRequest, AllocatePrivateVirtualInterfaceResponse>((call, request) => Allocate(call, request.ConnectionId, request.OwnerAccount, Asked(request.NewPrivateVirtualInterfaceAllocation)).ToAllocatePrivateVirtualInterfaceResponse())
        .On<AllocatePublicVirtualInterfaceRequest, AllocatePublicVirtualInterfaceResponse>((call, request) => Allocate(call, request.ConnectionId, request.OwnerAccount, Asked(request.NewPublicVirtualInterfaceAllocation)).ToAllocatePublicVirtualInterfaceResponse())
        .On<AllocateTransitVirtualInterfaceRequest, AllocateTransitVirtualInterfaceResponse>((call, request) => new() { VirtualInterface = Allocate(call, request.ConnectionId, request.OwnerAccount, Asked(request.NewTransitVirtualInterfaceAllocation)) })
        .On<ConfirmPrivateVirtualInterfaceRequest, ConfirmPrivateVirtualInterfaceResponse>((call, request) => new() { VirtualInterfaceState = Confirm(call, request.VirtualInterfaceId, VirtualInterfaceType.Private, request.VirtualGatewayId, request.DirectConnectGatewayId) })
        .On<ConfirmPublicVirtualInterfaceRequest, ConfirmPublicVirtualInterfaceResponse>((call, request) => new() { VirtualInterfaceState = Confirm(call, request.VirtualInterfaceId, VirtualInterfaceType.Public, null, null) })
        .On<ConfirmTransitVirtualInterfaceRequest, ConfirmTransitVirtualInterfaceResponse>((call, request) => new() { VirtualInterfaceState = Confirm(call, request.VirtualInterfaceId, VirtualInterfaceType.Transit, null, request.DirectConnectGatewayId) })
        .On<UpdateVirtualInterfaceAttributesRequest, UpdateVirtualInterfaceAttributesResponse>((call, request) => Update(call, request).ToUpdateVirtualInterfaceAttributesResponse())
        .On<AssociateVirtualInterfaceRequest, AssociateVirtualInterfaceResponse>((call, request) => Associate(call, request).ToAssociateVirtualInterfaceResponse())
        .On<DeleteVirtualInterfaceRequest, DeleteVirtualInterfaceResponse>(Delete)
        .On<DescribeVirtualInterfacesRequest, DescribeVirtualInterfacesResponse>(Describe);

    /// <summary>A virtual interface that a request names and the caller can see.</summary>
    public static VirtualInterfaceRecord Get(Call call, string? id) => Dx.Get(call, call.Network.VirtualInterfaces, id, "Virtual interface");

    /// <summary>A virtual interface that the caller may change: it is the caller's own and not on its way out.</summary>
    public static VirtualInterfaceRecord GetOwned(Call call, string? id)
    {
        var vif = Get(call, id);
        if (vif.Account != call.Account)
            throw Dx.Client($"Account {call.Account} is not authorized to change virtual interface {vif.Id}.");
        return vif.IsLive(call.Now) ? vif : throw Dx.Client($"Virtual interface {vif.Id} is in state {vif.StateAt(call.Now)}.");
    }

    /// <summary>The type that a record has.</summary>
    public static VirtualInterfaceType TypeOf(VirtualInterfaceRecord vif) => Enum.Parse<VirtualInterfaceType>(vif.Type, ignoreCase: true);

    /// <summary>The state with what the BGP sessions and tests add to it: a virtual interface without a session is down.</summary>
    public static string StateOf(Call call, VirtualInterfaceRecord vif)
    {
        var state = vif.StateAt(call.Now);
        if (state != VirtualInterfaceStates.Available)
            return state;
        if (call.Network.FailoverTests.In(vif.Home).Exists(test => test.VirtualInterfaceId == vif.Id && test.IsRunning(call.Now)))
            return VirtualInterfaceStates.Testing;
        return vif.Peers.TrueForAll(peer => !peer.IsLive(call.Now) || BgpSessions.IsBlocked(call, vif, peer)) ? VirtualInterfaceStates.Down : state;
    }

    private static VirtualInterfaceRequest Asked(NewPrivateVirtualInterface? asked) => asked is null ? throw Missing("newPrivateVirtualInterface") : new(
        VirtualInterfaceType.Private, asked.VirtualInterfaceName, asked.Vlan, new SessionRequest(asked.Asn, asked.AsnLong, asked.AuthKey, asked.AmazonAddress, asked.CustomerAddress, asked.AddressFamily),
        asked.Mtu, asked.VirtualGatewayId, asked.DirectConnectGatewayId, null, asked.Tags, asked.EnableSiteLink == true);

    private static VirtualInterfaceRequest Asked(NewPublicVirtualInterface? asked) => asked is null ? throw Missing("newPublicVirtualInterface") : new(
        VirtualInterfaceType.Public, asked.VirtualInterfaceName, asked.Vlan, new SessionRequest(asked.Asn, asked.AsnLong, asked.AuthKey, asked.AmazonAddress, asked.CustomerAddress, asked.AddressFamily),
        null, null, null, asked.RouteFilterPrefixes ?? [], asked.Tags, false);

    private static VirtualInterfaceRequest Asked(NewTransitVirtualInterface? asked) => asked is null ? throw Missing("newTransitVirtualInterface") : new(
        VirtualInterfaceType.Transit, asked.VirtualInterfaceName, asked.Vlan, new SessionRequest(asked.Asn, asked.AsnLong, asked.AuthKey, asked.AmazonAddress, asked.CustomerAddress, asked.AddressFamily),
        asked.Mtu, null, asked.DirectConnectGatewayId, null, asked.Tags, asked.EnableSiteLink == true);

    private static VirtualInterfaceRequest Asked(NewPrivateVirtualInterfaceAllocation? asked) => asked is null ? throw Missing("newPrivateVirtualInterfaceAllocation") : new(
        VirtualInterfaceType.Private, asked.VirtualInterfaceName, asked.Vlan, new SessionRequest(asked.Asn, asked.AsnLong, asked.AuthKey, asked.AmazonAddress, asked.CustomerAddress, asked.AddressFamily),
        asked.Mtu, null, null, null, asked.Tags, false);

    private static VirtualInterfaceRequest Asked(NewPublicVirtualInterfaceAllocation? asked) => asked is null ? throw Missing("newPublicVirtualInterfaceAllocation") : new(
        VirtualInterfaceType.Public, asked.VirtualInterfaceName, asked.Vlan, new SessionRequest(asked.Asn, asked.AsnLong, asked.AuthKey, asked.AmazonAddress, asked.CustomerAddress, asked.AddressFamily),
        null, null, null, asked.RouteFilterPrefixes ?? [], asked.Tags, false);

    private static VirtualInterfaceRequest Asked(NewTransitVirtualInterfaceAllocation? asked) => asked is null ? throw Missing("newTransitVirtualInterfaceAllocation") : new(
        VirtualInterfaceType.Transit, asked.VirtualInterfaceName, asked.Vlan, new SessionRequest(asked.Asn, asked.AsnLong, asked.AuthKey, asked.AmazonAddress, asked.CustomerAddress, asked.AddressFamily),
        asked.Mtu, null, null, null, asked.Tags, false);

    private static ServiceException Missing(string member) => Dx.Client($"{member} is required.");

    private static VirtualInterface Create(Call call, string? connectionId, VirtualInterfaceRequest request)
    {
        var carrier = Connections.GetCarrier(call, connectionId);
        if (request.Type == VirtualInterfaceType.Private)
            Dx.Require(DxVirtualInterfaceRules.CheckPrivateGateway(request.VirtualGatewayId, request.DirectConnectGatewayId));
        if (request.Type == VirtualInterfaceType.Transit && request.DirectConnectGatewayId is null)
            throw Missing("directConnectGatewayId");
        var asn = CheckGateways(call, request.Type, request.VirtualGatewayId, request.DirectConnectGatewayId);
        return Shape(call, Make(call, carrier, request, call.Account, asn, isHosted: false));
    }

    private static VirtualInterface Allocate(Call call, string? connectionId, string? owner, VirtualInterfaceRequest request)
    {
        var carrier = Connections.GetCarrier(call, connectionId);
        Dx.Require(AccountIds.Check(owner, "ownerAccount"));
        if (DxVirtualInterfaceRules.CheckAllocation(owner!, carrier.Account) is not null)
            throw Dx.Client(DxVirtualInterfaceRules.AllocateToSelfMessage);
        return Shape(call, Make(call, carrier, request, owner!, request.Type == VirtualInterfaceType.Public ? PublicAmazonAsn : PrivateAmazonAsn, isHosted: true));
    }

    private static VirtualInterfaceRecord Make(Call call, Carrier carrier, VirtualInterfaceRequest request, string owner, long amazonAsn, bool isHosted)
    {
        Dx.Require(DxVirtualInterfaceRules.CheckName(request.Name, "virtualInterfaceName"));
        var vlan = request.Vlan ?? throw Missing("vlan");
        Dx.Require(Vlans.Check(vlan, "vlan"));
        if (request.Mtu is { } mtu)
            Dx.Require(Mtus.Check(mtu, "mtu"));
        var family = BgpSessions.Check(request.Type, request.Session);
        var prefixes = request.Prefixes?.ConvertAll(prefix => prefix.Cidr);
        Dx.Require(RouteFilterPrefixes.Check(request.Type, family, prefixes, "routeFilterPrefixes"));
        if (carrier.State is "deleting" or "deleted" or "rejected")
            throw Dx.Client($"{carrier.Noun} {carrier.Id} is in state {carrier.State}.");
        CheckRoom(call, carrier, request.Type, vlan);
        var tags = Dx.ReadTags(request.Tags);
        call.Permit(carrier.Id, request.DirectConnectGatewayId, request.VirtualGatewayId);

        var vif = call.Network.Add(call.Network.VirtualInterfaces, new VirtualInterfaceRecord
        {
            Id = NewIds.DirectConnect("vif"),
            Account = owner,
            Region = call.Region,
            Created = call.Now,
            Life = isHosted ? Timeline.Start(call.Now, VirtualInterfaceStates.Confirming) : Begin(call, request.Type),
            Type = request.Type.ToString().ToLowerInvariant(),
            ConnectionId = carrier.Id,
            ConnectionOwner = carrier.Account,
            Location = carrier.Location,
            Name = request.Name!,
            Vlan = vlan,
            AmazonSideAsn = amazonAsn,
            Mtu = request.Mtu ?? UsualMtu,
            VirtualGatewayId = request.VirtualGatewayId,
            DirectConnectGatewayId = request.DirectConnectGatewayId,
            RouteFilterPrefixes = prefixes?.ConvertAll(prefix => prefix!) ?? [],
            SiteLinkEnabled = request.SiteLink,
            AwsDevice = carrier.AwsDevice,
            AwsLogicalDeviceId = carrier.AwsLogicalDevice,
            Peers = [BgpSessions.New(call, request.Type, request.Session, family, carrier, isWaiting: isHosted)],
        });
        Dx.Tag(call, vif.Home, vif.Id, tags);
        return vif;
    }

    private static void CheckRoom(Call call, Carrier carrier, VirtualInterfaceType type, int vlan)
    {
        var others = call.Network.VirtualInterfaces.All.Where(vif => vif.ConnectionId == carrier.Id && vif.IsLive(call.Now)).ToList();
        Dx.Require(Vlans.CheckFree(vlan, others.Select(vif => (long)vif.Vlan), carrier.Id));
        var transit = others.Count(vif => vif.Type == "transit");
        Dx.Require(carrier.IsHosted ? Quotas.VirtualInterfacesPerHostedConnection.Check(others.Count, carrier.Id)
            : type == VirtualInterfaceType.Transit ? Quotas.TransitInterfacesPerDedicatedConnection.Check(transit, carrier.Id)
            : Quotas.VirtualInterfacesPerDedicatedConnection.Check(others.Count - transit, carrier.Id));
    }

    // The gateways must be there and the caller's; the Amazon side's ASN comes from them.
    private static long CheckGateways(Call call, VirtualInterfaceType type, string? virtualGateway, string? directConnectGateway)
    {
        if (virtualGateway is not null)
            Dx.Get(call, call.Network.VirtualGateways, virtualGateway, "Virtual gateway");
        if (directConnectGateway is null)
            return type == VirtualInterfaceType.Public ? PublicAmazonAsn : PrivateAmazonAsn;
        var gateway = Gateways.GetLive(call, directConnectGateway);
        var other = type == VirtualInterfaceType.Transit ? "private" : "transit";
        if (call.Network.VirtualInterfaces.All.Any(vif => vif.DirectConnectGatewayId == gateway.Id && vif.Type == other && vif.IsLive(call.Now)))
            throw Dx.Client($"Direct Connect gateway {gateway.Id} has {other} virtual interfaces and can't take one of another type.");
        return gateway.AmazonSideAsn;
    }

    private static Timeline Begin(Call call, VirtualInterfaceType type)
    {
        var after = call.After(Delay.VirtualInterface);
        return type == VirtualInterfaceType.Public
            ? Timeline.Start(call.Now, VirtualInterfaceStates.Verifying, (after, VirtualInterfaceStates.Pending), (after, VirtualInterfaceStates.Available))
            : Timeline.Start(call.Now, VirtualInterfaceStates.Pending, (after, VirtualInterfaceStates.Available));
    }

    private static string Confirm(Call call, string? id, VirtualInterfaceType type, string? virtualGateway, string? directConnectGateway)
    {
        var vif = GetOwned(call, id);
        if (TypeOf(vif) != type)
            throw Dx.Client($"Virtual interface {vif.Id} is {vif.Type}, not {type.ToString().ToLowerInvariant()}.");
        Dx.Require(VirtualInterfaceStates.Table.CheckAction(vif.Id, vif.StateAt(call.Now), StateActions.Confirm, StateActor.Accepter));
        if (type == VirtualInterfaceType.Private)
            Dx.Require(DxVirtualInterfaceRules.CheckPrivateGateway(virtualGateway, directConnectGateway));
        if (type == VirtualInterfaceType.Transit && directConnectGateway is null)
            throw Missing("directConnectGatewayId");
        var asn = CheckGateways(call, type, virtualGateway, directConnectGateway);
        call.Permit(vif.Id, virtualGateway, directConnectGateway);
        vif.VirtualGatewayId = virtualGateway;
        vif.DirectConnectGatewayId = directConnectGateway;
        vif.AmazonSideAsn = asn;
        Follow(vif.Life, Begin(call, type), call.Now);
        foreach (var peer in vif.Peers)
            Follow(peer.Life, BgpSessions.Begin(call, type), call.Now);
        return vif.StateAt(call.Now);
    }

    private static void Follow(Timeline life, Timeline next, DateTimeOffset now)
    {
        life.Phases.RemoveAll(phase => phase.At >= now);
        life.Phases.AddRange(next.Phases);
    }

    private static VirtualInterface Update(Call call, UpdateVirtualInterfaceAttributesRequest request)
    {
        var vif = GetOwned(call, request.VirtualInterfaceId);
        if (request.Mtu is null && request.EnableSiteLink is null && request.VirtualInterfaceName is null)
            throw Dx.Client("One of mtu, enableSiteLink and virtualInterfaceName is required.");
        if (request.Mtu is { } mtu)
        {
            Dx.Require(Mtus.Check(mtu, "mtu"));
            if (vif.Type == "public")
                throw Dx.Client($"The MTU of public virtual interface {vif.Id} can't change.");
        }
        if (request.EnableSiteLink == true && vif.DirectConnectGatewayId is null)
            throw Dx.Client($"SiteLink needs a Direct Connect gateway; virtual interface {vif.Id} has none.");
        if (request.VirtualInterfaceName is not null)
            Dx.Require(DxVirtualInterfaceRules.CheckName(request.VirtualInterfaceName, "virtualInterfaceName"));
        call.Permit(vif.Id);
        vif.Mtu = request.Mtu ?? vif.Mtu;
        vif.SiteLinkEnabled = request.EnableSiteLink ?? vif.SiteLinkEnabled;
        vif.Name = request.VirtualInterfaceName ?? vif.Name;
        return Shape(call, vif);
    }

    private static VirtualInterface Associate(Call call, AssociateVirtualInterfaceRequest request)
    {
        var vif = GetOwned(call, request.VirtualInterfaceId);
        var carrier = Connections.GetCarrier(call, request.ConnectionId);
        if (vif.ConnectionId != carrier.Id)
            CheckRoom(call, carrier, TypeOf(vif), vif.Vlan);
        call.Permit(vif.Id, carrier.Id);
        vif.ConnectionId = carrier.Id;
        vif.ConnectionOwner = carrier.Account;
        vif.Location = carrier.Location;
        vif.AwsDevice = carrier.AwsDevice;
        vif.AwsLogicalDeviceId = carrier.AwsLogicalDevice;
        return Shape(call, vif);
    }

    // The owner of a hosted one that isn't confirmed rejects it; anyone else who may delete, deletes.
    private static DeleteVirtualInterfaceResponse Delete(Call call, DeleteVirtualInterfaceRequest request)
    {
        var vif = Get(call, request.VirtualInterfaceId);
        if (!vif.IsLive(call.Now))
            throw Dx.Client($"Virtual interface {vif.Id} is in state {vif.StateAt(call.Now)}.");
        var rejects = vif.StateAt(call.Now) == VirtualInterfaceStates.Confirming && vif.Account == call.Account;
        call.Permit(vif.Id);
        var after = call.After(Delay.VirtualInterface);
        if (rejects)
            vif.Life.Enter(call.Now, VirtualInterfaceStates.Rejected);
        else
            vif.Life.Enter(call.Now, VirtualInterfaceStates.Deleting, (after, VirtualInterfaceStates.Deleted));
        foreach (var peer in vif.Peers.Where(peer => peer.IsLive(call.Now)))
            peer.Life.Enter(call.Now, BgpPeerStates.Deleting, (after, BgpPeerStates.Deleted));
        return new DeleteVirtualInterfaceResponse { VirtualInterfaceState = vif.StateAt(call.Now) };
    }

    private static DescribeVirtualInterfacesResponse Describe(Call call, DescribeVirtualInterfacesRequest request)
    {
        if (request.VirtualInterfaceId is not null)
            Get(call, request.VirtualInterfaceId);
        var page = Dx.Page(call, call.Network.VirtualInterfaces.In(call.Place),
            vif => vif.Places.Contains(call.Place) && (request.VirtualInterfaceId is null || vif.Id == request.VirtualInterfaceId) && (request.ConnectionId is null || vif.ConnectionId == request.ConnectionId),
            request.MaxResults, request.NextToken);
        return new DescribeVirtualInterfacesResponse { VirtualInterfaces = page.Items.ConvertAll(vif => Shape(call, vif)), NextToken = page.NextToken };
    }

    /// <summary>A virtual interface as the API shows it. Its own session values are those of its first BGP peer.</summary>
    public static VirtualInterface Shape(Call call, VirtualInterfaceRecord vif)
    {
        var peers = vif.Peers.FindAll(peer => peer.Life.StateAt(call.Now) != BgpPeerStates.Deleted || !vif.IsLive(call.Now));
        var first = peers.Find(peer => peer.IsLive(call.Now)) ?? peers.FirstOrDefault();
        return new VirtualInterface
        {
            VirtualInterfaceId = vif.Id,
            VirtualInterfaceName = vif.Name,
            VirtualInterfaceType = vif.Type,
            VirtualInterfaceState = StateOf(call, vif),
            OwnerAccount = vif.Account,
            Region = vif.Region,
            Location = vif.Location,
            ConnectionId = vif.ConnectionId,
            Vlan = vif.Vlan,
            Asn = first is null ? null : first.IsLongAsn ? 0 : (int)first.Asn,
            AsnLong = first?.Asn,
            AmazonSideAsn = vif.AmazonSideAsn,
            AuthKey = first?.AuthKey.Reveal(),
            AmazonAddress = first?.AmazonAddress,
            CustomerAddress = first?.CustomerAddress,
            AddressFamily = first?.AddressFamily,
            CustomerRouterConfig = RouterConfigurations.Xml(vif, peers),
            Mtu = vif.Mtu,
            JumboFrameCapable = vif.Type != "public",
            VirtualGatewayId = vif.VirtualGatewayId ?? "",
            DirectConnectGatewayId = vif.DirectConnectGatewayId,
            RouteFilterPrefixes = vif.RouteFilterPrefixes.ConvertAll(prefix => new RouteFilterPrefix { Cidr = prefix }),
            BgpPeers = peers.ConvertAll(peer => Shape(call, vif, peer)),
            AwsDeviceV2 = vif.AwsDevice,
            AwsLogicalDeviceId = vif.AwsLogicalDeviceId,
            SiteLinkEnabled = vif.SiteLinkEnabled,
            Tags = Dx.TagsOf(call, vif.Home, vif.Id),
        };
    }

    private static BGPPeer Shape(Call call, VirtualInterfaceRecord vif, BgpPeerRecord peer) => new()
    {
        BgpPeerId = peer.Id,
        Asn = peer.IsLongAsn ? 0 : (int)peer.Asn,
        AsnLong = peer.Asn,
        AuthKey = peer.AuthKey.Reveal(),
        AddressFamily = peer.AddressFamily,
        AmazonAddress = peer.AmazonAddress,
        CustomerAddress = peer.CustomerAddress,
        BgpPeerState = peer.Life.StateAt(call.Now),
        BgpStatus = BgpSessions.StatusOf(call, vif, peer),
        AwsDeviceV2 = peer.AwsDevice,
        AwsLogicalDeviceId = peer.AwsLogicalDeviceId,
    };
}
