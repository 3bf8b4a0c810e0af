using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>Peering attachments between transit gateways (VPC Transit Gateways Guide, "Transit gateway peering attachments").</summary>
internal static class TgwPeerings
{
    private const string Type = "peering";
    private const string DynamicRouting = "DynamicRouting";

    private static readonly Filters<TgwAttachmentRecord> Known = new Filters<TgwAttachmentRecord>(attachment => attachment.Id)
        .One("transit-gateway-attachment-id", (_, attachment) => attachment.Id)
        .One("local-owner-id", (call, attachment) => attachment.SideIn(call.Place).Account)
        .One("remote-owner-id", (call, attachment) => TgwAttachments.ResourceIn(attachment, call.Place).Owner)
        .One("state", (call, attachment) => attachment.StateAt(call.Now))
        .Any("transit-gateway-id", (_, attachment) => attachment.Sides.Select(side => side.TransitGatewayId));

    /// <summary>Adds these operations.</summary>
    public static Operations OnTgwPeerings(this Operations operations) => operations
        .On<CreateTransitGatewayPeeringAttachmentRequest, CreateTransitGatewayPeeringAttachmentResponse>(Create)
        .On<AcceptTransitGatewayPeeringAttachmentRequest, AcceptTransitGatewayPeeringAttachmentResponse>(Accept)
        .On<RejectTransitGatewayPeeringAttachmentRequest, RejectTransitGatewayPeeringAttachmentResponse>(Reject)
        .On<DeleteTransitGatewayPeeringAttachmentRequest, DeleteTransitGatewayPeeringAttachmentResponse>(Delete)
        .On<DescribeTransitGatewayPeeringAttachmentsRequest, DescribeTransitGatewayPeeringAttachmentsResponse>(Describe);

    private static CreateTransitGatewayPeeringAttachmentResponse Create(Call call, CreateTransitGatewayPeeringAttachmentRequest request)
    {
        var gateway = TransitGateways.GetAvailable(call, request.TransitGatewayId);
        Lookup.CheckForm(ResourceKind.TransitGateway, request.PeerTransitGatewayId, "peerTransitGatewayId");
        Call.Require(AccountIds.Check(request.PeerAccountId, "peerAccountId"), "InvalidParameterValue");
        Call.Require(Regions.Check(request.PeerRegion, "peerRegion"), "InvalidParameterValue");
        if (gateway.Id == request.PeerTransitGatewayId)
            throw Lookup.Invalid("peerTransitGatewayId", gateway.Id, "A transit gateway can't peer with itself.");
        if (request.Options?.DynamicRouting is not (null or "enable" or "disable"))
            throw Lookup.Invalid("Options.DynamicRouting", request.Options.DynamicRouting);
        var network = call.Network;
        if (network.TgwAttachments.In(call.Place).Exists(other => other.ResourceType == Type && other.SideOf(gateway.Id) is not null && other.SideOf(request.PeerTransitGatewayId!) is not null && IsThere(call, other)))
            throw new ServiceException("DuplicateTransitGatewayAttachment", $"{gateway.Id} has a non-deleted peering attachment with {request.PeerTransitGatewayId}.");
        var tags = Tagging.Read(request.TagSpecifications, "transit-gateway-attachment");
        call.Permit(gateway.Id, request.PeerTransitGatewayId);

        var far = new Place(request.PeerAccountId!, request.PeerRegion!);
        var isThere = network.TransitGateways.TryGet(request.PeerTransitGatewayId, out var peer) && peer.Home == far && peer.StateAt(call.Now) is "available" or "modifying";
        var after = call.After(Delay.TransitGatewayAttachment);
        var attachment = network.Add(network.TgwAttachments, new TgwAttachmentRecord
        {
            Id = NewIds.Ec2("tgw-attach-"),
            Account = call.Account,
            Region = call.Region,
            Created = call.Now,
            Life = Timeline.Start(call.Now, TgwAttachmentStates.InitiatingRequest, (after, isThere ? TgwAttachmentStates.PendingAcceptance : TgwAttachmentStates.Failed)),
            ResourceType = Type,
            ResourceId = request.PeerTransitGatewayId!,
            Sides =
            [
                new AttachmentSide { TransitGatewayId = gateway.Id, Account = gateway.Account, Region = gateway.Region },
                new AttachmentSide { TransitGatewayId = request.PeerTransitGatewayId!, Account = far.Account, Region = far.Region },
            ],
            Switches = Options(request.Options?.DynamicRouting),
        });
        Tagging.Put(call, attachment.Id, tags);
        return new CreateTransitGatewayPeeringAttachmentResponse { TransitGatewayPeeringAttachment = Shape(call, attachment) };
    }

    private static AcceptTransitGatewayPeeringAttachmentResponse Accept(Call call, AcceptTransitGatewayPeeringAttachmentRequest request)
    {
        var attachment = GetToAnswer(call, request.TransitGatewayAttachmentId, StateActions.Accept);
        call.Permit(attachment.Id);
        attachment.Life.Enter(call.Now, TgwAttachmentStates.Pending, (call.After(Delay.TransitGatewayAttachment), TgwAttachmentStates.Available));
        TgwAttachments.ApplyDefaults(call, attachment);
        return new AcceptTransitGatewayPeeringAttachmentResponse { TransitGatewayPeeringAttachment = Shape(call, attachment) };
    }

