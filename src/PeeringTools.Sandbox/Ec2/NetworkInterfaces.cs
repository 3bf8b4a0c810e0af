using System.Globalization;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>Network interfaces: those that files brought, and the one in each subnet of a transit gateway's VPC attachment, which follow from the attachment.</summary>
internal static class NetworkInterfaces
{
    private static readonly Filters<NetworkInterface> Known = new Filters<NetworkInterface>(card => card.NetworkInterfaceId!)
        .One("association.allocation-id", (_, card) => card.Association?.AllocationId)
        .One("association.association-id", (_, card) => card.Association?.AssociationId)
        .One("association.ip-owner-id", (_, card) => card.Association?.IpOwnerId)
        .One("association.public-dns-name", (_, card) => card.Association?.PublicDnsName)
        .One("association.public-ip", (_, card) => card.Association?.PublicIp)
        .One("attachment.attachment-id", (_, card) => card.Attachment?.AttachmentId)
        .One("attachment.delete-on-termination", (_, card) => Text(card.Attachment?.DeleteOnTermination))
        .One("attachment.device-index", (_, card) => card.Attachment?.DeviceIndex?.ToString(CultureInfo.InvariantCulture))
        .One("attachment.instance-id", (_, card) => card.Attachment?.InstanceId)
        .One("attachment.instance-owner-id", (_, card) => card.Attachment?.InstanceOwnerId)
        .One("attachment.status", (_, card) => card.Attachment?.Status)
        .One("availability-zone", (_, card) => card.AvailabilityZone)
        .One("description", (_, card) => card.Description)
        .Any("group-id", (_, card) => (card.Groups ?? []).Select(group => group.GroupId))
        .Any("group-name", (_, card) => (card.Groups ?? []).Select(group => group.GroupName))
        .One("interface-type", (_, card) => card.InterfaceType)
        .Any("ipv6-addresses.ipv6-address", (_, card) => (card.Ipv6Addresses ?? []).Select(address => address.Ipv6Address))
        .Any("addresses.private-ip-address", (_, card) => (card.PrivateIpAddresses ?? []).Select(address => address.PrivateIpAddress))
        .Any("addresses.primary", (_, card) => (card.PrivateIpAddresses ?? []).Select(address => Text(address.Primary)))
        .Any("addresses.association.public-ip", (_, card) => (card.PrivateIpAddresses ?? []).Select(address => address.Association?.PublicIp))
        .One("mac-address", (_, card) => card.MacAddress)
        .One("network-interface-id", (_, card) => card.NetworkInterfaceId)
        .One("owner-id", (_, card) => card.OwnerId)
        .One("private-dns-name", (_, card) => card.PrivateDnsName)
        .One("private-ip-address", (_, card) => card.PrivateIpAddress)
        .One("requester-id", (_, card) => card.RequesterId)
        .One("requester-managed", (_, card) => Text(card.RequesterManaged))
        .One("source-dest-check", (_, card) => Text(card.SourceDestCheck))
        .One("status", (_, card) => card.Status)
        .One("subnet-id", (_, card) => card.SubnetId)
        .One("vpc-id", (_, card) => card.VpcId);

    /// <summary>Adds this operation.</summary>
    public static Operations OnNetworkInterfaces(this Operations operations) =>
        operations.On<DescribeNetworkInterfacesRequest, DescribeNetworkInterfacesResponse>(Describe);

    /// <summary>All that the caller's account has in the called Region.</summary>
    public static IEnumerable<NetworkInterface> In(Call call)
    {
        foreach (var card in call.Network.NetworkInterfaces.In(call.Place))
        {
            card.Shape.TagSet = Tagging.Of(call, card.Id);
            yield return card.Shape;
        }
        foreach (var attachment in call.Network.TgwAttachments.In(call.Place))
        {
            if (attachment.ResourceType != "vpc" || attachment.Home != call.Place || attachment.StateAt(call.Now) is "deleted" or "failed" or "rejected" or "pendingAcceptance")
                continue;
            foreach (var id in attachment.SubnetIds)
            {
                if (call.Network.Subnets.TryGet(id, out var subnet))
                    yield return OfAttachment(call, attachment, subnet);
            }
        }
    }

    private static DescribeNetworkInterfacesResponse Describe(Call call, DescribeNetworkInterfacesRequest request)
    {
        var fits = Known.Compile(call, request.Filters);
        var all = In(call).ToList();
        foreach (var id in request.NetworkInterfaceIds ?? [])
        {
            Lookup.CheckForm(ResourceKind.NetworkInterface, id, "networkInterfaceId");
            if (!all.Exists(card => card.NetworkInterfaceId == id))
                throw Lookup.NotFound(ResourceKind.NetworkInterface, id);
        }
        var asked = request.NetworkInterfaceIds is { Count: > 0 } ids ? all.Where(card => ids.Contains(card.NetworkInterfaceId!, StringComparer.Ordinal)) : all;
        var page = Paging.OfList(call, asked.Where(fits).OrderBy(card => card.NetworkInterfaceId, StringComparer.Ordinal), Paging.Ec2Size(request.MaxResults), request.NextToken);
        return new DescribeNetworkInterfacesResponse { NetworkInterfaces = page.Items, NextToken = page.NextToken };
    }

    private static NetworkInterface OfAttachment(Call call, TgwAttachmentRecord attachment, SubnetRecord subnet)
    {
        var id = NewIds.Derived("eni-", attachment.Id + subnet.Id);
        var address = AddressIn(subnet, id);
        return new NetworkInterface
        {
            NetworkInterfaceId = id,
            Description = $"Network Interface for Transit Gateway Attachment {attachment.Id}",
            InterfaceType = "transit_gateway",
            RequesterManaged = true,
            RequesterId = attachment.Sides[0].Account,
            SourceDestCheck = false,
            Status = "in-use",
            OwnerId = attachment.Account,
            SubnetId = subnet.Id,
            VpcId = subnet.VpcId,
            AvailabilityZone = subnet.AvailabilityZone,
            AvailabilityZoneId = subnet.AvailabilityZoneId,
            PrivateIpAddress = address,
            PrivateIpAddresses = address is null ? [] : [new NetworkInterfacePrivateIpAddress { Primary = true, PrivateIpAddress = address }],
            Ipv6Addresses = [],
            Groups = [],
            MacAddress = "02:" + string.Join(':', id[^10..].Chunk(2).Select(pair => new string(pair))),
            Attachment = new NetworkInterfaceAttachment
            {
                AttachmentId = NewIds.Derived("ela-attach-", attachment.Id + subnet.Id),
                DeleteOnTermination = false,
                DeviceIndex = 1,
                InstanceOwnerId = "amazon-aws",
                Status = "attached",
                AttachTime = attachment.Created.UtcDateTime,
            },
            TagSet = Tagging.Of(call, id),
        };
    }

    // An address that belongs to the interface for good: worked out from its id, past the four that AWS keeps.
    private static string? AddressIn(SubnetRecord subnet, string id)
    {
        if (subnet.CidrBlock is null || !Cidrs.TryParse(subnet.CidrBlock, out var block))
            return null;
        var room = (uint)(1 << (32 - block.PrefixLength)) - 5;
        var offset = 4 + (uint.Parse(id[^8..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) % room);
        return Cidrs.ToAddress(Cidrs.ToNumber(block.BaseAddress) + offset, block.BaseAddress.AddressFamily).ToString();
    }

    private static string? Text(bool? value) => value switch { null => null, true => "true", false => "false" };
}
