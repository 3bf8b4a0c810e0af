using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.Ec2;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Files;

/// <content>VPCs and what is in them.</content>
internal sealed partial class NetworkLoader
{
    /// <summary>describe-vpcs.</summary>
    public void LoadVpc(LoadedItem item)
    {
        var vpc = item.As<Vpc>();
        var place = item.Place(vpc.OwnerId, "OwnerId", Settings);
        var id = item.Id(ResourceKind.Vpc, vpc.VpcId, "VpcId");
        var primary = item.Block(vpc.CidrBlock, "CidrBlock");
        var record = Add(item, Network.Vpcs, new VpcRecord
        {
            Id = id,
            Account = place.Account,
            Region = place.Region,
            Created = LongAgo,
            Life = Timeline.Start(LongAgo, "available"),
            CidrBlock = primary,
            InstanceTenancy = vpc.InstanceTenancy ?? "default",
            IsDefault = vpc.IsDefault ?? false,
            DhcpOptionsId = vpc.DhcpOptionsId ?? VpcDefaults.DhcpOptionsOf(place),
            // AWS's default VPCs have both attributes on (VPC User Guide, "Default VPC components").
            EnableDnsHostnames = vpc.IsDefault ?? false,
        }, "VpcId");
        var ipv4 = vpc.CidrBlockAssociationSet ?? [];
        for (var i = 0; i < ipv4.Count; i++)
            AddBlock(record.Ipv4, ipv4[i].AssociationId, item.Block(ipv4[i].CidrBlock, $"CidrBlockAssociationSet[{i}].CidrBlock"), ipv4[i].CidrBlockState?.State);
        if (!record.Ipv4.Exists(block => block.Cidr == primary))
            record.Ipv4.Insert(0, new CidrAssociation { Id = NewIds.Derived("vpc-cidr-assoc-", id), Cidr = primary, Life = Timeline.Start(LongAgo, "associated") });
        var ipv6 = vpc.Ipv6CidrBlockAssociationSet ?? [];
        for (var i = 0; i < ipv6.Count; i++)
            AddBlock(record.Ipv6, ipv6[i].AssociationId, item.Block(ipv6[i].Ipv6CidrBlock, $"Ipv6CidrBlockAssociationSet[{i}].Ipv6CidrBlock"), ipv6[i].Ipv6CidrBlockState?.State);
        AddTags(place, id, vpc.Tags);
    }

    /// <summary>describe-vpc-attribute.</summary>
    public void LoadVpcAttribute(LoadedItem item)
    {
        var attribute = item.As<DescribeVpcAttributeResponse>();
        var vpc = VpcOf(item, attribute.VpcId);
        vpc.EnableDnsSupport = attribute.EnableDnsSupport?.Value ?? vpc.EnableDnsSupport;
        vpc.EnableDnsHostnames = attribute.EnableDnsHostnames?.Value ?? vpc.EnableDnsHostnames;
        vpc.EnableNetworkAddressUsageMetrics = attribute.EnableNetworkAddressUsageMetrics?.Value ?? vpc.EnableNetworkAddressUsageMetrics;
    }

    /// <summary>describe-subnets.</summary>
    public void LoadSubnet(LoadedItem item)
    {
        var subnet = item.As<Subnet>();
        var vpc = VpcOf(item, subnet.VpcId);
        var id = item.Id(ResourceKind.Subnet, subnet.SubnetId, "SubnetId");
        var zone = subnet.AvailabilityZone ?? RegionMap.ZonesOf(vpc.Region).First().Name;
        var dns = subnet.PrivateDnsNameOptionsOnLaunch;
        var record = Add(item, Network.Subnets, new SubnetRecord
        {
            Id = id,
            Account = item.Account(subnet.OwnerId, "OwnerId", Settings),
            Region = vpc.Region,
            Created = LongAgo,
            Life = Timeline.Start(LongAgo, "available"),
            VpcId = vpc.Id,
            CidrBlock = subnet.Ipv6Native == true ? null : item.Block(subnet.CidrBlock, "CidrBlock"),
            AvailabilityZone = zone,
            AvailabilityZoneId = subnet.AvailabilityZoneId ?? RegionMap.ZonesOf(vpc.Region).FirstOrDefault(known => known.Name == zone).Id ?? zone,
            OutpostArn = subnet.OutpostArn,
            Ipv6Native = subnet.Ipv6Native ?? false,
            DefaultForAz = subnet.DefaultForAz ?? false,
            MapPublicIpOnLaunch = subnet.MapPublicIpOnLaunch ?? false,
            AssignIpv6AddressOnCreation = subnet.AssignIpv6AddressOnCreation ?? false,
            MapCustomerOwnedIpOnLaunch = subnet.MapCustomerOwnedIpOnLaunch ?? false,
            CustomerOwnedIpv4Pool = subnet.CustomerOwnedIpv4Pool,
            EnableDns64 = subnet.EnableDns64 ?? false,
            EnableLniAtDeviceIndex = subnet.EnableLniAtDeviceIndex,
            HostnameType = dns?.HostnameType ?? "ip-name",
            EnableResourceNameDnsARecord = dns?.EnableResourceNameDnsARecord ?? false,
            EnableResourceNameDnsAaaaRecord = dns?.EnableResourceNameDnsAAAARecord ?? false,
        }, "SubnetId");
        var ipv6 = subnet.Ipv6CidrBlockAssociationSet ?? [];
        for (var i = 0; i < ipv6.Count; i++)
            AddBlock(record.Ipv6, ipv6[i].AssociationId, item.Block(ipv6[i].Ipv6CidrBlock, $"Ipv6CidrBlockAssociationSet[{i}].Ipv6CidrBlock"), ipv6[i].Ipv6CidrBlockState?.State);
        AddTags(record.Home, id, subnet.Tags);
    }

