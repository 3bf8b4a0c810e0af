using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.Ec2;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.DirectConnect;

/// <summary>Direct Connect gateways, what they are associated with and what is attached to them. They belong to an account and are seen from every Region.</summary>
internal static class Gateways
{
    private const long UsualAsn = 64512;
    private const string TransitGateway = "transitGateway";
    private const string VirtualPrivateGateway = "virtualPrivateGateway";

    /// <summary>Adds these operations.</summary>
    public static Operations OnGateways(this Operations operations) => operations
        .On<CreateDirectConnectGatewayRequest, CreateDirectConnectGatewayResponse>(Create)
        .On<UpdateDirectConnectGatewayRequest, UpdateDirectConnectGatewayResponse>(Update)
        .On<DeleteDirectConnectGatewayRequest, DeleteDirectConnectGatewayResponse>(Delete)
        .On<DescribeDirectConnectGatewaysRequest, DescribeDirectConnectGatewaysResponse>(Describe)
        .On<CreateDirectConnectGatewayAssociationRequest, CreateDirectConnectGatewayAssociationResponse>(Associate)
        .On<DeleteDirectConnectGatewayAssociationRequest, DeleteDirectConnectGatewayAssociationResponse>(Disassociate)
        .On<DescribeDirectConnectGatewayAssociationsRequest, DescribeDirectConnectGatewayAssociationsResponse>(DescribeAssociations)
        .On<DescribeDirectConnectGatewayAttachmentsRequest, DescribeDirectConnectGatewayAttachmentsResponse>(DescribeAttachments);

    /// <summary>A gateway of an account, while it lives.</summary>
    public static DxGatewayRecord GetLive(Call call, string? id, string? account = null)
    {
        var gateway = Dx.Get(call, call.Network.DxGateways, id, "Direct Connect gateway", new Place(account ?? call.Account, Place.GlobalRegion));
        return gateway.IsLive(call.Now) ? gateway : throw Dx.Client($"Direct Connect gateway {id} is in state {gateway.StateAt(call.Now)}.");
    }

    private static CreateDirectConnectGatewayResponse Create(Call call, CreateDirectConnectGatewayRequest request)
    {
        Dx.Require(DxVirtualInterfaceRules.CheckName(request.DirectConnectGatewayName, "directConnectGatewayName"));
        if (request.AmazonSideAsn is { } asn)
            Dx.Require(Asns.Check(asn, AsnUse.AmazonSide, "amazonSideAsn"));
        var tags = Dx.ReadTags(request.Tags);
        call.Permit();
        var gateway = call.Network.Add(call.Network.DxGateways, new DxGatewayRecord
        {
            Id = NewIds.Uuid(),
            Account = call.Account,
            Region = Place.GlobalRegion,
            Created = call.Now,
            Life = Timeline.Start(call.Now, "pending", (call.After(Delay.DxGateway), "available")),
            Name = request.DirectConnectGatewayName!,
            AmazonSideAsn = request.AmazonSideAsn ?? UsualAsn,
        });
        Dx.Tag(call, gateway.Home, gateway.Id, tags);
        return new CreateDirectConnectGatewayResponse { DirectConnectGateway = Shape(call, gateway) };
    }

    private static UpdateDirectConnectGatewayResponse Update(Call call, UpdateDirectConnectGatewayRequest request)
    {
        var gateway = GetLive(call, request.DirectConnectGatewayId);
        Dx.Require(DxVirtualInterfaceRules.CheckName(request.NewDirectConnectGatewayName, "newDirectConnectGatewayName"));
        call.Permit(gateway.Id);
        gateway.Name = request.NewDirectConnectGatewayName!;
        return new UpdateDirectConnectGatewayResponse { DirectConnectGateway = Shape(call, gateway) };
    }

