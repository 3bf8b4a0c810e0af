using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>VPC attachments of transit gateways.</summary>
internal static class TgwVpcAttachments
{
    private static readonly (string Name, string Usual)[] Switches =
        [("DnsSupport", "enable"), ("SecurityGroupReferencingSupport", "enable"), ("Ipv6Support", "disable"), ("ApplianceModeSupport", "disable")];

    private static readonly Filters<TgwAttachmentRecord> Known = new Filters<TgwAttachmentRecord>(attachment => attachment.Id)
        .One("state", (call, attachment) => attachment.StateAt(call.Now))
        .One("transit-gateway-attachment-id", (_, attachment) => attachment.Id)
        .One("transit-gateway-id", (_, attachment) => attachment.TransitGatewayId)
        .One("vpc-id", (_, attachment) => attachment.ResourceId);

    /// <summary>Adds these operations.</summary>
    public static Operations OnTgwVpcAttachments(this Operations operations) => operations
        .On<CreateTransitGatewayVpcAttachmentRequest, CreateTransitGatewayVpcAttachmentResponse>(Create)
        .On<ModifyTransitGatewayVpcAttachmentRequest, ModifyTransitGatewayVpcAttachmentResponse>(Modify)
        .On<DeleteTransitGatewayVpcAttachmentRequest, DeleteTransitGatewayVpcAttachmentResponse>(Delete)
        .On<DescribeTransitGatewayVpcAttachmentsRequest, DescribeTransitGatewayVpcAttachmentsResponse>(Describe);

    private static CreateTransitGatewayVpcAttachmentResponse Create(Call call, CreateTransitGatewayVpcAttachmentRequest request)
    {
        var gateway = TransitGateways.GetAvailable(call, request.TransitGatewayId);
        var vpc = Vpcs.Get(call, request.VpcId);
        if (request.SubnetIds is not { Count: > 0 } ids)
            throw Lookup.Missing("subnetIds");
        CheckSubnets(call, vpc.Id, ids);
        if (call.Network.TgwAttachments.In(call.Place).Exists(other => other.ResourceType == "vpc" && other.ResourceId == vpc.Id && other.TransitGatewayId == gateway.Id && IsThere(call, other)))
            throw new ServiceException("DuplicateTransitGatewayAttachment", $"{gateway.Id} has non-deleted Transit Gateway Attachments with same VPC ID.");
        var options = request.Options ?? new CreateTransitGatewayVpcAttachmentRequestOptions();
        string?[] given = [options.DnsSupport, options.SecurityGroupReferencingSupport, options.Ipv6Support, options.ApplianceModeSupport];
        var switches = Switches.Zip(given, (option, value) => (option.Name, Value: Read(option.Name, value ?? option.Usual))).ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal);
        var tags = Tagging.Read(request.TagSpecifications, "transit-gateway-attachment");
        call.Permit(gateway.Id, vpc.Id);

