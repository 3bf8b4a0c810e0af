using System.Net.Sockets;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>VPCs and their address blocks.</summary>
internal static class Vpcs
{
    private const int MostIpv4Blocks = 5;

    /// <summary>Filters of DescribeVpcs.</summary>
    public static readonly Filters<VpcRecord> Known = new Filters<VpcRecord>(vpc => vpc.Id)
        .One("cidr", (_, vpc) => vpc.CidrBlock)
        .Any("cidr-block-association.association-id", (_, vpc) => vpc.Ipv4.Select(block => block.Id))
        .Any("cidr-block-association.cidr-block", (_, vpc) => vpc.Ipv4.Select(block => block.Cidr))
        .Any("cidr-block-association.state", (call, vpc) => vpc.Ipv4.Select(block => block.Life.StateAt(call.Now)))
        .One("dhcp-options-id", (_, vpc) => vpc.DhcpOptionsId)
        .Any("ipv6-cidr-block-association.association-id", (_, vpc) => vpc.Ipv6.Select(block => block.Id))
        .Any("ipv6-cidr-block-association.ipv6-cidr-block", (_, vpc) => vpc.Ipv6.Select(block => block.Cidr))
        .Any("ipv6-cidr-block-association.ipv6-pool", (_, vpc) => vpc.Ipv6.Select(_ => AmazonPool))
        .Any("ipv6-cidr-block-association.state", (call, vpc) => vpc.Ipv6.Select(block => block.Life.StateAt(call.Now)))
        .One("is-default", (_, vpc) => vpc.IsDefault ? "true" : "false")
        .One("isDefault", (_, vpc) => vpc.IsDefault ? "true" : "false")
        .One("owner-id", (_, vpc) => vpc.Account)
        .One("state", (call, vpc) => vpc.StateAt(call.Now))
        .One("vpc-id", (_, vpc) => vpc.Id);

    private const string AmazonPool = "Amazon";

    /// <summary>Adds these operations.</summary>
    public static Operations OnVpcs(this Operations operations) => operations
        .On<CreateVpcRequest, CreateVpcResponse>(Create)
        .On<DeleteVpcRequest, DeleteVpcResponse>(Delete)
        .On<DescribeVpcsRequest, DescribeVpcsResponse>(Describe)
        .On<AssociateVpcCidrBlockRequest, AssociateVpcCidrBlockResponse>(Associate)
        .On<DisassociateVpcCidrBlockRequest, DisassociateVpcCidrBlockResponse>(Disassociate)
        .On<DescribeVpcAttributeRequest, DescribeVpcAttributeResponse>(DescribeAttribute)
        .On<ModifyVpcAttributeRequest, ModifyVpcAttributeResponse>(ModifyAttribute);

    /// <summary>A VPC that a request names and the caller owns.</summary>
    public static VpcRecord Get(Call call, string? id, string parameter = "vpcId") => Lookup.GetLive(call, call.Network.Vpcs, ResourceKind.Vpc, id, parameter);

    private static CreateVpcResponse Create(Call call, CreateVpcRequest request)
    {
        RefusePools(request.Ipv4IpamPoolId, request.Ipv6IpamPoolId, request.Ipv6Pool);
        if (request.CidrBlock is null)
            throw Lookup.Missing("cidrBlock");
        var block = Blocks.Read(request.CidrBlock, "cidrBlock", AddressFamily.InterNetwork);
        Call.Require(NetworkCidrs.CheckVpcBlock(block, "cidrBlock"), "InvalidVpc.Range");
        if (request.InstanceTenancy is not (null or "default" or "dedicated"))
            throw Lookup.Invalid("instanceTenancy", request.InstanceTenancy);
        var tags = Tagging.Read(request.TagSpecifications, "vpc");
        call.Permit();

        var network = call.Network;
        var id = NewIds.Ec2("vpc-");
        var vpc = network.Add(network.Vpcs, new VpcRecord
        {
            Id = id,
            Account = call.Account,
            Region = call.Region,
            Created = call.Now,
            Life = Timeline.Start(call.Now, "pending", (call.After(Delay.Vpc), "available")),
            CidrBlock = block.ToString(),
            Ipv4 = [new CidrAssociation { Id = NewIds.Ec2("vpc-cidr-assoc-"), Cidr = block.ToString(), Life = Timeline.Start(call.Now, "associated") }],
            InstanceTenancy = request.InstanceTenancy ?? "default",
            DhcpOptionsId = VpcDefaults.DhcpOptionsOf(call.Place),
            EncryptionControl = EncryptionControls.New(call, request.VpcEncryptionControl),
        });
        if (request.AmazonProvidedIpv6CidrBlock == true)
            vpc.Ipv6.Add(NewIpv6(call));
        VpcDefaults.Add(network, vpc, call.Now);
        Tagging.Put(call, id, tags);
        return new CreateVpcResponse { Vpc = Shape(call, vpc) };
    }

