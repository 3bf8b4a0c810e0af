using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>Routes of VPC route tables (VPC User Guide, "Configure route tables").</summary>
internal static class Routes
{
    private const string Local = "local";

    /// <summary>Adds these operations.</summary>
    public static Operations OnRoutes(this Operations operations) => operations
        .On<CreateRouteRequest, CreateRouteResponse>(Create)
        .On<ReplaceRouteRequest, ReplaceRouteResponse>(Replace)
        .On<DeleteRouteRequest, DeleteRouteResponse>(Delete);

    /// <summary>All routes of a table: the local ones, which follow from the VPC's blocks, then the others.</summary>
    public static IEnumerable<Route> All(Call call, RouteTableRecord table)
    {
        if (call.Network.Vpcs.TryGet(table.VpcId, out var vpc))
        {
            foreach (var block in vpc.BlocksAt(call.Now).Where(block => !table.Routes.Exists(route => route.Destination == block)))
                yield return To(block, new Route { GatewayId = Local, Origin = "CreateRouteTable", State = "active" });
        }
        foreach (var route in table.Routes)
            yield return Shape(call, table, route);
    }

    private static CreateRouteResponse Create(Call call, CreateRouteRequest request)
    {
        var table = RouteTables.Get(call, request.RouteTableId);
        var destination = Destination(request.DestinationCidrBlock, request.DestinationIpv6CidrBlock, request.DestinationPrefixListId);
        var (target, id) = OneTarget(
        [
            (RouteTarget.Gateway, request.GatewayId ?? request.VpcEndpointId),
            (RouteTarget.EgressOnlyInternetGateway, request.EgressOnlyInternetGatewayId),
            (RouteTarget.Instance, request.InstanceId),
            (RouteTarget.NatGateway, request.NatGatewayId),
            (RouteTarget.TransitGateway, request.TransitGatewayId),
            (RouteTarget.LocalGateway, request.LocalGatewayId),
            (RouteTarget.CarrierGateway, request.CarrierGatewayId),
            (RouteTarget.NetworkInterface, request.NetworkInterfaceId),
            (RouteTarget.VpcPeeringConnection, request.VpcPeeringConnectionId),
            (RouteTarget.CoreNetwork, request.CoreNetworkArn),
            (RouteTarget.OdbNetwork, request.OdbNetworkArn),
        ]);
        CheckTarget(call, table, target, id);
        if (IsInside(call, table, destination) && target is not (RouteTarget.NetworkInterface or RouteTarget.Instance))
        {
            throw new ServiceException("InvalidParameterValue",
                $"The destination CIDR block {destination} is equal to or more specific than one of this VPC's CIDR blocks. This route can target only an interface or an instance.");
        }
        if (table.Routes.Exists(route => route.Destination == destination && route.Origin == "CreateRoute"))
            throw new ServiceException("RouteAlreadyExists", $"The route identified by {destination} already exists.");
        call.Permit(table.Id, id);
        table.Routes.Add(new RouteRecord { Destination = destination, Target = target, TargetId = id });
        return new CreateRouteResponse { Return = true };
    }

    private static ReplaceRouteResponse Replace(Call call, ReplaceRouteRequest request)
    {
        var table = RouteTables.Get(call, request.RouteTableId);
        var destination = Destination(request.DestinationCidrBlock, request.DestinationIpv6CidrBlock, request.DestinationPrefixListId);
        var (target, id) = OneTarget(
        [
            (RouteTarget.Gateway, request.LocalTarget == true ? Local : request.GatewayId ?? request.VpcEndpointId),
            (RouteTarget.EgressOnlyInternetGateway, request.EgressOnlyInternetGatewayId),
            (RouteTarget.Instance, request.InstanceId),
            (RouteTarget.NatGateway, request.NatGatewayId),
            (RouteTarget.TransitGateway, request.TransitGatewayId),
            (RouteTarget.LocalGateway, request.LocalGatewayId),
            (RouteTarget.CarrierGateway, request.CarrierGatewayId),
            (RouteTarget.NetworkInterface, request.NetworkInterfaceId),
            (RouteTarget.VpcPeeringConnection, request.VpcPeeringConnectionId),
            (RouteTarget.CoreNetwork, request.CoreNetworkArn),
            (RouteTarget.OdbNetwork, request.OdbNetworkArn),
        ]);
        var isLocal = IsLocal(call, table, destination);
        if (!isLocal && !table.Routes.Exists(route => route.Destination == destination))
            throw Missing(table, destination, "InvalidParameterValue");
        if (id == Local && !isLocal)
            throw new ServiceException("InvalidParameterValue", $"The route with destination {destination} is not a local route of {table.Id}.");
        CheckTarget(call, table, target, id);
        call.Permit(table.Id, id);
        table.Routes.RemoveAll(route => route.Destination == destination);
        if (id != Local)
            table.Routes.Add(new RouteRecord { Destination = destination, Target = target, TargetId = id, Origin = isLocal ? "CreateRouteTable" : "CreateRoute" });
        return new ReplaceRouteResponse();
    }

