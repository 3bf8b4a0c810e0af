using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>Subnets.</summary>
internal static class Subnets
{
    private const int Ipv6PrefixLength = 64;

    // The first four addresses and the last are AWS's (VPC User Guide, "Subnet CIDR blocks").
    private const int Reserved = 5;

    /// <summary>Filters of DescribeSubnets.</summary>
    public static readonly Filters<SubnetRecord> Known = new Filters<SubnetRecord>(subnet => subnet.Id)
        .One("availability-zone", (_, subnet) => subnet.AvailabilityZone)
        .One("availabilityZone", (_, subnet) => subnet.AvailabilityZone)
        .One("availability-zone-id", (_, subnet) => subnet.AvailabilityZoneId)
        .One("availabilityZoneId", (_, subnet) => subnet.AvailabilityZoneId)
        .One("available-ip-address-count", (call, subnet) => FreeAddresses(call, subnet).ToString(CultureInfo.InvariantCulture))
        .One("cidr-block", (_, subnet) => subnet.CidrBlock)
        .One("cidr", (_, subnet) => subnet.CidrBlock)
        .One("cidrBlock", (_, subnet) => subnet.CidrBlock)
        .One("customer-owned-ipv4-pool", (_, subnet) => subnet.CustomerOwnedIpv4Pool)
        .One("default-for-az", (_, subnet) => Text(subnet.DefaultForAz))
        .One("defaultForAz", (_, subnet) => Text(subnet.DefaultForAz))
        .One("enable-dns64", (_, subnet) => Text(subnet.EnableDns64))
        .One("enable-lni-at-device-index", (_, subnet) => subnet.EnableLniAtDeviceIndex?.ToString(CultureInfo.InvariantCulture))
        .Any("ipv6-cidr-block-association.ipv6-cidr-block", (_, subnet) => subnet.Ipv6.Select(block => block.Cidr))
        .Any("ipv6-cidr-block-association.association-id", (_, subnet) => subnet.Ipv6.Select(block => block.Id))
        .Any("ipv6-cidr-block-association.state", (call, subnet) => subnet.Ipv6.Select(block => block.Life.StateAt(call.Now)))
        .One("ipv6-native", (_, subnet) => Text(subnet.Ipv6Native))
        .One("map-customer-owned-ip-on-launch", (_, subnet) => Text(subnet.MapCustomerOwnedIpOnLaunch))
        .One("map-public-ip-on-launch", (_, subnet) => Text(subnet.MapPublicIpOnLaunch))
        .One("outpost-arn", (_, subnet) => subnet.OutpostArn)
        .One("owner-id", (_, subnet) => subnet.Account)
        .One("private-dns-name-options-on-launch.hostname-type", (_, subnet) => subnet.HostnameType)
        .One("private-dns-name-options-on-launch.enable-resource-name-dns-a-record", (_, subnet) => Text(subnet.EnableResourceNameDnsARecord))
        .One("private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record", (_, subnet) => Text(subnet.EnableResourceNameDnsAaaaRecord))
        .One("state", (call, subnet) => subnet.StateAt(call.Now))
        .One("subnet-arn", (_, subnet) => Arn(subnet))
        .One("subnet-id", (_, subnet) => subnet.Id)
        .One("vpc-id", (_, subnet) => subnet.VpcId);

    /// <summary>Adds these operations.</summary>
    public static Operations OnSubnets(this Operations operations) => operations
        .On<CreateSubnetRequest, CreateSubnetResponse>(Create)
        .On<DeleteSubnetRequest, DeleteSubnetResponse>(Delete)
        .On<DescribeSubnetsRequest, DescribeSubnetsResponse>(Describe)
        .On<ModifySubnetAttributeRequest, ModifySubnetAttributeResponse>(Modify);

    /// <summary>A subnet that a request names.</summary>
    public static SubnetRecord Get(Call call, string? id, string parameter = "subnetId") => Lookup.Get(call, call.Network.Subnets, ResourceKind.Subnet, id, parameter);

