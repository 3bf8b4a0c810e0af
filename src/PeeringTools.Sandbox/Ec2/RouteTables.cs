using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>Route tables and who uses them.</summary>
internal static class RouteTables
{
    private static readonly Filters<RouteTableRecord> Known = new Filters<RouteTableRecord>(table => table.Id)
        .Any("association.gateway-id", (_, table) => table.Uses.Select(use => use.GatewayId))
        .Any("association.main", (_, table) => table.Uses.Select(use => use.IsMain ? "true" : "false"))
        .Any("association.route-table-association-id", (_, table) => table.Uses.Select(use => use.Id))
        .Any("association.route-table-id", (_, table) => table.Uses.Count > 0 ? [table.Id] : [])
        .Any("association.subnet-id", (_, table) => table.Uses.Select(use => use.SubnetId))
        .One("owner-id", (_, table) => table.Account)
        .Any("route.carrier-gateway-id", Targets(RouteTarget.CarrierGateway))
        .Any("route.core-network-arn", Targets(RouteTarget.CoreNetwork))
        .Any("route.destination-cidr-block", (call, table) => Routes.All(call, table).Select(route => route.DestinationCidrBlock))
        .Any("route.destination-ipv6-cidr-block", (call, table) => Routes.All(call, table).Select(route => route.DestinationIpv6CidrBlock))
        .Any("route.destination-prefix-list-id", (call, table) => Routes.All(call, table).Select(route => route.DestinationPrefixListId))
        .Any("route.egress-only-internet-gateway-id", Targets(RouteTarget.EgressOnlyInternetGateway))
        .Any("route.gateway-id", (call, table) => Routes.All(call, table).Select(route => route.GatewayId))
        .Any("route.instance-id", Targets(RouteTarget.Instance))
        .Any("route.local-gateway-id", Targets(RouteTarget.LocalGateway))
        .Any("route.nat-gateway-id", Targets(RouteTarget.NatGateway))
        .Any("route.network-interface-id", Targets(RouteTarget.NetworkInterface))
        .Any("route.origin", (call, table) => Routes.All(call, table).Select(route => route.Origin))
        .Any("route.state", (call, table) => Routes.All(call, table).Select(route => route.State))
        .Any("route.transit-gateway-id", Targets(RouteTarget.TransitGateway))
        .Any("route.vpc-peering-connection-id", Targets(RouteTarget.VpcPeeringConnection))
        .One("route-table-id", (_, table) => table.Id)
        .One("vpc-id", (_, table) => table.VpcId);

    /// <summary>Adds these operations.</summary>
    public static Operations OnRouteTables(this Operations operations) => operations
        .On<CreateRouteTableRequest, CreateRouteTableResponse>(Create)
        .On<DeleteRouteTableRequest, DeleteRouteTableResponse>(Delete)
        .On<DescribeRouteTablesRequest, DescribeRouteTablesResponse>(Describe)
        .On<AssociateRouteTableRequest, AssociateRouteTableResponse>(Associate)
        .On<DisassociateRouteTableRequest, DisassociateRouteTableResponse>(Disassociate);

    /// <summary>A table that a request names.</summary>
    public static RouteTableRecord Get(Call call, string? id) => Lookup.Get(call, call.Network.RouteTables, ResourceKind.RouteTable, id, "routeTableId");

    private static Func<Call, RouteTableRecord, IEnumerable<string?>> Targets(RouteTarget target) =>
        (_, table) => table.Routes.Where(route => route.Target == target).Select(route => route.TargetId);

    private static CreateRouteTableResponse Create(Call call, CreateRouteTableRequest request)
    {
        var vpc = Vpcs.Get(call, request.VpcId);
        var tags = Tagging.Read(request.TagSpecifications, "route-table");
        var tokens = call.World.ClientTokens;
        if (request.ClientToken is { } known && tokens.TryGetValue((call.Place, known), out var made) && call.TryFind(call.Network.RouteTables, made, out var earlier))
        {
            if (earlier.VpcId != vpc.Id)
                throw new ServiceException("IdempotentParameterMismatch", "The client token was used with other parameters.");
            call.Permit(vpc.Id);
            return new CreateRouteTableResponse { RouteTable = Shape(call, earlier), ClientToken = request.ClientToken };
        }
        call.Permit(vpc.Id);
        var table = call.Network.Add(call.Network.RouteTables, new RouteTableRecord
        {
            Id = NewIds.Ec2("rtb-"),
            Account = call.Account,
            Region = call.Region,
            Created = call.Now,
            VpcId = vpc.Id,
        });
        Tagging.Put(call, table.Id, tags);
        if (request.ClientToken is { } token)
            tokens[(call.Place, token)] = table.Id;
        return new CreateRouteTableResponse { RouteTable = Shape(call, table), ClientToken = request.ClientToken };
    }

