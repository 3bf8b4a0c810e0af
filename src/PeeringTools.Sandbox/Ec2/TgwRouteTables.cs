using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>Transit gateway route tables: who is associated, who propagates.</summary>
internal static class TgwRouteTables
{
    private static readonly Filters<TgwRouteTableRecord> Known = new Filters<TgwRouteTableRecord>(table => table.Id)
        .One("default-association-route-table", (call, table) => IsDefault(call, table, gateway => gateway.AssociationDefaultRouteTableId) ? "true" : "false")
        .One("default-propagation-route-table", (call, table) => IsDefault(call, table, gateway => gateway.PropagationDefaultRouteTableId) ? "true" : "false")
        .One("state", (call, table) => table.StateAt(call.Now))
        .One("transit-gateway-id", (_, table) => table.TransitGatewayId)
        .One("transit-gateway-route-table-id", (_, table) => table.Id);

    private static readonly Filters<TransitGatewayRouteTableAssociation> KnownAssociations = new Filters<TransitGatewayRouteTableAssociation>()
        .One("resource-id", (_, association) => association.ResourceId)
        .One("resource-type", (_, association) => association.ResourceType)
        .One("transit-gateway-attachment-id", (_, association) => association.TransitGatewayAttachmentId);

    private static readonly Filters<TransitGatewayRouteTablePropagation> KnownPropagations = new Filters<TransitGatewayRouteTablePropagation>()
        .One("resource-id", (_, propagation) => propagation.ResourceId)
        .One("resource-type", (_, propagation) => propagation.ResourceType)
        .One("transit-gateway-attachment-id", (_, propagation) => propagation.TransitGatewayAttachmentId);

    /// <summary>Adds these operations.</summary>
    public static Operations OnTgwRouteTables(this Operations operations) => operations
        .On<DescribeTransitGatewayRouteTablesRequest, DescribeTransitGatewayRouteTablesResponse>(Describe)
        .On<AssociateTransitGatewayRouteTableRequest, AssociateTransitGatewayRouteTableResponse>(Associate)
        .On<DisassociateTransitGatewayRouteTableRequest, DisassociateTransitGatewayRouteTableResponse>(Disassociate)
        .On<EnableTransitGatewayRouteTablePropagationRequest, EnableTransitGatewayRouteTablePropagationResponse>(EnablePropagation)
        .On<DisableTransitGatewayRouteTablePropagationRequest, DisableTransitGatewayRouteTablePropagationResponse>(DisablePropagation)
        .On<GetTransitGatewayRouteTableAssociationsRequest, GetTransitGatewayRouteTableAssociationsResponse>(GetAssociations)
        .On<GetTransitGatewayRouteTablePropagationsRequest, GetTransitGatewayRouteTablePropagationsResponse>(GetPropagations);

    /// <summary>A table that a request names.</summary>
    public static TgwRouteTableRecord Get(Call call, string? id) =>
        Lookup.GetLive(call, call.Network.TgwRouteTables, ResourceKind.TransitGatewayRouteTable, id, "transitGatewayRouteTableId");

    /// <summary>An attachment of the table's gateway that a request names, and its end there.</summary>
    public static (TgwAttachmentRecord Attachment, AttachmentSide Side) Attached(Call call, TgwRouteTableRecord table, string? id)
    {
        var attachment = TgwAttachments.Get(call, id);
        return attachment.SideOf(table.TransitGatewayId) is { } side
            ? (attachment, side)
            : throw new ServiceException("InvalidParameterValue", $"{attachment.Id} and {table.Id} belong to different transit gateways.");
    }

    private static DescribeTransitGatewayRouteTablesResponse Describe(Call call, DescribeTransitGatewayRouteTablesRequest request)
    {
        var page = Lookup.Page(
            call, call.Network.TgwRouteTables, ResourceKind.TransitGatewayRouteTable, request.TransitGatewayRouteTableIds, request.Filters, Known, request.MaxResults, request.NextToken);
        return new DescribeTransitGatewayRouteTablesResponse
        {
            TransitGatewayRouteTables = page.Items.ConvertAll(table => new TransitGatewayRouteTable
            {
                TransitGatewayRouteTableId = table.Id,
                TransitGatewayId = table.TransitGatewayId,
                State = table.StateAt(call.Now),
                DefaultAssociationRouteTable = IsDefault(call, table, gateway => gateway.AssociationDefaultRouteTableId),
                DefaultPropagationRouteTable = IsDefault(call, table, gateway => gateway.PropagationDefaultRouteTableId),
                CreationTime = table.Created.UtcDateTime,
                Tags = Tagging.Of(call, table.Id),
            }),
            NextToken = page.NextToken,
        };
    }

