using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>Connect attachments of transit gateways.</summary>
internal static class TgwConnects
{
    /// <summary>The resource type of a Connect attachment.</summary>
    public const string Type = "connect";

    private const string Protocol = "gre";

    private static readonly Filters<TgwAttachmentRecord> Known = new Filters<TgwAttachmentRecord>(attachment => attachment.Id)
        .One("options.protocol", (_, _) => Protocol)
        .One("state", (call, attachment) => attachment.StateAt(call.Now))
        .One("transit-gateway-attachment-id", (_, attachment) => attachment.Id)
        .One("transit-gateway-id", (_, attachment) => attachment.TransitGatewayId)
        .One("transport-transit-gateway-attachment-id", (_, attachment) => attachment.TransportAttachmentId);

    /// <summary>Adds these operations.</summary>
    public static Operations OnTgwConnects(this Operations operations) => operations
        .On<CreateTransitGatewayConnectRequest, CreateTransitGatewayConnectResponse>(Create)
        .On<DeleteTransitGatewayConnectRequest, DeleteTransitGatewayConnectResponse>(Delete)
        .On<DescribeTransitGatewayConnectsRequest, DescribeTransitGatewayConnectsResponse>(Describe);

    private static CreateTransitGatewayConnectResponse Create(Call call, CreateTransitGatewayConnectRequest request)
    {
        Lookup.CheckForm(ResourceKind.TransitGatewayAttachment, request.TransportTransitGatewayAttachmentId, "TransportTransitGatewayAttachmentId");
        var transport = TgwAttachments.Get(call, request.TransportTransitGatewayAttachmentId);
        if (request.Options?.Protocol is not Protocol)
            throw request.Options?.Protocol is null ? Lookup.Missing("Options.Protocol") : Lookup.Invalid("Options.Protocol", request.Options.Protocol, "The valid value is gre.");
        Call.Require(TgwConnectRules.CheckTransport(transport.Id, transport.ResourceType), "InvalidParameterValue");
        if (transport.StateAt(call.Now) != "available")
            throw TransitGateways.WrongState(transport.Id, transport.StateAt(call.Now));
        var tags = Tagging.Read(request.TagSpecifications, "transit-gateway-attachment");
        call.Permit(transport.Id, transport.TransitGatewayId);
        var side = transport.Sides[0];
        var attachment = call.Network.Add(call.Network.TgwAttachments, new TgwAttachmentRecord
        {
            Id = NewIds.Ec2("tgw-attach-"),
            Account = call.Account,
            Region = call.Region,
            Created = call.Now,
            Life = Timeline.Start(call.Now, "pending", (call.After(Delay.TransitGatewayAttachment), "available")),
            ResourceType = Type,
            ResourceId = transport.Id,
            TransportAttachmentId = transport.Id,
            Sides = [new AttachmentSide { TransitGatewayId = side.TransitGatewayId, Account = side.Account, Region = side.Region }],
        });
        TgwAttachments.ApplyDefaults(call, attachment);
        Tagging.Put(call, attachment.Id, tags);
        return new CreateTransitGatewayConnectResponse { TransitGatewayConnect = Shape(call, attachment) };
    }

    private static DeleteTransitGatewayConnectResponse Delete(Call call, DeleteTransitGatewayConnectRequest request)
    {
        var attachment = TgwAttachments.Get(call, request.TransitGatewayAttachmentId, Type);
        var peers = call.Network.ConnectPeers.All.Where(peer => peer.AttachmentId == attachment.Id && peer.StateAt(call.Now) != TgwConnectPeerStates.Deleted).Select(peer => peer.Id).ToList();
        Call.Require(TgwConnectRules.CheckDelete(attachment.Id, peers), "IncorrectState");
        if (attachment.StateAt(call.Now) != "available")
            throw TransitGateways.WrongState(attachment.Id, attachment.StateAt(call.Now));
        call.Permit(attachment.Id);
        TgwAttachments.End(call, attachment);
        return new DeleteTransitGatewayConnectResponse { TransitGatewayConnect = Shape(call, attachment) };
    }

    private static DescribeTransitGatewayConnectsResponse Describe(Call call, DescribeTransitGatewayConnectsRequest request)
    {
        var page = Lookup.Page(call, call.Network.TgwAttachments, ResourceKind.TransitGatewayAttachment, request.TransitGatewayAttachmentIds, request.Filters, Known,
            request.MaxResults, request.NextToken, attachment => attachment.ResourceType == Type);
        return new DescribeTransitGatewayConnectsResponse { TransitGatewayConnects = page.Items.ConvertAll(attachment => Shape(call, attachment)), NextToken = page.NextToken };
    }

    private static TransitGatewayConnect Shape(Call call, TgwAttachmentRecord attachment) => new()
    {
        TransitGatewayAttachmentId = attachment.Id,
        TransportTransitGatewayAttachmentId = attachment.TransportAttachmentId,
        TransitGatewayId = attachment.TransitGatewayId,
        State = attachment.StateAt(call.Now),
        CreationTime = attachment.Created.UtcDateTime,
        Options = new TransitGatewayConnectOptions { Protocol = Protocol },
        Tags = Tagging.Of(call, attachment.Id),
    };
}