    private static DeleteVpcResponse Delete(Call call, DeleteVpcRequest request)
    {
        var vpc = Get(call, request.VpcId);
        var network = call.Network;
        var isUsed = network.Subnets.In(call.Place).Exists(subnet => subnet.VpcId == vpc.Id && subnet.IsLive(call.Now))
            || network.RouteTables.In(call.Place).Exists(table => table.VpcId == vpc.Id && !table.IsMain)
            || network.SecurityGroups.In(call.Place).Exists(group => group.VpcId == vpc.Id && group.Shape.GroupName != "default")
            || network.NetworkAcls.In(call.Place).Exists(acl => acl.VpcId == vpc.Id && acl.Shape.IsDefault != true)
            || network.TgwAttachments.In(call.Place).Exists(attachment => attachment.ResourceId == vpc.Id && attachment.StateAt(call.Now) != "deleted" && attachment.IsLive(call.Now))
            || network.VpcPeerings.In(call.Place).Exists(peering => VpcPeerings.IsBetween(peering, vpc.Id) && peering.StateAt(call.Now) is "provisioning" or "active");
        if (isUsed)
            throw new ServiceException("DependencyViolation", $"The vpc '{vpc.Id}' has dependencies and cannot be deleted.");
        call.Permit(vpc.Id);

        VpcPeerings.EndRequests(call, vpc.Id);
        RemoveAll(network, network.RouteTables, call.Place, table => table.VpcId == vpc.Id);
        RemoveAll(network, network.SecurityGroups, call.Place, group => group.VpcId == vpc.Id);
        RemoveAll(network, network.NetworkAcls, call.Place, acl => acl.VpcId == vpc.Id);
        network.Remove(network.Vpcs, vpc);
        return new DeleteVpcResponse();
    }

    private static void RemoveAll<T>(Network network, Table<T> table, Place place, Predicate<T> match)
        where T : Record
    {
        foreach (var record in table.In(place).FindAll(match))
            network.Remove(table, record);
    }

    private static DescribeVpcsResponse Describe(Call call, DescribeVpcsRequest request)
    {
        var page = Lookup.Page(call, call.Network.Vpcs, ResourceKind.Vpc, request.VpcIds, request.Filters, Known, request.MaxResults, request.NextToken);
        return new DescribeVpcsResponse { Vpcs = [.. page.Items.Select(vpc => Shape(call, vpc))], NextToken = page.NextToken };
    }

    private static AssociateVpcCidrBlockResponse Associate(Call call, AssociateVpcCidrBlockRequest request)
    {
        var vpc = Get(call, request.VpcId);
        RefusePools(request.Ipv4IpamPoolId, request.Ipv6IpamPoolId, request.Ipv6Pool);
        var isIpv6 = request.AmazonProvidedIpv6CidrBlock == true;
        if (isIpv6 == request.CidrBlock is not null)
            throw new ServiceException("InvalidParameterCombination", "Exactly one of CidrBlock and AmazonProvidedIpv6CidrBlock must be given.");
        var life = Timeline.Start(call.Now, "associating", (call.After(Delay.VpcCidrBlock), "associated"));
        if (isIpv6)
        {
            if (vpc.Ipv6.Exists(block => block.IsHeld(call.Now)))
                throw new ServiceException("CidrLimitExceeded", $"The vpc '{vpc.Id}' has reached its maximum of Amazon-provided IPv6 CIDR blocks.");
            call.Permit(vpc.Id);
            var added = new CidrAssociation { Id = NewIds.Ec2("vpc-cidr-assoc-"), Cidr = Blocks.AmazonProvided(call.Network, call.Now).ToString(), Life = life };
            vpc.Ipv6.Add(added);
            return new AssociateVpcCidrBlockResponse { VpcId = vpc.Id, Ipv6CidrBlockAssociation = Ipv6Shape(call, added) };
        }

        var block = Blocks.Read(request.CidrBlock!, "cidrBlock", AddressFamily.InterNetwork);
        Call.Require(NetworkCidrs.CheckVpcBlock(block, "cidrBlock"), "InvalidVpc.Range");
        var held = vpc.Ipv4.Where(other => other.IsHeld(call.Now)).Select(other => other.Cidr).ToList();
        if (Cidrs.FirstOverlap([block], Blocks.Parse(held)) is not null)
            throw new ServiceException("InvalidVpc.Range", $"The CIDR '{block}' conflicts with another CIDR block of the vpc '{vpc.Id}'.");
        if (held.Count >= MostIpv4Blocks)
            throw new ServiceException("CidrLimitExceeded", $"The vpc '{vpc.Id}' has reached its limit of {MostIpv4Blocks} CIDR blocks.");
        RefusePeerOverlap(call, vpc, block);
        call.Permit(vpc.Id);
        var association = new CidrAssociation { Id = NewIds.Ec2("vpc-cidr-assoc-"), Cidr = block.ToString(), Life = life };
        vpc.Ipv4.Add(association);
        return new AssociateVpcCidrBlockResponse { VpcId = vpc.Id, CidrBlockAssociation = Ipv4Shape(call, association) };
    }

