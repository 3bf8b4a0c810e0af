using System.Management.Automation;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Core.VpcPeering;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>The route tables that -RouteTableId, -SubnetId or -All choose.</summary>
internal static class RouteChoice
{
    /// <summary>The parameter set of -RouteTableId.</summary>
    public const string ByTable = "ByTable";

    /// <summary>The parameter set of -SubnetId.</summary>
    public const string BySubnet = "BySubnet";

    /// <summary>The parameter set of -All.</summary>
    public const string ByVpc = "ByVpc";

    /// <summary>What was named. <c>$null</c>, an unset variable, is a list of nothing: it must not stand for all tables, as a parameter that wasn't named does.</summary>
    public static string[] Named(string[]? ids) => ids ?? [];

    /// <summary>The rules on the choice. Where neither tables nor subnets were named (null), all must have been.</summary>
    public static RuleBreak?[] Check(string[]? routeTableIds, string[]? subnetIds, bool all) =>
    [
        .. Ids(routeTableIds ?? (all || subnetIds is not null ? null : [])).Select(id => ResourceIds.Check(ResourceKind.RouteTable, id, "RouteTableId")),
        .. Ids(subnetIds).Select(id => ResourceIds.Check(ResourceKind.Subnet, id, "SubnetId")),
    ];

    /// <summary>The choice as a service takes it.</summary>
    public static RouteTableChoice Of(string[]? routeTableIds, string[]? subnetIds) => new(routeTableIds, subnetIds);

    /// <summary>The choice as it is typed.</summary>
    public static string Line(string[]? routeTableIds, string[]? subnetIds) =>
        routeTableIds is not null ? $"-RouteTableId {string.Join(", ", routeTableIds)}" : subnetIds is not null ? $"-SubnetId {string.Join(", ", subnetIds)}" : "-All";

    /// <summary>The choice in words.</summary>
    public static string Words(string[]? routeTableIds, string[]? subnetIds) =>
        routeTableIds is not null ? string.Join(", ", routeTableIds) : subnetIds is not null ? $"route tables of {string.Join(", ", subnetIds)}" : "all route tables";

    /// <summary>Finds the tables at each end.</summary>
    /// <returns>The tables of each end, and the named ids that no end has.</returns>
    public static async Task<(IReadOnlyList<(PeeringEnd End, IReadOnlyList<RouteTable> Tables)> Chosen, IReadOnlyList<string> Missing)> FindAsync(
        IReadOnlyList<PeeringEnd> ends, string[]? routeTableIds, string[]? subnetIds, CancellationToken cancellationToken)
    {
        var choice = Of(routeTableIds, subnetIds);
        var missing = new HashSet<string>(choice.Named, StringComparer.OrdinalIgnoreCase);
        var chosen = new List<(PeeringEnd, IReadOnlyList<RouteTable>)>();
        foreach (var end in ends)
        {
            var (tables, found) = await new VpcRouteService(end.Session!).ChooseAsync(end.Vpc.VpcId!, choice, cancellationToken);
            missing.ExceptWith(found);
            chosen.Add((end, tables));
        }

        return (chosen, [.. missing]);
    }

    /// <summary>The error for a table or subnet that neither VPC has, as far as the credentials see.</summary>
    public static ErrorRecord NotFound(string peeringId, string id, IReadOnlyList<PeeringEnd> ends)
    {
        var code = ResourceIds.Form(ResourceIds.KindOf(id) == ResourceKind.Subnet ? ResourceKind.Subnet : ResourceKind.RouteTable).NotFoundCode!;
        return ErrorRecords.From(
            new(
                ErrorKind.NotFound,
                code,
                $"{id} isn't in a VPC of {peeringId} that these credentials see: {(ends.Count == 0 ? "none" : string.Join(", ", ends.Select(e => e.Vpc.VpcId)))}.",
                "Check the id; for the other account's VPC give -PeerProfileName."),
            id);
    }

    private static string?[] Ids(string?[]? ids) => ids is null ? [] : ids.Length == 0 ? [null] : ids;
}