        var waits = gateway.Account != call.Account && !gateway.Has("AutoAcceptSharedAttachments");
        var attachment = call.Network.Add(call.Network.TgwAttachments, new TgwAttachmentRecord
        {
            Id = NewIds.Ec2("tgw-attach-"),
            Account = call.Account,
            Region = call.Region,
            Created = call.Now,
            Life = waits ? Timeline.Start(call.Now, "pendingAcceptance") : Timeline.Start(call.Now, "pending", (call.After(Delay.TransitGatewayAttachment), "available")),
            ResourceType = "vpc",
            ResourceId = vpc.Id,
            Sides = [new AttachmentSide { TransitGatewayId = gateway.Id, Account = gateway.Account, Region = gateway.Region }],
            SubnetIds = [.. ids],
            Switches = switches,
        });
        if (!waits)
            TgwAttachments.ApplyDefaults(call, attachment);
        Tagging.Put(call, attachment.Id, tags);
        return new CreateTransitGatewayVpcAttachmentResponse { TransitGatewayVpcAttachment = Shape(call, attachment) };
    }

    private static ModifyTransitGatewayVpcAttachmentResponse Modify(Call call, ModifyTransitGatewayVpcAttachmentRequest request)
    {
        var attachment = TgwAttachments.Get(call, request.TransitGatewayAttachmentId, "vpc");
        if (attachment.StateAt(call.Now) != "available")
            throw TransitGateways.WrongState(attachment.Id, attachment.StateAt(call.Now));
        var removed = request.RemoveSubnetIds ?? [];
        foreach (var id in removed.Where(id => !attachment.SubnetIds.Contains(id, StringComparer.Ordinal)))
            throw new ServiceException("InvalidSubnetID.NotFound", $"The subnet ID '{id}' is not part of {attachment.Id}");
        List<string> subnets = [.. attachment.SubnetIds.Except(removed, StringComparer.Ordinal), .. request.AddSubnetIds ?? []];
        if (subnets.Count == 0)
            throw new ServiceException("InvalidParameterValue", $"{attachment.Id} needs at least one subnet.");
        CheckSubnets(call, attachment.ResourceId, subnets);
        (string Name, string? Value)[] given =
        [
            ("DnsSupport", request.Options?.DnsSupport), ("SecurityGroupReferencingSupport", request.Options?.SecurityGroupReferencingSupport),
            ("Ipv6Support", request.Options?.Ipv6Support), ("ApplianceModeSupport", request.Options?.ApplianceModeSupport),
        ];
        var switches = given.Where(option => option.Value is not null).Select(option => (option.Name, Value: Read(option.Name, option.Value!))).ToList();
        call.Permit(attachment.Id);
        attachment.SubnetIds.Clear();
        attachment.SubnetIds.AddRange(subnets);
        foreach (var (name, value) in switches)
            attachment.Switches[name] = value;
        attachment.Life.Enter(call.Now, "modifying", (call.After(Delay.TransitGatewayAttachment), "available"));
        return new ModifyTransitGatewayVpcAttachmentResponse { TransitGatewayVpcAttachment = Shape(call, attachment) };
    }

    private static DeleteTransitGatewayVpcAttachmentResponse Delete(Call call, DeleteTransitGatewayVpcAttachmentRequest request)
    {
        var attachment = TgwAttachments.Get(call, request.TransitGatewayAttachmentId, "vpc");
        if (attachment.StateAt(call.Now) is not ("available" or "pendingAcceptance"))
            throw TransitGateways.WrongState(attachment.Id, attachment.StateAt(call.Now));
        var carried = call.Network.TgwAttachments.All.Where(other => other.TransportAttachmentId == attachment.Id && IsThere(call, other)).Select(other => other.Id).ToList();
        if (carried.Count > 0)
            throw new ServiceException("IncorrectState", $"{attachment.Id} has non-deleted Connect attachments: {string.Join(", ", carried)}.");
        call.Permit(attachment.Id);
        TgwAttachments.End(call, attachment);
        return new DeleteTransitGatewayVpcAttachmentResponse { TransitGatewayVpcAttachment = Shape(call, attachment) };
    }

    private static DescribeTransitGatewayVpcAttachmentsResponse Describe(Call call, DescribeTransitGatewayVpcAttachmentsRequest request)
    {
        var page = Lookup.Page(call, call.Network.TgwAttachments, ResourceKind.TransitGatewayAttachment, request.TransitGatewayAttachmentIds, request.Filters, Known,
            request.MaxResults, request.NextToken, attachment => attachment.ResourceType == "vpc");
        return new DescribeTransitGatewayVpcAttachmentsResponse { TransitGatewayVpcAttachments = page.Items.ConvertAll(attachment => Shape(call, attachment)), NextToken = page.NextToken };
    }

    private static bool IsThere(Call call, TgwAttachmentRecord attachment) => attachment.StateAt(call.Now) is not ("deleted" or "failed" or "rejected");

    private static void CheckSubnets(Call call, string vpcId, List<string> ids)
    {
        var zones = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            var subnet = Subnets.Get(call, id, "subnetIds");
            if (subnet.VpcId != vpcId)
                throw new ServiceException("InvalidSubnetID.NotFound", $"The subnet ID '{id}' does not exist in the vpc '{vpcId}'");
            if (!zones.Add(subnet.AvailabilityZoneId))
                throw new ServiceException("DuplicateSubnetsInSameZone", $"Duplicate Subnets for same AZ: {subnet.AvailabilityZone}");
        }
    }

    private static string Read(string name, string value) => value is "enable" or "disable" ? value : throw Lookup.Invalid(name, value, "Valid values are enable and disable.");

    private static TransitGatewayVpcAttachment Shape(Call call, TgwAttachmentRecord attachment) => new()
    {
        TransitGatewayAttachmentId = attachment.Id,
        TransitGatewayId = attachment.TransitGatewayId,
        VpcId = attachment.ResourceId,
        VpcOwnerId = attachment.Account,
        State = attachment.StateAt(call.Now),
        SubnetIds = [.. attachment.SubnetIds],
        CreationTime = attachment.Created.UtcDateTime,
        Options = new TransitGatewayVpcAttachmentOptions
        {
            DnsSupport = attachment.Switches.GetValueOrDefault("DnsSupport"),
            SecurityGroupReferencingSupport = attachment.Switches.GetValueOrDefault("SecurityGroupReferencingSupport"),
            Ipv6Support = attachment.Switches.GetValueOrDefault("Ipv6Support"),
            ApplianceModeSupport = attachment.Switches.GetValueOrDefault("ApplianceModeSupport"),
        },
        Tags = Tagging.Of(call, attachment.Id),
    };
}