    private static DeleteRouteResponse Delete(Call call, DeleteRouteRequest request)
    {
        var table = RouteTables.Get(call, request.RouteTableId);
        var destination = Destination(request.DestinationCidrBlock, request.DestinationIpv6CidrBlock, request.DestinationPrefixListId);
        if (IsLocal(call, table, destination))
            throw new ServiceException("InvalidParameterValue", $"cannot remove local route {destination} in route table {table.Id}");
        var route = table.Routes.Find(route => route.Destination == destination && route.Origin == "CreateRoute") ?? throw Missing(table, destination, "InvalidRoute.NotFound");
        call.Permit(table.Id);
        table.Routes.Remove(route);
        return new DeleteRouteResponse();
    }

    private static ServiceException Missing(RouteTableRecord table, string destination, string code) =>
        new(code, code == "InvalidRoute.NotFound" ? $"no route with destination-cidr-block {destination} in route table {table.Id}" : $"There is no route defined for '{destination}' in the route table. Use CreateRoute instead.");

    private static string Destination(string? ipv4, string? ipv6, string? prefixList)
    {
        string?[] given = [ipv4, ipv6, prefixList];
        return given.Count(value => value is not null) switch
        {
            0 => throw Lookup.Missing("destinationCidrBlock"),
            > 1 => throw new ServiceException("InvalidParameterCombination", "Exactly one destination must be given."),
            _ when ipv4 is not null => Blocks.Read(ipv4, "destinationCidrBlock", System.Net.Sockets.AddressFamily.InterNetwork).ToString(),
            _ when ipv6 is not null => Blocks.Read(ipv6, "destinationIpv6CidrBlock", System.Net.Sockets.AddressFamily.InterNetworkV6).ToString(),
            _ => prefixList!,
        };
    }

    private static (RouteTarget Target, string Id) OneTarget((RouteTarget Target, string? Id)[] targets)
    {
        var given = targets.Where(target => target.Id is not null).ToList();
        return given.Count switch
        {
            0 => throw Lookup.Missing("gatewayId"),
            > 1 => throw new ServiceException("InvalidParameterCombination", "Exactly one target must be given."),
            _ => (given[0].Target, given[0].Id!),
        };
    }

    private static void CheckTarget(Call call, RouteTableRecord table, RouteTarget target, string id)
    {
        switch (target)
        {
            case RouteTarget.VpcPeeringConnection:
                // A route to a request that isn't accepted yet is taken, as a blackhole (VPC Peering Guide, "Update your route tables").
                var peering = Lookup.Get(call, call.Network.VpcPeerings, ResourceKind.VpcPeeringConnection, id, "vpcPeeringConnectionId");
                if (!VpcPeerings.IsBetween(peering, table.VpcId))
                    throw new ServiceException("InvalidParameterValue", $"route table {table.Id} and VPC peering connection {id} belong to different networks");
                if (!peering.IsLive(call.Now))
                    throw Lookup.NotFound(ResourceKind.VpcPeeringConnection, id);
                break;
            case RouteTarget.TransitGateway:
                Lookup.GetLive(call, call.Network.TransitGateways, ResourceKind.TransitGateway, id, "transitGatewayId");
                if (!IsAttached(call, table.VpcId, id))
                    throw new ServiceException("InvalidTransitGatewayID.NotFound", $"The transitGateway ID '{id}' does not exist or isn't attached to the vpc '{table.VpcId}'.");
                break;
            case RouteTarget.NetworkInterface:
                Lookup.CheckForm(ResourceKind.NetworkInterface, id, "networkInterfaceId");
                if (!NetworkInterfaces.In(call).Any(card => card.NetworkInterfaceId == id && card.VpcId == table.VpcId))
                    throw Lookup.NotFound(ResourceKind.NetworkInterface, id);
                break;
            case RouteTarget.Gateway when id == Local:
                break;
            default:
                // These can't be made here: one exists where the loaded network speaks of it.
                if (!IsSpokenOf(call, id))
                    throw new ServiceException(NotFoundCodes[target], $"The {target} ID '{id}' does not exist");
                break;
        }
    }

