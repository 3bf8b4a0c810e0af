using System.Net;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>Routes of transit gateway route tables.</summary>
internal static class TgwRoutes
{
    private const string SearchFilter = "route-search.";

    private static readonly Filters<TransitGatewayRoute> Known = new Filters<TransitGatewayRoute>()
        .Any("attachment.transit-gateway-attachment-id", (_, route) => Ends(route).Select(end => end.TransitGatewayAttachmentId))
        .Any("attachment.resource-id", (_, route) => Ends(route).Select(end => end.ResourceId))
        .Any("attachment.resource-type", (_, route) => Ends(route).Select(end => end.ResourceType))
        .One("prefix-list-id", (_, route) => route.PrefixListId)
        .One("state", (_, route) => route.State)
        .One("type", (_, route) => route.Type);

    // How a route's block must lie to the block that is searched for.
    private static readonly Dictionary<string, Func<IPNetwork, IPNetwork, bool>> Searches = new(StringComparer.Ordinal)
    {
        ["route-search.exact-match"] = (route, asked) => route.Equals(asked),
        ["route-search.longest-prefix-match"] = Cidrs.Contains,
        ["route-search.subnet-of-match"] = (route, asked) => Cidrs.Contains(asked, route),
        ["route-search.supernet-of-match"] = Cidrs.Contains,
    };

    /// <summary>Adds these operations.</summary>
    public static Operations OnTgwRoutes(this Operations operations) => operations
        .On<CreateTransitGatewayRouteRequest, CreateTransitGatewayRouteResponse>(Create)
        .On<DeleteTransitGatewayRouteRequest, DeleteTransitGatewayRouteResponse>(Delete)
        .On<SearchTransitGatewayRoutesRequest, SearchTransitGatewayRoutesResponse>(Search);

    private static IEnumerable<TransitGatewayRouteAttachment> Ends(TransitGatewayRoute route) => route.TransitGatewayAttachments ?? [];

    private static CreateTransitGatewayRouteResponse Create(Call call, CreateTransitGatewayRouteRequest request)
    {
        var table = TgwRouteTables.Get(call, request.TransitGatewayRouteTableId);
        var block = Blocks.ReadAny(request.DestinationCidrBlock ?? throw Lookup.Missing("destinationCidrBlock"), "destinationCidrBlock").ToString();
        if (request.Blackhole == true == request.TransitGatewayAttachmentId is not null)
            throw new ServiceException("InvalidParameterCombination", "Exactly one of transitGatewayAttachmentId and blackhole must be given.");
        if (request.TransitGatewayAttachmentId is not null)
        {
            var (attachment, _) = TgwRouteTables.Attached(call, table, request.TransitGatewayAttachmentId);
            if (attachment.StateAt(call.Now) is not ("available" or "modifying"))
                throw TransitGateways.WrongState(attachment.Id, attachment.StateAt(call.Now));
        }
        if (table.Routes.Exists(route => route.Cidr == block))
            throw new ServiceException("RouteAlreadyExists", $"Route {block} already exists in {table.Id}.");
        call.Permit(table.Id, request.TransitGatewayAttachmentId);
        var route = new TgwRouteRecord { Cidr = block, AttachmentId = request.TransitGatewayAttachmentId };
        table.Routes.Add(route);
        return new CreateTransitGatewayRouteResponse { Route = Shape(call, route) };
    }

    private static DeleteTransitGatewayRouteResponse Delete(Call call, DeleteTransitGatewayRouteRequest request)
    {
        var table = TgwRouteTables.Get(call, request.TransitGatewayRouteTableId);
        var block = Blocks.ReadAny(request.DestinationCidrBlock ?? throw Lookup.Missing("destinationCidrBlock"), "destinationCidrBlock").ToString();
        var route = table.Routes.Find(route => route.Cidr == block) ?? throw new ServiceException("InvalidRoute.NotFound", $"Route {block} does not exist in {table.Id}.");
        call.Permit(table.Id);
        var shape = Shape(call, route);
        shape.State = "deleted";
        table.Routes.Remove(route);
        return new DeleteTransitGatewayRouteResponse { Route = shape };
    }

