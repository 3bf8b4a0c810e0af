using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Core.VpcPeering;

/// <summary>Routes over VPC peerings, in the route tables that one session sees.</summary>
internal sealed class VpcRouteService(PeeringSession session)
{
    /// <summary>All route tables of a VPC.</summary>
    public Task<IReadOnlyList<RouteTable>> ReadTablesAsync(string vpcId, CancellationToken cancellationToken) => ReadTablesAsync("vpc-id", vpcId, cancellationToken);

    /// <summary>The route tables that have a route to a peering.</summary>
    public Task<IReadOnlyList<RouteTable>> ReadTablesToAsync(string peeringId, CancellationToken cancellationToken) =>
        ReadTablesAsync("route.vpc-peering-connection-id", peeringId, cancellationToken);

    /// <summary>The tables of a VPC that are meant, and the named ids that were found in it.</summary>
    public async Task<(IReadOnlyList<RouteTable> Tables, IReadOnlyCollection<string> Found)> ChooseAsync(string vpcId, RouteTableChoice choice, CancellationToken cancellationToken)
    {
        var tables = await ReadTablesAsync(vpcId, cancellationToken).ConfigureAwait(false);
        if (choice.RouteTableIds is { } ids)
        {
            var named = tables.Where(t => ids.Contains(t.RouteTableId!, StringComparer.OrdinalIgnoreCase)).ToList();
            return (named, [.. named.Select(t => t.RouteTableId!)]);
        }

        return choice.SubnetIds is { } subnetIds
            ? await OfSubnetsAsync(vpcId, tables, subnetIds, cancellationToken).ConfigureAwait(false)
            // A gateway's table takes no route to a peering.
            : ([.. tables.Where(t => t.Associations?.Exists(a => a.GatewayId is not null) != true)], []);
    }

    /// <summary>The table's route for a destination as it is now; null where it has none.</summary>
    public async Task<Route?> FindAsync(string routeTableId, string destination, CancellationToken cancellationToken)
    {
        var answer = await session.Ec2.DescribeRouteTablesAsync(new() { RouteTableIds = [routeTableId] }, cancellationToken).ConfigureAwait(false);
        return answer.RouteTables is [var table, ..] ? RouteTargets.Find(table, destination) : null;
    }

    /// <summary>Makes a route to a peering.</summary>
    public Task<Route> AddAsync(string routeTableId, string destination, string peeringId, CancellationToken cancellationToken) => LostAnswers.MakeOnceAsync(
        async () =>
        {
            await session.Ec2.CreateRouteAsync(Create(routeTableId, destination, peeringId), cancellationToken).ConfigureAwait(false);
            return To(destination, peeringId);
        },
        async () => await FindAsync(routeTableId, destination, cancellationToken).ConfigureAwait(false) is { } route
            && VpcPeeringRouteRules.LeadsTo(RouteTargets.TargetOf(route), peeringId) ? route : null,
        $"a route to {destination} in {routeTableId}",
        cancellationToken);

    /// <summary>Asks whether a route could be made.</summary>
    public Task<DryRunAnswer> AskToAddAsync(string routeTableId, string destination, string peeringId, CancellationToken cancellationToken)
    {
        var request = Create(routeTableId, destination, peeringId);
        request.DryRun = true;
        return DryRunAnswer.AskAsync(() => session.Ec2.CreateRouteAsync(request, cancellationToken));
    }

    /// <summary>Leads a destination to a peering that led elsewhere.</summary>
    public async Task<Route> ReplaceAsync(string routeTableId, string destination, string peeringId, CancellationToken cancellationToken)
    {
        await session.Ec2.ReplaceRouteAsync(Replace(routeTableId, destination, peeringId), cancellationToken).ConfigureAwait(false);
        return To(destination, peeringId);
    }

    /// <summary>Asks whether a route could be led elsewhere.</summary>
    public Task<DryRunAnswer> AskToReplaceAsync(string routeTableId, string destination, string peeringId, CancellationToken cancellationToken)
    {
        var request = Replace(routeTableId, destination, peeringId);
        request.DryRun = true;
        return DryRunAnswer.AskAsync(() => session.Ec2.ReplaceRouteAsync(request, cancellationToken));
    }

    /// <summary>Gives a table back the route that was replaced.</summary>
    public Task RestoreAsync(string routeTableId, Route before, CancellationToken cancellationToken) =>
        session.Ec2.ReplaceRouteAsync(RouteTargets.Restore(routeTableId, before), cancellationToken);