    /// <summary>describe-security-groups.</summary>
    public void LoadSecurityGroup(LoadedItem item)
    {
        var group = item.As<SecurityGroup>();
        var vpc = VpcOf(item, group.VpcId);
        var id = item.Id(ResourceKind.SecurityGroup, group.GroupId, "GroupId");
        item.Require(group.GroupName, "GroupName");
        Add(item, Network.SecurityGroups, new SecurityGroupRecord { Id = id, Account = vpc.Account, Region = vpc.Region, Created = LongAgo, VpcId = vpc.Id, Shape = group }, "GroupId");
        AddTags(vpc.Home, id, group.Tags);
    }

    /// <summary>describe-network-acls.</summary>
    public void LoadNetworkAcl(LoadedItem item)
    {
        var acl = item.As<NetworkAcl>();
        var vpc = VpcOf(item, acl.VpcId);
        var id = item.Id(ResourceKind.NetworkAcl, acl.NetworkAclId, "NetworkAclId");
        Add(item, Network.NetworkAcls, new NetworkAclRecord { Id = id, Account = vpc.Account, Region = vpc.Region, Created = LongAgo, VpcId = vpc.Id, Shape = acl }, "NetworkAclId");
        AddTags(vpc.Home, id, acl.Tags);
    }

    /// <summary>describe-network-interfaces. Those of transit gateway attachments are left out: they follow from the attachments.</summary>
    public void LoadNetworkInterface(LoadedItem item)
    {
        var card = item.As<NetworkInterface>();
        var vpc = VpcOf(item, card.VpcId);
        var id = item.Id(ResourceKind.NetworkInterface, card.NetworkInterfaceId, "NetworkInterfaceId");
        if (card.InterfaceType == "transit_gateway")
            return;
        Add(item, Network.NetworkInterfaces, new NetworkInterfaceRecord { Id = id, Account = vpc.Account, Region = vpc.Region, Created = LongAgo, VpcId = vpc.Id, Shape = card }, "NetworkInterfaceId");
        AddTags(vpc.Home, id, card.TagSet);
    }

    /// <summary>describe-route-tables.</summary>
    public void LoadRouteTable(LoadedItem item)
    {
        var table = item.As<RouteTable>();
        var vpc = VpcOf(item, table.VpcId);
        var id = item.Id(ResourceKind.RouteTable, table.RouteTableId, "RouteTableId");
        var record = Add(item, Network.RouteTables, new RouteTableRecord
        {
            Id = id,
            Account = vpc.Account,
            Region = vpc.Region,
            Created = LongAgo,
            VpcId = vpc.Id,
            PropagatingGateways = [.. (table.PropagatingVgws ?? []).Select(gateway => gateway.GatewayId ?? "")],
        }, "RouteTableId");
        foreach (var use in table.Associations ?? [])
        {
            record.Uses.Add(new RouteTableUse
            {
                Id = use.RouteTableAssociationId ?? NewIds.Derived("rtbassoc-", id + use.SubnetId + use.GatewayId),
                SubnetId = use.SubnetId,
                GatewayId = use.GatewayId,
                PublicIpv4Pool = use.PublicIpv4Pool,
                Life = Timeline.Start(LongAgo, use.AssociationState?.State ?? "associated"),
            });
        }
        var routes = table.Routes ?? [];
        for (var i = 0; i < routes.Count; i++)
        {
            if (routes[i].GatewayId != "local")
                record.Routes.Add(RouteOf(item, routes[i], $"Routes[{i}]"));
        }
        AddTags(vpc.Home, id, table.Tags);
    }