    private static DeleteDirectConnectGatewayResponse Delete(Call call, DeleteDirectConnectGatewayRequest request)
    {
        var gateway = GetLive(call, request.DirectConnectGatewayId);
        var isUsed = call.Network.DxGatewayAssociations.In(gateway.Home).Exists(association => association.GatewayId == gateway.Id && association.StateAt(call.Now) != "disassociated")
            || call.Network.VirtualInterfaces.All.Any(vif => vif.DirectConnectGatewayId == gateway.Id && vif.IsLive(call.Now));
        if (isUsed)
            throw Dx.Client($"Direct Connect gateway {gateway.Id} has associations or attached virtual interfaces and can't be deleted in this state.");
        call.Permit(gateway.Id);
        gateway.Life.Enter(call.Now, "deleting", (call.After(Delay.DxGateway), "deleted"));
        return new DeleteDirectConnectGatewayResponse { DirectConnectGateway = Shape(call, gateway) };
    }

    private static DescribeDirectConnectGatewaysResponse Describe(Call call, DescribeDirectConnectGatewaysRequest request)
    {
        var place = call.Place.Global;
        if (request.DirectConnectGatewayId is not null)
            Dx.Get(call, call.Network.DxGateways, request.DirectConnectGatewayId, "Direct Connect gateway", place);
        var page = Dx.Page(call, call.Network.DxGateways.In(place), gateway => request.DirectConnectGatewayId is null || gateway.Id == request.DirectConnectGatewayId, request.MaxResults, request.NextToken, place);
        return new DescribeDirectConnectGatewaysResponse { DirectConnectGateways = page.Items.ConvertAll(gateway => Shape(call, gateway)), NextToken = page.NextToken };
    }

    private static CreateDirectConnectGatewayAssociationResponse Associate(Call call, CreateDirectConnectGatewayAssociationRequest request)
    {
        var gateway = GetLive(call, request.DirectConnectGatewayId);
        if (request.GatewayId is null == request.VirtualGatewayId is null)
            throw Dx.Client("Exactly one of gatewayId and virtualGatewayId is required.");
        var (id, type, home) = Find(call, (request.GatewayId ?? request.VirtualGatewayId)!);
        var others = call.Network.DxGatewayAssociations.In(gateway.Home).FindAll(association => association.GatewayId == gateway.Id && association.StateAt(call.Now) != "disassociated");
        if (others.Exists(association => association.AssociatedGatewayId == id))
            throw Dx.Client($"An association of Direct Connect gateway {gateway.Id} and gateway {id} already exists.");
        if (others.Exists(association => association.AssociatedGatewayType != type))
            throw Dx.Client($"Direct Connect gateway {gateway.Id} is associated with gateways of another type.");
        var prefixes = (request.AddAllowedPrefixesToDirectConnectGateway ?? []).ConvertAll(prefix => prefix.Cidr ?? "");
        foreach (var prefix in prefixes)
            Dx.Require(Cidrs.Check(prefix, "addAllowedPrefixesToDirectConnectGateway"));
        if (type == TransitGateway && prefixes.Count == 0)
            throw Dx.Client("addAllowedPrefixesToDirectConnectGateway is required for a transit gateway.");
        if (type == TransitGateway && call.Network.TransitGateways.TryGet(id, out var transit) && transit.AmazonSideAsn == gateway.AmazonSideAsn)
            throw Dx.Client($"The Amazon side ASN {gateway.AmazonSideAsn} of the Direct Connect gateway and of transit gateway {id} must differ.");
        call.Permit(gateway.Id, id);

        var association = call.Network.Add(call.Network.DxGatewayAssociations, new DxGatewayAssociationRecord
        {
            Id = NewIds.Uuid(),
            Account = call.Account,
            Region = Place.GlobalRegion,
            Created = call.Now,
            Life = Timeline.Start(call.Now, "associating", (call.After(Delay.DxGateway), "associated")),
            GatewayId = gateway.Id,
            AssociatedGatewayId = id,
            AssociatedGatewayType = type,
            AssociatedGatewayOwner = home.Account,
            AssociatedGatewayRegion = home.Region,
            AllowedPrefixes = prefixes,
            AttachmentId = type == TransitGateway ? Attach(call, gateway, id, home).Id : null,
        });
        return new CreateDirectConnectGatewayAssociationResponse { DirectConnectGatewayAssociation = Shape(call, gateway, association) };
    }