    /// <summary>Removes a route. One that is gone already is removed.</summary>
    public async Task RemoveAsync(string routeTableId, string destination, CancellationToken cancellationToken)
    {
        try
        {
            await session.Ec2.DeleteRouteAsync(Delete(routeTableId, destination), cancellationToken).ConfigureAwait(false);
        }
        catch (Amazon.Runtime.AmazonServiceException e) when (string.Equals(e.ErrorCode, "InvalidRoute.NotFound", StringComparison.OrdinalIgnoreCase))
        {
            // A deletion whose answer was lost is sent again and finds nothing.
        }
    }

    /// <summary>Asks whether a route could be removed.</summary>
    public Task<DryRunAnswer> AskToRemoveAsync(string routeTableId, string destination, CancellationToken cancellationToken)
    {
        var request = Delete(routeTableId, destination);
        request.DryRun = true;
        return DryRunAnswer.AskAsync(() => session.Ec2.DeleteRouteAsync(request, cancellationToken));
    }

    /// <summary>A route as it is right after it was made.</summary>
    public static Route To(string destination, string peeringId) => new()
    {
        DestinationCidrBlock = Ipv4(destination),
        DestinationIpv6CidrBlock = Ipv6(destination),
        VpcPeeringConnectionId = peeringId,
        Origin = "CreateRoute",
        State = "active",
    };

    private async Task<IReadOnlyList<RouteTable>> ReadTablesAsync(string filter, string value, CancellationToken cancellationToken)
    {
        var tables = new List<RouteTable>();
        var request = new DescribeRouteTablesRequest { Filters = [new() { Name = filter, Values = [value] }] };
        await foreach (var page in session.Ec2.DescribeRouteTablesPagesAsync(request, cancellationToken).ConfigureAwait(false))
            tables.AddRange(page.RouteTables ?? []);
        return tables;
    }

    // A subnet without a table of its own uses the VPC's main one.
    private async Task<(IReadOnlyList<RouteTable> Tables, IReadOnlyCollection<string> Found)> OfSubnetsAsync(
        string vpcId, IReadOnlyList<RouteTable> tables, IReadOnlyCollection<string> subnetIds, CancellationToken cancellationToken)
    {
        var filters = new List<Filter> { new() { Name = "vpc-id", Values = [vpcId] }, new() { Name = "subnet-id", Values = [.. subnetIds] } };
        var subnets = new List<string>();
        await foreach (var page in session.Ec2.DescribeSubnetsPagesAsync(new() { Filters = filters }, cancellationToken).ConfigureAwait(false))
            subnets.AddRange((page.Subnets ?? []).Select(s => s.SubnetId!));

        var main = tables.FirstOrDefault(t => t.Associations?.Exists(a => a.Main == true) == true);
        var used = subnets.Select(id => tables.FirstOrDefault(t => t.Associations?.Exists(a => a.SubnetId == id) == true) ?? main).OfType<RouteTable>();
        return ([.. used.DistinctBy(t => t.RouteTableId)], subnets);
    }

    private static CreateRouteRequest Create(string routeTableId, string destination, string peeringId) => new()
    {
        RouteTableId = routeTableId,
        DestinationCidrBlock = Ipv4(destination),
        DestinationIpv6CidrBlock = Ipv6(destination),
        VpcPeeringConnectionId = peeringId,
    };

    private static ReplaceRouteRequest Replace(string routeTableId, string destination, string peeringId) => new()
    {
        RouteTableId = routeTableId,
        DestinationCidrBlock = Ipv4(destination),
        DestinationIpv6CidrBlock = Ipv6(destination),
        VpcPeeringConnectionId = peeringId,
    };

    private static DeleteRouteRequest Delete(string routeTableId, string destination) => new()
    {
        RouteTableId = routeTableId,
        DestinationCidrBlock = Ipv4(destination),
        DestinationIpv6CidrBlock = Ipv6(destination),
        DestinationPrefixListId = destination.StartsWith("pl-", StringComparison.Ordinal) ? destination : null,
    };

    private static string? Ipv4(string destination) => destination.Contains('.', StringComparison.Ordinal) ? destination : null;

    private static string? Ipv6(string destination) => destination.Contains(':', StringComparison.Ordinal) ? destination : null;
}