    /// <summary>describe-vpc-peering-connections. Both sides' files may hold the same one; each brings its own tags.</summary>
    public void LoadVpcPeering(LoadedItem item)
    {
        var peering = item.As<VpcPeeringConnection>();
        var id = item.Id(ResourceKind.VpcPeeringConnection, peering.VpcPeeringConnectionId, "VpcPeeringConnectionId");
        var state = item.Require(peering.Status?.Code, "Status.Code");
        var requester = Side(item, peering.RequesterVpcInfo, "RequesterVpcInfo");
        var accepter = Side(item, peering.AccepterVpcInfo, "AccepterVpcInfo");
        var viewer = item.File is { Account: { } account, Region: { } region } ? new Place(account, region) : requester.Place;
        if (!Network.VpcPeerings.TryGet(id, out _))
        {
            var expires = peering.ExpirationTime is { } time ? Made(time) : Now + VpcPeeringStates.ExpiresAfter;
            var record = Add(item, Network.VpcPeerings, new VpcPeeringRecord
            {
                Id = id,
                Account = requester.Account,
                Region = requester.Region,
                Created = LongAgo,
                Requester = requester,
                Accepter = accepter,
                Expires = expires,
                FailureMessage = state == VpcPeeringStates.Failed ? peering.Status!.Message : null,
                Life = Life(state, LongAgo),
            }, "VpcPeeringConnectionId");
            if (record.Life.Phases[^1].State == VpcPeeringStates.PendingAcceptance)
                record.Life.Phases.Add(new Phase(expires > Now ? expires : Now, VpcPeeringStates.Expired));
        }
        AddTags(viewer, id, peering.Tags);
    }

    private PeeringSide Side(LoadedItem item, VpcPeeringConnectionVpcInfo? info, string field)
    {
        if (info is null)
            throw item.Wrong(field, "is missing.");
        var blocks = (info.CidrBlockSet ?? []).ConvertAll(block => block.Cidr ?? "");
        if (info.CidrBlock is not null && !blocks.Contains(info.CidrBlock, StringComparer.Ordinal))
            blocks.Insert(0, info.CidrBlock);
        blocks.AddRange((info.Ipv6CidrBlockSet ?? []).Select(block => block.Value ?? ""));
        foreach (var block in blocks)
            item.Block(block, field + ".CidrBlock");
        return new PeeringSide
        {
            Account = item.Account(info.OwnerId, field + ".OwnerId", Settings),
            Region = item.Region(info.Region, field + ".Region", Settings),
            VpcId = item.Id(ResourceKind.Vpc, info.VpcId, field + ".VpcId"),
            Blocks = blocks,
            AllowDnsResolution = info.PeeringOptions?.AllowDnsResolutionFromRemoteVpc ?? false,
        };
    }

    private VpcRecord VpcOf(LoadedItem item, string? id) =>
        Network.Vpcs.TryGet(item.Id(ResourceKind.Vpc, id, "VpcId"), out var vpc) ? vpc : throw item.Wrong("VpcId", $"{id} is in no describe-vpcs output of this folder.");

    private static void AddBlock(List<CidrAssociation> blocks, string? id, string cidr, string? state)
    {
        if (state is "disassociated" or "disassociating" or "failed" or "failing")
            return;
        blocks.Add(new CidrAssociation { Id = id ?? NewIds.Derived("vpc-cidr-assoc-", cidr), Cidr = cidr, Life = Timeline.Start(LongAgo, "associated") });
    }

    private static RouteRecord RouteOf(LoadedItem item, Route route, string field)
    {
        var destination = route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock;
        if (destination is not null)
            item.Block(destination, field + ".DestinationCidrBlock");
        (RouteTarget Target, string? Id)[] targets =
        [
            (RouteTarget.Gateway, route.GatewayId), (RouteTarget.EgressOnlyInternetGateway, route.EgressOnlyInternetGatewayId), (RouteTarget.NatGateway, route.NatGatewayId),
            (RouteTarget.TransitGateway, route.TransitGatewayId), (RouteTarget.LocalGateway, route.LocalGatewayId), (RouteTarget.CarrierGateway, route.CarrierGatewayId),
            (RouteTarget.VpcPeeringConnection, route.VpcPeeringConnectionId), (RouteTarget.CoreNetwork, route.CoreNetworkArn), (RouteTarget.OdbNetwork, route.OdbNetworkArn),
            (RouteTarget.Instance, route.InstanceId), (RouteTarget.NetworkInterface, route.NetworkInterfaceId),
        ];
        var target = Array.Find(targets, target => target.Id is not null);
        return new RouteRecord
        {
            Destination = destination ?? item.Require(route.DestinationPrefixListId, field + ".DestinationCidrBlock"),
            Target = target.Target,
            TargetId = item.Require(target.Id, field + ".GatewayId"),
            Origin = route.Origin ?? "CreateRoute",
            InstanceOwnerId = route.InstanceOwnerId,
            RecordedState = route.State,
        };
    }
}