    // VPC Peering Guide, "VPC peering limitations": a VPC can't take a block that overlaps the one at the other end of an active peering.
    private static void RefusePeerOverlap(Call call, VpcRecord vpc, System.Net.IPNetwork block)
    {
        foreach (var peering in call.Network.VpcPeerings.In(call.Place).Where(peering => VpcPeerings.IsBetween(peering, vpc.Id) && peering.StateAt(call.Now) == "active"))
        {
            var far = peering.Requester.VpcId == vpc.Id ? peering.Accepter : peering.Requester;
            if (Cidrs.FirstOverlap([block], Blocks.Parse(VpcPeerings.BlocksOf(call, far))) is not null)
                throw new ServiceException("InvalidVpc.Range", $"The CIDR '{block}' overlaps a CIDR block of the peer of '{peering.Id}'.");
        }
    }

    private static DisassociateVpcCidrBlockResponse Disassociate(Call call, DisassociateVpcCidrBlockRequest request)
    {
        var id = request.AssociationId ?? throw Lookup.Missing("associationId");
        var vpc = call.Network.Vpcs.In(call.Place).Find(vpc => vpc.Ipv4.Concat(vpc.Ipv6).Any(block => block.Id == id))
            ?? throw new ServiceException("InvalidVpcCidrBlockAssociationID.NotFound", $"The vpc CIDR block association ID '{id}' does not exist");
        if (vpc.Ipv4.Count > 0 && vpc.Ipv4[0].Id == id)
            throw new ServiceException("OperationNotPermitted", $"The vpc CIDR block with association ID {id} may not be disassociated. It is the primary IPv4 CIDR block of the VPC");
        var association = vpc.Ipv4.Concat(vpc.Ipv6).First(block => block.Id == id);
        var block = Blocks.ReadAny(association.Cidr, "cidrBlock");
        if (call.Network.Subnets.In(call.Place).Exists(subnet => subnet.VpcId == vpc.Id && Blocks.Parse(subnet.BlocksAt(call.Now)).Exists(inner => Cidrs.Contains(block, inner))))
            throw new ServiceException("InvalidCidrBlock.InUse", $"The vpc '{vpc.Id}' currently has a subnet within CIDR block {association.Cidr}");
        call.Permit(vpc.Id);
        association.Life.Enter(call.Now, "disassociating", (call.After(Delay.VpcCidrBlock), "disassociated"));
        return vpc.Ipv4.Contains(association)
            ? new DisassociateVpcCidrBlockResponse { VpcId = vpc.Id, CidrBlockAssociation = Ipv4Shape(call, association) }
            : new DisassociateVpcCidrBlockResponse { VpcId = vpc.Id, Ipv6CidrBlockAssociation = Ipv6Shape(call, association) };
    }