    private static TgwAttachmentRecord Attach(Call call, DxGatewayRecord gateway, string transitGatewayId, Place home)
    {
        var attachment = call.Network.Add(call.Network.TgwAttachments, new TgwAttachmentRecord
        {
            Id = NewIds.Ec2("tgw-attach-"),
            Account = home.Account,
            Region = home.Region,
            Created = call.Now,
            Life = Timeline.Start(call.Now, "pending", (call.After(Delay.DxGateway), "available")),
            ResourceType = "direct-connect-gateway",
            ResourceId = gateway.Id,
            Sides = [new AttachmentSide { TransitGatewayId = transitGatewayId, Account = home.Account, Region = home.Region }],
        });
        TgwAttachments.ApplyDefaults(call, attachment);
        return attachment;
    }

    private static (string Id, string Type, Place Home) Find(Call call, string id)
    {
        if (call.Network.TransitGateways.TryGet(id, out var transit) && transit.Account == call.Account && transit.IsLive(call.Now))
            return (id, TransitGateway, transit.Home);
        return call.Network.VirtualGateways.TryGet(id, out var virtualGateway) && virtualGateway.Account == call.Account
            ? (id, VirtualPrivateGateway, virtualGateway.Home)
            : throw Dx.Client($"Gateway {id} does not exist.");
    }

    private static DeleteDirectConnectGatewayAssociationResponse Disassociate(Call call, DeleteDirectConnectGatewayAssociationRequest request)
    {
        if (request.AssociationId is null && (request.DirectConnectGatewayId is null || request.VirtualGatewayId is null))
            throw Dx.Client("associationId, or directConnectGatewayId and virtualGatewayId, are required.");
        var association = call.Network.DxGatewayAssociations.In(call.Place.Global).Find(association => association.IsLive(call.Now) && (request.AssociationId is { } id
                ? association.Id == id
                : association.GatewayId == request.DirectConnectGatewayId && association.AssociatedGatewayId == request.VirtualGatewayId))
            ?? throw Dx.Client($"Association {request.AssociationId ?? request.VirtualGatewayId} does not exist.");
        call.Permit(association.Id, association.GatewayId);
        association.Life.Enter(call.Now, "disassociating", (call.After(Delay.DxGateway), "disassociated"));
        if (call.Network.TgwAttachments.TryGet(association.AttachmentId, out var attachment))
            TgwAttachments.End(call, attachment);
        call.Network.DxGateways.TryGet(association.GatewayId, out var gateway);
        return new DeleteDirectConnectGatewayAssociationResponse { DirectConnectGatewayAssociation = Shape(call, gateway!, association) };
    }

    private static DescribeDirectConnectGatewayAssociationsResponse DescribeAssociations(Call call, DescribeDirectConnectGatewayAssociationsRequest request)
    {
        if ((request.AssociationId ?? request.AssociatedGatewayId ?? request.DirectConnectGatewayId ?? request.VirtualGatewayId) is null)
            throw Dx.Client("One of associationId, associatedGatewayId, directConnectGatewayId and virtualGatewayId is required.");
        var place = call.Place.Global;
        var page = Dx.Page(call, call.Network.DxGatewayAssociations.In(place), association =>
            (request.AssociationId is null || association.Id == request.AssociationId)
            && (request.AssociatedGatewayId is null || association.AssociatedGatewayId == request.AssociatedGatewayId)
            && (request.DirectConnectGatewayId is null || association.GatewayId == request.DirectConnectGatewayId)
            && (request.VirtualGatewayId is null || association.AssociatedGatewayId == request.VirtualGatewayId), request.MaxResults, request.NextToken, place);
        return new DescribeDirectConnectGatewayAssociationsResponse
        {
            DirectConnectGatewayAssociations = page.Items.ConvertAll(association => Shape(call, call.Network.DxGateways.TryGet(association.GatewayId, out var gateway) ? gateway : null, association)),
            NextToken = page.NextToken,
        };
    }