    private static CreateSubnetResponse Create(Call call, CreateSubnetRequest request)
    {
        var vpc = Vpcs.Get(call, request.VpcId);
        if ((request.Ipv4IpamPoolId ?? request.Ipv6IpamPoolId) is { } pool)
            throw new ServiceException("InvalidIpamPoolId.NotFound", $"The ipam-pool ID '{pool}' does not exist");
        var ipv6Only = request.Ipv6Native == true;
        if (ipv6Only && (request.CidrBlock is not null || request.Ipv6CidrBlock is null))
            throw new ServiceException("InvalidParameterCombination", "An IPv6 native subnet takes an IPv6 CIDR block and no IPv4 CIDR block.");
        if (!ipv6Only && request.CidrBlock is null)
            throw Lookup.Missing("cidrBlock");
        var ipv4 = request.CidrBlock is null ? (IPNetwork?)null : Blocks.Read(request.CidrBlock, "cidrBlock", AddressFamily.InterNetwork);
        var ipv6 = request.Ipv6CidrBlock is null ? (IPNetwork?)null : Blocks.Read(request.Ipv6CidrBlock, "ipv6CidrBlock", AddressFamily.InterNetworkV6);
        if (ipv4 is { } block)
            Call.Require(NetworkCidrs.CheckVpcBlock(block, "cidrBlock"), "InvalidSubnet.Range");
        if (ipv6 is { } wide && wide.PrefixLength != Ipv6PrefixLength)
            throw new ServiceException("InvalidSubnet.Range", $"The IPv6 CIDR '{wide}' is invalid: a subnet takes a /{Ipv6PrefixLength}.");
        CheckFits(call, vpc, [.. new[] { ipv4, ipv6 }.OfType<IPNetwork>()]);
        var zone = Zone(call, request.AvailabilityZone, request.AvailabilityZoneId);
        var tags = Tagging.Read(request.TagSpecifications, "subnet");
        call.Permit(vpc.Id);

        var subnet = call.Network.Add(call.Network.Subnets, new SubnetRecord
        {
            Id = NewIds.Ec2("subnet-"),
            Account = call.Account,
            Region = call.Region,
            Created = call.Now,
            Life = Timeline.Start(call.Now, "pending", (call.After(Delay.Vpc), "available")),
            VpcId = vpc.Id,
            CidrBlock = ipv4?.ToString(),
            AvailabilityZone = zone.Name,
            AvailabilityZoneId = zone.Id,
            OutpostArn = request.OutpostArn,
            Ipv6Native = ipv6Only,
            AssignIpv6AddressOnCreation = ipv6Only,
            HostnameType = ipv6Only ? "resource-name" : "ip-name",
        });
        if (ipv6 is { } own)
            subnet.Ipv6.Add(new CidrAssociation { Id = NewIds.Ec2("subnet-cidr-assoc-"), Cidr = own.ToString(), Life = Timeline.Start(call.Now, "associating", (call.After(Delay.VpcCidrBlock), "associated")) });
        Tagging.Put(call, subnet.Id, tags);
        return new CreateSubnetResponse { Subnet = Shape(call, subnet) };
    }

    private static void CheckFits(Call call, VpcRecord vpc, List<IPNetwork> blocks)
    {
        var space = Blocks.Parse(vpc.BlocksAt(call.Now));
        var taken = Blocks.Parse(call.Network.Subnets.In(call.Place).Where(other => other.VpcId == vpc.Id).SelectMany(other => other.BlocksAt(call.Now)));
        foreach (var block in blocks)
        {
            if (!space.Exists(outer => Cidrs.Contains(outer, block)))
                throw new ServiceException("InvalidSubnet.Range", $"The CIDR '{block}' is invalid.");
            if (Cidrs.FirstOverlap([block], taken) is not null)
                throw new ServiceException("InvalidSubnet.Conflict", $"The CIDR '{block}' conflicts with another subnet");
        }
    }

    private static (string Name, string Id) Zone(Call call, string? name, string? id)
    {
        var zones = RegionMap.ZonesOf(call.Region).ToList();
        if (name is null && id is null)
            return zones[0];
        var found = zones.Find(zone => (name is null || zone.Name == name) && (id is null || zone.Id == id));
        return found.Name is null
            ? throw Lookup.Invalid("availabilityZone", name ?? id, $"Subnets can currently only be created in the following availability zones: {string.Join(", ", zones.Select(zone => zone.Name))}.")
            : found;
    }

    private static DeleteSubnetResponse Delete(Call call, DeleteSubnetRequest request)
    {
        var subnet = Get(call, request.SubnetId);
        if (NetworkInterfaces.In(call).Any(card => card.SubnetId == subnet.Id))
            throw new ServiceException("DependencyViolation", $"The subnet '{subnet.Id}' has dependencies and cannot be deleted.");
        call.Permit(subnet.Id);
        foreach (var table in call.Network.RouteTables.In(call.Place))
            table.Uses.RemoveAll(use => use.SubnetId == subnet.Id);
        call.Network.Remove(call.Network.Subnets, subnet);
        return new DeleteSubnetResponse();
    }

    private static DescribeSubnetsResponse Describe(Call call, DescribeSubnetsRequest request)
    {
        var page = Lookup.Page(call, call.Network.Subnets, ResourceKind.Subnet, request.SubnetIds, request.Filters, Known, request.MaxResults, request.NextToken);
        return new DescribeSubnetsResponse { Subnets = [.. page.Items.Select(subnet => Shape(call, subnet))], NextToken = page.NextToken };
    }