    private static RejectTransitGatewayPeeringAttachmentResponse Reject(Call call, RejectTransitGatewayPeeringAttachmentRequest request)
    {
        var attachment = GetToAnswer(call, request.TransitGatewayAttachmentId, StateActions.Reject);
        call.Permit(attachment.Id);
        TgwAttachments.End(call, attachment, TgwAttachmentStates.Rejecting, TgwAttachmentStates.Rejected);
        return new RejectTransitGatewayPeeringAttachmentResponse { TransitGatewayPeeringAttachment = Shape(call, attachment) };
    }

    private static DeleteTransitGatewayPeeringAttachmentResponse Delete(Call call, DeleteTransitGatewayPeeringAttachmentRequest request)
    {
        var attachment = TgwAttachments.Get(call, request.TransitGatewayAttachmentId, Type);
        Check(call, attachment, StateActions.Delete);
        call.Permit(attachment.Id);
        TgwAttachments.End(call, attachment);
        return new DeleteTransitGatewayPeeringAttachmentResponse { TransitGatewayPeeringAttachment = Shape(call, attachment) };
    }

    private static DescribeTransitGatewayPeeringAttachmentsResponse Describe(Call call, DescribeTransitGatewayPeeringAttachmentsRequest request)
    {
        var page = Lookup.Page(call, call.Network.TgwAttachments, ResourceKind.TransitGatewayAttachment, request.TransitGatewayAttachmentIds, request.Filters, Known,
            request.MaxResults, request.NextToken, attachment => attachment.ResourceType == Type);
        return new DescribeTransitGatewayPeeringAttachmentsResponse { TransitGatewayPeeringAttachments = page.Items.ConvertAll(attachment => Shape(call, attachment)), NextToken = page.NextToken };
    }

    private static TgwAttachmentRecord GetToAnswer(Call call, string? id, string action)
    {
        var attachment = TgwAttachments.Get(call, id, Type);
        Check(call, attachment, action);
        if (attachment.Sides[1].Place != call.Place)
            throw new ServiceException("OperationNotPermitted", $"{attachment.Id} must be {action}ed in region {attachment.Sides[1].Region} by account {attachment.Sides[1].Account}.");
        return attachment;
    }

    private static void Check(Call call, TgwAttachmentRecord attachment, string action)
    {
        var state = attachment.StateAt(call.Now);
        var own = (attachment.Sides[0].Account == call.Account ? StateActor.Requester : StateActor.None) | (attachment.Sides[1].Account == call.Account ? StateActor.Accepter : StateActor.None);
        if (TgwPeeringStates.Table.FindMove(state, action, own) is null && TgwPeeringStates.Table.FindMove(state, action, StateActor.Either) is not null)
            throw new ServiceException("OperationNotPermitted", $"Account {call.Account} may not {action} {attachment.Id}.");
        Call.Require(TgwPeeringStates.Table.CheckAction(attachment.Id, state, action, own), "IncorrectState");
    }

    /// <summary>Options as a request or a file gives them: what nobody chose isn't shown.</summary>
    public static Dictionary<string, string> Options(string? dynamicRouting) => dynamicRouting is null ? [] : new(StringComparer.Ordinal) { [DynamicRouting] = dynamicRouting };

    private static bool IsThere(Call call, TgwAttachmentRecord attachment) => !TgwPeeringStates.Table.IsEnded(attachment.StateAt(call.Now));

    private static TransitGatewayPeeringAttachment Shape(Call call, TgwAttachmentRecord attachment)
    {
        var state = attachment.StateAt(call.Now);
        return new TransitGatewayPeeringAttachment
        {
            TransitGatewayAttachmentId = attachment.Id,
            RequesterTgwInfo = Info(attachment.Sides[0]),
            AccepterTgwInfo = Info(attachment.Sides[1]),
            Options = attachment.Switches.TryGetValue(DynamicRouting, out var routing) ? new TransitGatewayPeeringAttachmentOptions { DynamicRouting = routing } : null,
            State = state,
            Status = state switch
            {
                TgwAttachmentStates.Failed => new PeeringAttachmentStatus { Code = "failed", Message = "The peer transit gateway, its account or its Region is incorrect." },
                TgwAttachmentStates.PendingAcceptance => new PeeringAttachmentStatus { Code = "pending-acceptance", Message = "Pending acceptance by " + attachment.Sides[1].Account },
                _ => new PeeringAttachmentStatus { Code = state },
            },
            CreationTime = attachment.Created.UtcDateTime,
            Tags = Tagging.Of(call, attachment.Id),
        };
    }

    private static PeeringTgwInfo Info(AttachmentSide side) => new() { TransitGatewayId = side.TransitGatewayId, OwnerId = side.Account, Region = side.Region };
}