    private static SearchTransitGatewayRoutesResponse Search(Call call, SearchTransitGatewayRoutesRequest request)
    {
        var table = TgwRouteTables.Get(call, request.TransitGatewayRouteTableId);
        var filters = request.Filters is { Count: > 0 } given ? given : throw Lookup.Missing("Filter");
        var fits = Known.Compile(call, filters.FindAll(filter => filter.Name?.StartsWith(SearchFilter, StringComparison.Ordinal) != true));
        var routes = All(call, table).Where(fits).ToList();
        foreach (var filter in filters.Where(filter => filter.Name?.StartsWith(SearchFilter, StringComparison.Ordinal) == true))
            routes = Find(routes, filter);
        var page = Paging.OfList(call, routes, Paging.Ec2Size(request.MaxResults) ?? 1000, request.NextToken);
        return new SearchTransitGatewayRoutesResponse { Routes = page.Items, AdditionalRoutesAvailable = page.NextToken is not null, NextToken = page.NextToken };
    }

    private static List<TransitGatewayRoute> Find(List<TransitGatewayRoute> routes, Filter filter)
    {
        if (!Searches.TryGetValue(filter.Name!, out var lies))
            throw new ServiceException("InvalidParameterValue", $"The filter '{filter.Name}' is invalid");
        var asked = (filter.Values ?? []).ConvertAll(value => value.Contains('/', StringComparison.Ordinal)
            ? Blocks.ReadAny(value, filter.Name!)
            : Blocks.ReadAny(value + (value.Contains(':', StringComparison.Ordinal) ? "/128" : "/32"), filter.Name!));
        var found = routes.FindAll(route => Cidrs.TryParse(route.DestinationCidrBlock, out var block) && asked.Exists(other => lies(block, other)));
        if (filter.Name != "route-search.longest-prefix-match" || found.Count == 0)
            return found;
        var longest = found.Max(Length);
        return found.FindAll(route => Length(route) == longest);

        static int Length(TransitGatewayRoute route) => Cidrs.TryParse(route.DestinationCidrBlock, out var block) ? block.PrefixLength : -1;
    }

    // Static routes first: a static route wins over a propagated one to the same block.
    private static IEnumerable<TransitGatewayRoute> All(Call call, TgwRouteTableRecord table)
    {
        foreach (var route in table.Routes)
            yield return Shape(call, route);
        var learned = table.Propagations.Where(propagation => propagation.Life.StateAt(call.Now) == "enabled")
            .Select(propagation => call.Network.TgwAttachments.TryGet(propagation.AttachmentId, out var attachment) ? attachment : null)
            .OfType<TgwAttachmentRecord>()
            .Where(attachment => attachment.StateAt(call.Now) is "available" or "modifying")
            .SelectMany(attachment => Announced(call, attachment).Select(block => (Block: block, Attachment: attachment)))
            .GroupBy(found => found.Block, StringComparer.Ordinal);
        foreach (var group in learned.Where(group => !table.Routes.Exists(route => route.Cidr == group.Key)))
            yield return new TransitGatewayRoute { DestinationCidrBlock = group.Key, Type = "propagated", State = "active", TransitGatewayAttachments = [.. group.Select(found => End(call, found.Attachment))] };
    }

    private static IEnumerable<string> Announced(Call call, TgwAttachmentRecord attachment)
    {
        if (attachment.ResourceType == "vpc" && call.Network.Vpcs.TryGet(attachment.ResourceId, out var vpc))
        {
            var hasIpv6 = attachment.Switches.GetValueOrDefault("Ipv6Support") == "enable";
            return vpc.BlocksAt(call.Now).Where(block => hasIpv6 || !block.Contains(':', StringComparison.Ordinal));
        }
        return [];
    }

    private static TransitGatewayRouteAttachment End(Call call, TgwAttachmentRecord attachment) =>
        new() { TransitGatewayAttachmentId = attachment.Id, ResourceId = TgwAttachments.ResourceIn(attachment, call.Place).Id, ResourceType = attachment.ResourceType };

    private static TransitGatewayRoute Shape(Call call, TgwRouteRecord route)
    {
        var attachment = call.Network.TgwAttachments.TryGet(route.AttachmentId, out var found) ? found : null;
        return new TransitGatewayRoute
        {
            DestinationCidrBlock = route.Cidr,
            Type = "static",
            State = attachment?.StateAt(call.Now) is "available" or "modifying" ? "active" : "blackhole",
            TransitGatewayAttachments = attachment is null ? [] : [End(call, attachment)],
        };
    }
}