    private static readonly Dictionary<RouteTarget, string> NotFoundCodes = new()
    {
        [RouteTarget.Gateway] = "InvalidGatewayID.NotFound",
        [RouteTarget.EgressOnlyInternetGateway] = "InvalidGatewayID.NotFound",
        [RouteTarget.Instance] = "InvalidInstanceID.NotFound",
        [RouteTarget.NatGateway] = "NatGatewayNotFound",
        [RouteTarget.LocalGateway] = "InvalidLocalGatewayID.NotFound",
        [RouteTarget.CarrierGateway] = "InvalidCarrierGatewayID.NotFound",
        [RouteTarget.CoreNetwork] = "InvalidCoreNetworkArn.NotFound",
        [RouteTarget.OdbNetwork] = "InvalidOdbNetworkArn.NotFound",
    };

    private static bool IsSpokenOf(Call call, string id) =>
        call.Network.VirtualGateways.TryGet(id, out _)
        || call.Network.RouteTables.In(call.Place).Exists(table => table.Routes.Exists(route => route.TargetId == id) || table.Uses.Exists(use => use.GatewayId == id))
        || call.Network.NetworkInterfaces.In(call.Place).Exists(card => card.Shape.Attachment?.InstanceId == id);

    private static bool IsAttached(Call call, string vpcId, string gatewayId) =>
        call.Network.TgwAttachments.In(call.Place).Exists(attachment => attachment.ResourceType == "vpc" && attachment.ResourceId == vpcId && attachment.TransitGatewayId == gatewayId
            && attachment.StateAt(call.Now) is "available" or "modifying" or "pending");

    private static bool IsLocal(Call call, RouteTableRecord table, string destination) =>
        call.Network.Vpcs.TryGet(table.VpcId, out var vpc) && vpc.BlocksAt(call.Now).Contains(destination, StringComparer.Ordinal);

    private static bool IsInside(Call call, RouteTableRecord table, string destination) =>
        Cidrs.TryParse(destination, out var inner) && call.Network.Vpcs.TryGet(table.VpcId, out var vpc)
        && Blocks.Parse(vpc.BlocksAt(call.Now)).Exists(outer => Cidrs.Contains(outer, inner));

    private static Route To(string destination, Route route)
    {
        if (destination.StartsWith("pl-", StringComparison.Ordinal))
            route.DestinationPrefixListId = destination;
        else if (destination.Contains(':', StringComparison.Ordinal))
            route.DestinationIpv6CidrBlock = destination;
        else
            route.DestinationCidrBlock = destination;
        return route;
    }

    private static Route Shape(Call call, RouteTableRecord table, RouteRecord route)
    {
        var shape = To(route.Destination, new Route { Origin = route.Origin, State = StateOf(call, table, route), InstanceOwnerId = route.InstanceOwnerId });
        Name(shape, route);
        return shape;
    }

    private static void Name(Route shape, RouteRecord route)
    {
        _ = route.Target switch
        {
            RouteTarget.Gateway => shape.GatewayId = route.TargetId,
            RouteTarget.EgressOnlyInternetGateway => shape.EgressOnlyInternetGatewayId = route.TargetId,
            RouteTarget.Instance => shape.InstanceId = route.TargetId,
            RouteTarget.NatGateway => shape.NatGatewayId = route.TargetId,
            RouteTarget.TransitGateway => shape.TransitGatewayId = route.TargetId,
            RouteTarget.LocalGateway => shape.LocalGatewayId = route.TargetId,
            RouteTarget.CarrierGateway => shape.CarrierGatewayId = route.TargetId,
            RouteTarget.NetworkInterface => shape.NetworkInterfaceId = route.TargetId,
            RouteTarget.VpcPeeringConnection => shape.VpcPeeringConnectionId = route.TargetId,
            RouteTarget.CoreNetwork => shape.CoreNetworkArn = route.TargetId,
            _ => shape.OdbNetworkArn = route.TargetId,
        };
    }

    // A route whose target is gone or can't carry traffic is a blackhole.
    private static string StateOf(Call call, RouteTableRecord table, RouteRecord route) => route.Target switch
    {
        RouteTarget.VpcPeeringConnection when call.Network.VpcPeerings.TryGet(route.TargetId, out var peering) => peering.StateAt(call.Now) == VpcPeeringStates.Active ? "active" : "blackhole",
        RouteTarget.VpcPeeringConnection when route.RecordedState is null => "blackhole",
        RouteTarget.TransitGateway when call.Network.TransitGateways.TryGet(route.TargetId, out _) => IsAttached(call, table.VpcId, route.TargetId) ? "active" : "blackhole",
        RouteTarget.TransitGateway when route.RecordedState is null => "blackhole",
        _ => route.RecordedState ?? "active",
    };
}