    private static AssociateTransitGatewayRouteTableResponse Associate(Call call, AssociateTransitGatewayRouteTableRequest request)
    {
        var table = Get(call, request.TransitGatewayRouteTableId);
        var (attachment, side) = Attached(call, table, request.TransitGatewayAttachmentId);
        if (attachment.StateAt(call.Now) != "available")
            throw TransitGateways.WrongState(attachment.Id, attachment.StateAt(call.Now));
        if (side.IsAssociated(call.Now))
            throw new ServiceException("Resource.AlreadyAssociated", $"Transit Gateway Attachment {attachment.Id} is already associated to a route table.");
        call.Permit(table.Id, attachment.Id);
        side.RouteTableId = table.Id;
        side.Association = Timeline.Start(call.Now, "associating", (call.After(Delay.TransitGatewayAssociation), "associated"));
        return new AssociateTransitGatewayRouteTableResponse { Association = AssociationShape(call, attachment, side) };
    }

    private static DisassociateTransitGatewayRouteTableResponse Disassociate(Call call, DisassociateTransitGatewayRouteTableRequest request)
    {
        var table = Get(call, request.TransitGatewayRouteTableId);
        var (attachment, side) = Attached(call, table, request.TransitGatewayAttachmentId);
        if (side.RouteTableId != table.Id || !side.IsAssociated(call.Now))
            throw new ServiceException("InvalidAssociation.NotFound", $"Transit Gateway Attachment {attachment.Id} is not associated to {table.Id}.");
        if (side.Association!.StateAt(call.Now) != "associated")
            throw TransitGateways.WrongState($"The association of {attachment.Id}", side.Association.StateAt(call.Now));
        call.Permit(table.Id, attachment.Id);
        side.Association.Enter(call.Now, "disassociating", (call.After(Delay.TransitGatewayAssociation), "disassociated"));
        return new DisassociateTransitGatewayRouteTableResponse { Association = AssociationShape(call, attachment, side) };
    }

    private static EnableTransitGatewayRouteTablePropagationResponse EnablePropagation(Call call, EnableTransitGatewayRouteTablePropagationRequest request)
    {
        var (table, attachment) = Propagating(call, request.TransitGatewayRouteTableId, request.TransitGatewayAttachmentId, request.TransitGatewayRouteTableAnnouncementId);
        if (attachment.ResourceType == "peering")
            throw new ServiceException("InvalidParameterValue", $"{attachment.Id} is a peering attachment, which has static routes only.");
        if (attachment.StateAt(call.Now) is not ("available" or "modifying"))
            throw TransitGateways.WrongState(attachment.Id, attachment.StateAt(call.Now));
        if (Propagation(call, table, attachment) is not null)
            throw new ServiceException("TransitGatewayRouteTablePropagation.Duplicate", $"Propagation from {attachment.Id} to {table.Id} is already enabled.");
        call.Permit(table.Id, attachment.Id);
        table.Propagations.RemoveAll(old => old.AttachmentId == attachment.Id);
        var propagation = new TgwPropagation { AttachmentId = attachment.Id, Life = Timeline.Start(call.Now, "enabling", (call.After(Delay.TransitGatewayAssociation), "enabled")) };
        table.Propagations.Add(propagation);
        return new EnableTransitGatewayRouteTablePropagationResponse { Propagation = PropagationShape(call, table, attachment, propagation) };
    }

    private static DisableTransitGatewayRouteTablePropagationResponse DisablePropagation(Call call, DisableTransitGatewayRouteTablePropagationRequest request)
    {
        var (table, attachment) = Propagating(call, request.TransitGatewayRouteTableId, request.TransitGatewayAttachmentId, request.TransitGatewayRouteTableAnnouncementId);
        var propagation = Propagation(call, table, attachment)
            ?? throw new ServiceException("TransitGatewayRouteTablePropagation.NotFound", $"Propagation from {attachment.Id} to {table.Id} doesn't exist.");
        call.Permit(table.Id, attachment.Id);
        propagation.Life.Enter(call.Now, "disabling", (call.After(Delay.TransitGatewayAssociation), "disabled"));
        return new DisableTransitGatewayRouteTablePropagationResponse { Propagation = PropagationShape(call, table, attachment, propagation) };
    }

