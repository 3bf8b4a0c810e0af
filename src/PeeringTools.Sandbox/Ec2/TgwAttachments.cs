using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>What all transit gateway attachments have in common.</summary>
internal static class TgwAttachments
{
    private static readonly Filters<TgwAttachmentRecord> Known = new Filters<TgwAttachmentRecord>(attachment => attachment.Id)
        .One("association.state", (call, attachment) => AssociationOf(call, attachment)?.State)
        .One("association.transit-gateway-route-table-id", (call, attachment) => AssociationOf(call, attachment)?.TransitGatewayRouteTableId)
        .One("resource-id", (call, attachment) => ResourceIn(attachment, call.Place).Id)
        .One("resource-owner-id", (call, attachment) => ResourceIn(attachment, call.Place).Owner)
        .One("resource-type", (_, attachment) => attachment.ResourceType)
        .One("state", (call, attachment) => attachment.StateAt(call.Now))
        .One("transit-gateway-attachment-id", (_, attachment) => attachment.Id)
        .One("transit-gateway-id", (call, attachment) => attachment.SideIn(call.Place).TransitGatewayId)
        .One("transit-gateway-owner-id", (call, attachment) => attachment.SideIn(call.Place).Account);

    /// <summary>Adds this operation.</summary>
    public static Operations OnTgwAttachments(this Operations operations) => operations.On<DescribeTransitGatewayAttachmentsRequest, DescribeTransitGatewayAttachmentsResponse>(Describe);

    /// <summary>An attachment that a request names.</summary>
    public static TgwAttachmentRecord Get(Call call, string? id, string? type = null)
    {
        var attachment = Lookup.GetLive(call, call.Network.TgwAttachments, ResourceKind.TransitGatewayAttachment, id, "transitGatewayAttachmentId");
        return type is null || attachment.ResourceType == type ? attachment : throw Lookup.NotFound(ResourceKind.TransitGatewayAttachment, attachment.Id);
    }

    /// <summary>Associates a new attachment with its gateways' default tables and has it propagate there, as the gateways' options say.</summary>
    public static void ApplyDefaults(Call call, TgwAttachmentRecord attachment)
    {
        foreach (var side in attachment.Sides)
        {
            if (!call.Network.TransitGateways.TryGet(side.TransitGatewayId, out var gateway))
                continue;
            var ready = call.After(Delay.TransitGatewayAttachment) + call.After(Delay.TransitGatewayAssociation);
            if (gateway.Has("DefaultRouteTableAssociation") && gateway.AssociationDefaultRouteTableId is { } table && side.RouteTableId is null)
            {
                side.RouteTableId = table;
                side.Association = Timeline.Start(call.Now, "associating", (ready, "associated"));
            }
            // Peerings have static routes only (VPC Transit Gateways Guide, "Transit gateway peering attachments").
            if (attachment.ResourceType != "peering" && gateway.Has("DefaultRouteTablePropagation") && call.Network.TgwRouteTables.TryGet(gateway.PropagationDefaultRouteTableId, out var into)
                && !into.Propagations.Exists(propagation => propagation.AttachmentId == attachment.Id))
                into.Propagations.Add(new TgwPropagation { AttachmentId = attachment.Id, Life = Timeline.Start(call.Now, "enabling", (ready, "enabled")) });
        }
    }

    /// <summary>Takes an attachment down, with its associations and propagations.</summary>
    public static void End(Call call, TgwAttachmentRecord attachment, string first = "deleting", string last = "deleted")
    {
        var after = call.After(Delay.TransitGatewayAttachment);
        attachment.Life.Enter(call.Now, first, (after, last));
        foreach (var side in attachment.Sides.Where(side => side.IsAssociated(call.Now)))
            side.Association!.Enter(call.Now, "disassociating", (after, "disassociated"));
        foreach (var propagation in call.Network.TgwRouteTables.All.SelectMany(table => table.Propagations).Where(propagation => propagation.AttachmentId == attachment.Id))
            propagation.Life.Enter(call.Now, "disabling", (after, "disabled"));
    }

    /// <summary>What is attached, as a place sees it: the requester of a peering sees the far gateway, and so does the accepter.</summary>
    public static (string Id, string Owner) ResourceIn(TgwAttachmentRecord attachment, Place place)
    {
        if (attachment.ResourceType != "peering")
            return (attachment.ResourceId, attachment.Account);
        var own = attachment.SideIn(place);
        var far = attachment.Sides.Find(side => !ReferenceEquals(side, own))!;
        return (far.TransitGatewayId, far.Account);
    }

    private static DescribeTransitGatewayAttachmentsResponse Describe(Call call, DescribeTransitGatewayAttachmentsRequest request)
    {
        var page = Lookup.Page(
            call, call.Network.TgwAttachments, ResourceKind.TransitGatewayAttachment, request.TransitGatewayAttachmentIds, request.Filters, Known, request.MaxResults, request.NextToken);
        return new DescribeTransitGatewayAttachmentsResponse { TransitGatewayAttachments = page.Items.ConvertAll(attachment => Shape(call, attachment)), NextToken = page.NextToken };
    }

    private static TransitGatewayAttachmentAssociation? AssociationOf(Call call, TgwAttachmentRecord attachment)
    {
        var side = attachment.SideIn(call.Place);
        return side.IsAssociated(call.Now) ? new TransitGatewayAttachmentAssociation { TransitGatewayRouteTableId = side.RouteTableId, State = side.Association!.StateAt(call.Now) } : null;
    }

    private static TransitGatewayAttachment Shape(Call call, TgwAttachmentRecord attachment)
    {
        var side = attachment.SideIn(call.Place);
        var (resource, owner) = ResourceIn(attachment, call.Place);
        return new TransitGatewayAttachment
        {
            TransitGatewayAttachmentId = attachment.Id,
            TransitGatewayId = side.TransitGatewayId,
            TransitGatewayOwnerId = side.Account,
            ResourceId = resource,
            ResourceOwnerId = owner,
            ResourceType = attachment.ResourceType,
            State = attachment.StateAt(call.Now),
            Association = AssociationOf(call, attachment),
            CreationTime = attachment.Created.UtcDateTime,
            Tags = Tagging.Of(call, attachment.Id),
        };
    }
}