    private static DescribeDirectConnectGatewayAttachmentsResponse DescribeAttachments(Call call, DescribeDirectConnectGatewayAttachmentsRequest request)
    {
        if (request.DirectConnectGatewayId is null && request.VirtualInterfaceId is null)
            throw Dx.Client("directConnectGatewayId or virtualInterfaceId is required.");
        var all = call.Network.VirtualInterfaces.All
            .Where(vif => vif.DirectConnectGatewayId is { } id && call.Network.DxGateways.TryGet(id, out var gateway) && (gateway.Account == call.Account || vif.Account == call.Account)
                && (request.DirectConnectGatewayId is null || id == request.DirectConnectGatewayId) && (request.VirtualInterfaceId is null || vif.Id == request.VirtualInterfaceId)
                && vif.StateAt(call.Now) is not ("confirming" or "rejected" or "deleted"))
            .OrderBy(vif => vif.Sequence)
            .Select(vif => new DirectConnectGatewayAttachment
            {
                DirectConnectGatewayId = vif.DirectConnectGatewayId,
                VirtualInterfaceId = vif.Id,
                VirtualInterfaceRegion = vif.Region,
                VirtualInterfaceOwnerAccount = vif.Account,
                AttachmentState = vif.StateAt(call.Now) switch { "pending" => "attaching", "deleting" => "detaching", _ => "attached" },
                AttachmentType = vif.Type == "transit" ? "TransitVirtualInterface" : "PrivateVirtualInterface",
            });
        var page = Dx.PageOfList(call, all, request.MaxResults, request.NextToken);
        return new DescribeDirectConnectGatewayAttachmentsResponse { DirectConnectGatewayAttachments = page.Items, NextToken = page.NextToken };
    }

    private static DirectConnectGateway Shape(Call call, DxGatewayRecord gateway) => new()
    {
        DirectConnectGatewayId = gateway.Id,
        DirectConnectGatewayName = gateway.Name,
        AmazonSideAsn = gateway.AmazonSideAsn,
        OwnerAccount = gateway.Account,
        DirectConnectGatewayState = gateway.StateAt(call.Now),
        Tags = Dx.TagsOf(call, gateway.Home, gateway.Id),
    };

    private static DirectConnectGatewayAssociation Shape(Call call, DxGatewayRecord? gateway, DxGatewayAssociationRecord association)
    {
        var isVirtual = association.AssociatedGatewayType == VirtualPrivateGateway;
        return new DirectConnectGatewayAssociation
        {
            AssociationId = association.Id,
            AssociationState = association.StateAt(call.Now),
            DirectConnectGatewayId = association.GatewayId,
            DirectConnectGatewayOwnerAccount = gateway?.Account ?? association.Account,
            AssociatedGateway = new AssociatedGateway
            {
                Id = association.AssociatedGatewayId,
                Type = association.AssociatedGatewayType,
                OwnerAccount = association.AssociatedGatewayOwner,
                Region = association.AssociatedGatewayRegion,
            },
            AllowedPrefixesToDirectConnectGateway = association.AllowedPrefixes.ConvertAll(prefix => new RouteFilterPrefix { Cidr = prefix }),
            VirtualGatewayId = isVirtual ? association.AssociatedGatewayId : null,
            VirtualGatewayRegion = isVirtual ? association.AssociatedGatewayRegion : null,
            VirtualGatewayOwnerAccount = isVirtual ? association.AssociatedGatewayOwner : null,
        };
    }
}
