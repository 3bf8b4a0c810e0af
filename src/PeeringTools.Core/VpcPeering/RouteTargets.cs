using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.VpcPeering;

/// <summary>The members of a route that say where it comes from and where it leads. EC2 has one for each kind.</summary>
internal static class RouteTargets
{
    // A route to an instance shows its network interface too, and that one alone names the way exactly; so it stands first.
    private static readonly (string Name, Func<Route, string?> Read, Action<ReplaceRouteRequest, string> Write)[] Targets =
    [
        (nameof(Route.VpcPeeringConnectionId), r => r.VpcPeeringConnectionId, (q, id) => q.VpcPeeringConnectionId = id),
        (nameof(Route.NetworkInterfaceId), r => r.NetworkInterfaceId, (q, id) => q.NetworkInterfaceId = id),
        (nameof(Route.TransitGatewayId), r => r.TransitGatewayId, (q, id) => q.TransitGatewayId = id),
        (nameof(Route.NatGatewayId), r => r.NatGatewayId, (q, id) => q.NatGatewayId = id),
        (nameof(Route.GatewayId), r => r.GatewayId, SetGateway),
        (nameof(Route.EgressOnlyInternetGatewayId), r => r.EgressOnlyInternetGatewayId, (q, id) => q.EgressOnlyInternetGatewayId = id),
        (nameof(Route.InstanceId), r => r.InstanceId, (q, id) => q.InstanceId = id),
        (nameof(Route.LocalGatewayId), r => r.LocalGatewayId, (q, id) => q.LocalGatewayId = id),
        (nameof(Route.CarrierGatewayId), r => r.CarrierGatewayId, (q, id) => q.CarrierGatewayId = id),
        (nameof(Route.CoreNetworkArn), r => r.CoreNetworkArn, (q, id) => q.CoreNetworkArn = id),
        (nameof(Route.OdbNetworkArn), r => r.OdbNetworkArn, (q, id) => q.OdbNetworkArn = id),
    ];

    /// <summary>The id of what the route leads to; null where EC2 names none that is known here.</summary>
    public static string? TargetOf(Route route)
    {
        foreach (var (_, read, _) in Targets)
        {
            if (read(route) is { Length: > 0 } id)
                return id;
        }

        return null;
    }

    /// <summary>What the route is for: an IPv4 block, an IPv6 block or a prefix list.</summary>
    public static string? DestinationOf(Route route) => route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId;

    /// <summary>The table's route for exactly this destination, or null.</summary>
    public static Route? Find(RouteTable table, string destination) =>
        table.Routes?.Find(r => VpcPeeringRouteRules.SameDestination(DestinationOf(r), destination));

    /// <summary>A request that gives a table back the route it had.</summary>
    public static ReplaceRouteRequest Restore(string routeTableId, Route before)
    {
        var request = new ReplaceRouteRequest
        {
            RouteTableId = routeTableId,
            DestinationCidrBlock = before.DestinationCidrBlock,
            DestinationIpv6CidrBlock = before.DestinationIpv6CidrBlock,
            DestinationPrefixListId = before.DestinationPrefixListId,
        };
        foreach (var (_, read, write) in Targets)
        {
            if (read(before) is { Length: > 0 } id)
            {
                write(request, id);
                break;
            }
        }

        return request;
    }

    /// <summary>The line of AWS Tools for PowerShell that does the same.</summary>
    /// <param name="routeTableId">The table.</param>
    /// <param name="before">The route it had.</param>
    /// <param name="where">The parameters that name Region and profile.</param>
    public static string RestoreLine(string routeTableId, Route before, string where)
    {
        var destination = before.DestinationIpv6CidrBlock is { } ipv6 ? $"-DestinationIpv6CidrBlock {ipv6}" : $"-DestinationCidrBlock {before.DestinationCidrBlock}";
        var (name, read, _) = Array.Find(Targets, t => t.Read(before) is { Length: > 0 });
        return $"Set-EC2Route -RouteTableId {routeTableId} {destination}{(name is null ? "" : $" -{name} {read(before)}")} {where}";
    }

    private static void SetGateway(ReplaceRouteRequest request, string id)
    {
        if (id == "local")
            request.LocalTarget = true;
        else if (id.StartsWith("vpce-", StringComparison.Ordinal))
            request.VpcEndpointId = id;
        else
            request.GatewayId = id;
    }
}