    private static (TgwRouteTableRecord Table, TgwAttachmentRecord Attachment) Propagating(Call call, string? tableId, string? attachmentId, string? announcementId)
    {
        var table = Get(call, tableId);
        // No operation here announces route tables, so an id of an announcement leads nowhere.
        if (announcementId is not null)
            throw new ServiceException("InvalidTransitGatewayRouteTableAnnouncementID.NotFound", $"The transitGatewayRouteTableAnnouncement ID '{announcementId}' does not exist");
        return (table, Attached(call, table, attachmentId).Attachment);
    }

    private static TgwPropagation? Propagation(Call call, TgwRouteTableRecord table, TgwAttachmentRecord attachment) =>
        table.Propagations.Find(propagation => propagation.AttachmentId == attachment.Id && propagation.Life.StateAt(call.Now) is "enabling" or "enabled");

    private static GetTransitGatewayRouteTableAssociationsResponse GetAssociations(Call call, GetTransitGatewayRouteTableAssociationsRequest request)
    {
        var table = Get(call, request.TransitGatewayRouteTableId);
        var fits = KnownAssociations.Compile(call, request.Filters);
        var all = call.Network.TgwAttachments.In(call.Place)
            .Select(attachment => (Attachment: attachment, Side: attachment.SideOf(table.TransitGatewayId)))
            .Where(found => found.Side?.RouteTableId == table.Id && found.Side.IsAssociated(call.Now))
            .Select(found => new TransitGatewayRouteTableAssociation
            {
                TransitGatewayAttachmentId = found.Attachment.Id,
                ResourceId = TgwAttachments.ResourceIn(found.Attachment, call.Place).Id,
                ResourceType = found.Attachment.ResourceType,
                State = found.Side!.Association!.StateAt(call.Now),
            })
            .Where(fits);
        var page = Paging.OfList(call, all, Paging.Ec2Size(request.MaxResults), request.NextToken);
        return new GetTransitGatewayRouteTableAssociationsResponse { Associations = page.Items, NextToken = page.NextToken };
    }

    private static GetTransitGatewayRouteTablePropagationsResponse GetPropagations(Call call, GetTransitGatewayRouteTablePropagationsRequest request)
    {
        var table = Get(call, request.TransitGatewayRouteTableId);
        var fits = KnownPropagations.Compile(call, request.Filters);
        var all = table.Propagations.Where(propagation => propagation.Life.StateAt(call.Now) != "disabled")
            .Select(propagation =>
            {
                call.Network.TgwAttachments.TryGet(propagation.AttachmentId, out var attachment);
                return new TransitGatewayRouteTablePropagation
                {
                    TransitGatewayAttachmentId = propagation.AttachmentId,
                    ResourceId = attachment?.ResourceId,
                    ResourceType = attachment?.ResourceType,
                    State = propagation.Life.StateAt(call.Now),
                };
            })
            .Where(fits);
        var page = Paging.OfList(call, all, Paging.Ec2Size(request.MaxResults), request.NextToken);
        return new GetTransitGatewayRouteTablePropagationsResponse { TransitGatewayRouteTablePropagations = page.Items, NextToken = page.NextToken };
    }

    private static bool IsDefault(Call call, TgwRouteTableRecord table, Func<TransitGatewayRecord, string?> of) =>
        call.Network.TransitGateways.TryGet(table.TransitGatewayId, out var gateway) && of(gateway) == table.Id;

    private static TransitGatewayAssociation AssociationShape(Call call, TgwAttachmentRecord attachment, AttachmentSide side) => new()
    {
        TransitGatewayRouteTableId = side.RouteTableId,
        TransitGatewayAttachmentId = attachment.Id,
        ResourceId = TgwAttachments.ResourceIn(attachment, call.Place).Id,
        ResourceType = attachment.ResourceType,
        State = side.Association!.StateAt(call.Now),
    };

    private static TransitGatewayPropagation PropagationShape(Call call, TgwRouteTableRecord table, TgwAttachmentRecord attachment, TgwPropagation propagation) => new()
    {
        TransitGatewayAttachmentId = attachment.Id,
        ResourceId = TgwAttachments.ResourceIn(attachment, call.Place).Id,
        ResourceType = attachment.ResourceType,
        TransitGatewayRouteTableId = table.Id,
        State = propagation.Life.StateAt(call.Now),
    };
}