    private static DeleteRouteTableResponse Delete(Call call, DeleteRouteTableRequest request)
    {
        var table = Get(call, request.RouteTableId);
        if (table.Uses.Count > 0)
            throw new ServiceException("DependencyViolation", $"The routeTable '{table.Id}' has dependencies and cannot be deleted.");
        call.Permit(table.Id);
        call.Network.Remove(call.Network.RouteTables, table);
        return new DeleteRouteTableResponse();
    }

    private static DescribeRouteTablesResponse Describe(Call call, DescribeRouteTablesRequest request)
    {
        var page = Lookup.Page(call, call.Network.RouteTables, ResourceKind.RouteTable, request.RouteTableIds, request.Filters, Known, request.MaxResults, request.NextToken);
        return new DescribeRouteTablesResponse { RouteTables = page.Items.ConvertAll(table => Shape(call, table)), NextToken = page.NextToken };
    }

    private static AssociateRouteTableResponse Associate(Call call, AssociateRouteTableRequest request)
    {
        var table = Get(call, request.RouteTableId);
        string?[] given = [request.SubnetId, request.GatewayId, request.PublicIpv4Pool];
        if (given.Count(id => id is not null) != 1)
            throw new ServiceException("InvalidParameterCombination", "Exactly one of subnetId, gatewayId and publicIpv4Pool must be given.");
        if (request.SubnetId is not null)
        {
            var subnet = Subnets.Get(call, request.SubnetId);
            if (subnet.VpcId != table.VpcId)
                throw new ServiceException("InvalidParameterValue", $"Route table {table.Id} and subnet {subnet.Id} belong to different networks");
        }
        var tables = call.Network.RouteTables.In(call.Place);
        bool IsSame(RouteTableUse use) => !use.IsMain && use.SubnetId == request.SubnetId && use.GatewayId == request.GatewayId && use.PublicIpv4Pool == request.PublicIpv4Pool;
        if (table.Uses.Find(IsSame) is { } had)
        {
            call.Permit(table.Id);
            return Answer(call, had);
        }
        if (tables.Exists(other => other.Uses.Exists(IsSame)))
            throw new ServiceException("Resource.AlreadyAssociated", $"the specified association for route table {table.Id} conflicts with an existing association");
        call.Permit(table.Id, request.SubnetId);
        var use = new RouteTableUse
        {
            Id = NewIds.Ec2("rtbassoc-"),
            SubnetId = request.SubnetId,
            GatewayId = request.GatewayId,
            PublicIpv4Pool = request.PublicIpv4Pool,
            Life = Timeline.Start(call.Now, "associated"),
        };
        table.Uses.Add(use);
        return Answer(call, use);
    }

    private static AssociateRouteTableResponse Answer(Call call, RouteTableUse use) =>
        new() { AssociationId = use.Id, AssociationState = new RouteTableAssociationState { State = use.Life.StateAt(call.Now) } };

    private static DisassociateRouteTableResponse Disassociate(Call call, DisassociateRouteTableRequest request)
    {
        var id = request.AssociationId ?? throw Lookup.Missing("associationId");
        var table = call.Network.RouteTables.In(call.Place).Find(table => table.Uses.Exists(use => use.Id == id))
            ?? throw new ServiceException("InvalidAssociationID.NotFound", $"The association ID '{id}' does not exist");
        var use = table.Uses.Find(use => use.Id == id)!;
        if (use.IsMain)
            throw new ServiceException("InvalidParameterValue", $"cannot disassociate the main route table association {id}");
        call.Permit(table.Id);
        table.Uses.Remove(use);
        return new DisassociateRouteTableResponse();
    }

    private static RouteTable Shape(Call call, RouteTableRecord table) => new()
    {
        RouteTableId = table.Id,
        VpcId = table.VpcId,
        OwnerId = table.Account,
        Associations = table.Uses.ConvertAll(use => new RouteTableAssociation
        {
            RouteTableAssociationId = use.Id,
            RouteTableId = table.Id,
            SubnetId = use.SubnetId,
            GatewayId = use.GatewayId,
            PublicIpv4Pool = use.PublicIpv4Pool,
            Main = use.IsMain,
            AssociationState = new RouteTableAssociationState { State = use.Life.StateAt(call.Now) },
        }),
        Routes = [.. Routes.All(call, table)],
        PropagatingVgws = table.PropagatingGateways.ConvertAll(gateway => new PropagatingVgw { GatewayId = gateway }),
        Tags = Tagging.Of(call, table.Id),
    };
}