    private static DescribeVpcAttributeResponse DescribeAttribute(Call call, DescribeVpcAttributeRequest request)
    {
        var vpc = Get(call, request.VpcId);
        var response = new DescribeVpcAttributeResponse { VpcId = vpc.Id };
        switch (request.Attribute)
        {
            case "enableDnsSupport":
                response.EnableDnsSupport = new AttributeBooleanValue { Value = vpc.EnableDnsSupport };
                break;
            case "enableDnsHostnames":
                response.EnableDnsHostnames = new AttributeBooleanValue { Value = vpc.EnableDnsHostnames };
                break;
            case "enableNetworkAddressUsageMetrics":
                response.EnableNetworkAddressUsageMetrics = new AttributeBooleanValue { Value = vpc.EnableNetworkAddressUsageMetrics };
                break;
            case null:
                throw Lookup.Missing("attribute");
            default:
                throw Lookup.Invalid("attribute", request.Attribute);
        }
        return response;
    }

    private static ModifyVpcAttributeResponse ModifyAttribute(Call call, ModifyVpcAttributeRequest request)
    {
        var vpc = Get(call, request.VpcId);
        bool?[] given = [request.EnableDnsSupport?.Value, request.EnableDnsHostnames?.Value, request.EnableNetworkAddressUsageMetrics?.Value];
        if (given.Count(value => value is not null) != 1)
            throw new ServiceException("InvalidParameterCombination", "Exactly one attribute must be specified.");
        if (given[1] == true && !vpc.EnableDnsSupport)
            throw new ServiceException("InvalidParameterValue", "DNS hostnames can only be enabled if DNS support is enabled.");
        call.Permit(vpc.Id);
        vpc.EnableDnsSupport = given[0] ?? vpc.EnableDnsSupport;
        vpc.EnableDnsHostnames = given[0] == false ? false : given[1] ?? vpc.EnableDnsHostnames;
        vpc.EnableNetworkAddressUsageMetrics = given[2] ?? vpc.EnableNetworkAddressUsageMetrics;
        return new ModifyVpcAttributeResponse();
    }

    // No operation here makes pools, so an id of one leads nowhere.
    private static void RefusePools(string? ipv4Ipam, string? ipv6Ipam, string? ipv6)
    {
        if ((ipv4Ipam ?? ipv6Ipam) is { } ipam)
            throw new ServiceException("InvalidIpamPoolId.NotFound", $"The ipam-pool ID '{ipam}' does not exist");
        if (ipv6 is not null)
            throw new ServiceException("InvalidPoolID.NotFound", $"The pool ID '{ipv6}' does not exist");
    }

    private static CidrAssociation NewIpv6(Call call) => new()
    {
        Id = NewIds.Ec2("vpc-cidr-assoc-"),
        Cidr = Blocks.AmazonProvided(call.Network, call.Now).ToString(),
        Life = Timeline.Start(call.Now, "associating", (call.After(Delay.VpcCidrBlock), "associated")),
    };

    private static Vpc Shape(Call call, VpcRecord vpc) => new()
    {
        VpcId = vpc.Id,
        OwnerId = vpc.Account,
        CidrBlock = vpc.CidrBlock,
        State = vpc.StateAt(call.Now),
        InstanceTenancy = vpc.InstanceTenancy,
        IsDefault = vpc.IsDefault,
        DhcpOptionsId = vpc.DhcpOptionsId,
        CidrBlockAssociationSet = [.. vpc.Ipv4.Where(block => block.Life.StateAt(call.Now) != "disassociated").Select(block => Ipv4Shape(call, block))],
        Ipv6CidrBlockAssociationSet = [.. vpc.Ipv6.Where(block => block.Life.StateAt(call.Now) != "disassociated").Select(block => Ipv6Shape(call, block))],
        EncryptionControl = EncryptionControls.Shape(call, vpc),
        BlockPublicAccessStates = new BlockPublicAccessStates { InternetGatewayBlockMode = "off" },
        Tags = Tagging.Of(call, vpc.Id),
    };

    private static VpcCidrBlockAssociation Ipv4Shape(Call call, CidrAssociation block) =>
        new() { AssociationId = block.Id, CidrBlock = block.Cidr, CidrBlockState = new VpcCidrBlockState { State = block.Life.StateAt(call.Now) } };

    private static VpcIpv6CidrBlockAssociation Ipv6Shape(Call call, CidrAssociation block) => new()
    {
        AssociationId = block.Id,
        Ipv6CidrBlock = block.Cidr,
        Ipv6CidrBlockState = new VpcCidrBlockState { State = block.Life.StateAt(call.Now) },
        NetworkBorderGroup = call.Region,
        Ipv6Pool = AmazonPool,
        Ipv6AddressAttribute = "public",
        IpSource = "amazon",
    };
}