    private static ModifySubnetAttributeResponse Modify(Call call, ModifySubnetAttributeRequest request)
    {
        var subnet = Get(call, request.SubnetId);
        List<Action> changes = [];
        void On(object? given, Action change)
        {
            if (given is not null)
                changes.Add(change);
        }
        On(request.AssignIpv6AddressOnCreation?.Value, () => subnet.AssignIpv6AddressOnCreation = request.AssignIpv6AddressOnCreation!.Value!.Value);
        On(request.MapPublicIpOnLaunch?.Value, () => subnet.MapPublicIpOnLaunch = request.MapPublicIpOnLaunch!.Value!.Value);
        On(request.MapCustomerOwnedIpOnLaunch?.Value, () =>
        {
            subnet.MapCustomerOwnedIpOnLaunch = request.MapCustomerOwnedIpOnLaunch!.Value!.Value;
            subnet.CustomerOwnedIpv4Pool = request.CustomerOwnedIpv4Pool;
        });
        On(request.EnableDns64?.Value, () => subnet.EnableDns64 = request.EnableDns64!.Value!.Value);
        On(request.PrivateDnsHostnameTypeOnLaunch, () => subnet.HostnameType = request.PrivateDnsHostnameTypeOnLaunch!);
        On(request.EnableResourceNameDnsARecordOnLaunch?.Value, () => subnet.EnableResourceNameDnsARecord = request.EnableResourceNameDnsARecordOnLaunch!.Value!.Value);
        On(request.EnableResourceNameDnsAAAARecordOnLaunch?.Value, () => subnet.EnableResourceNameDnsAaaaRecord = request.EnableResourceNameDnsAAAARecordOnLaunch!.Value!.Value);
        On(request.EnableLniAtDeviceIndex, () => subnet.EnableLniAtDeviceIndex = request.EnableLniAtDeviceIndex);
        On(request.DisableLniAtDeviceIndex?.Value, () => subnet.EnableLniAtDeviceIndex = null);
        if (changes.Count != 1)
            throw new ServiceException("InvalidParameterCombination", "Exactly one attribute must be specified.");
        if (request.MapCustomerOwnedIpOnLaunch?.Value == true && request.CustomerOwnedIpv4Pool is null)
            throw Lookup.Missing("customerOwnedIpv4Pool");
        if (request.PrivateDnsHostnameTypeOnLaunch is not (null or "ip-name" or "resource-name"))
            throw Lookup.Invalid("privateDnsHostnameTypeOnLaunch", request.PrivateDnsHostnameTypeOnLaunch);
        if (request.AssignIpv6AddressOnCreation?.Value == true && !subnet.Ipv6.Exists(block => block.IsHeld(call.Now)))
            throw new ServiceException("InvalidParameterValue", $"Invalid value 'true' for assignIpv6AddressOnCreation. Subnet '{subnet.Id}' has no IPv6 CIDR block.");
        call.Permit(subnet.Id);
        changes[0]();
        return new ModifySubnetAttributeResponse();
    }

    private static string Text(bool value) => value ? "true" : "false";

    private static string Arn(SubnetRecord subnet) => $"arn:{RegionMap.PartitionOf(subnet.Region)}:ec2:{subnet.Region}:{subnet.Account}:subnet/{subnet.Id}";

    private static int FreeAddresses(Call call, SubnetRecord subnet) => subnet.CidrBlock is null || !Cidrs.TryParse(subnet.CidrBlock, out var block)
        ? 0
        : (1 << (32 - block.PrefixLength)) - Reserved - NetworkInterfaces.In(call).Count(card => card.SubnetId == subnet.Id);

    private static Subnet Shape(Call call, SubnetRecord subnet) => new()
    {
        SubnetId = subnet.Id,
        SubnetArn = Arn(subnet),
        VpcId = subnet.VpcId,
        OwnerId = subnet.Account,
        State = subnet.StateAt(call.Now),
        CidrBlock = subnet.CidrBlock,
        AvailabilityZone = subnet.AvailabilityZone,
        AvailabilityZoneId = subnet.AvailabilityZoneId,
        AvailableIpAddressCount = FreeAddresses(call, subnet),
        DefaultForAz = subnet.DefaultForAz,
        MapPublicIpOnLaunch = subnet.MapPublicIpOnLaunch,
        AssignIpv6AddressOnCreation = subnet.AssignIpv6AddressOnCreation,
        MapCustomerOwnedIpOnLaunch = subnet.MapCustomerOwnedIpOnLaunch,
        CustomerOwnedIpv4Pool = subnet.CustomerOwnedIpv4Pool,
        OutpostArn = subnet.OutpostArn,
        EnableDns64 = subnet.EnableDns64,
        EnableLniAtDeviceIndex = subnet.EnableLniAtDeviceIndex,
        Ipv6Native = subnet.Ipv6Native,
        Ipv6CidrBlockAssociationSet = [.. subnet.Ipv6.Select(block => new SubnetIpv6CidrBlockAssociation
        {
            AssociationId = block.Id,
            Ipv6CidrBlock = block.Cidr,
            Ipv6CidrBlockState = new SubnetCidrBlockState { State = block.Life.StateAt(call.Now) },
            Ipv6AddressAttribute = "public",
            IpSource = "amazon",
        })],
        PrivateDnsNameOptionsOnLaunch = new PrivateDnsNameOptionsOnLaunch
        {
            HostnameType = subnet.HostnameType,
            EnableResourceNameDnsARecord = subnet.EnableResourceNameDnsARecord,
            EnableResourceNameDnsAAAARecord = subnet.EnableResourceNameDnsAaaaRecord,
        },
        BlockPublicAccessStates = new BlockPublicAccessStates { InternetGatewayBlockMode = "off" },
        Tags = Tagging.Of(call, subnet.Id),
    };
}
