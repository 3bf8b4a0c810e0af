using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Core.VpcPeering;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>The routes that lead over a peering.</summary>
internal static class PeeringRoutes
{
    /// <summary>Both ends of a peering. Of one that AWS doesn't show any more only the routes that it left are known: then it is what these credentials see here.</summary>
    public static async Task<IReadOnlyList<PeeringEnd>> EndsAsync(string id, PeeringSession own, OpenSession open, string? peerProfileName, CancellationToken cancellationToken) =>
        await new VpcPeeringService(own).FindAsync(id, cancellationToken) is { } peering
            ? await PeeringEnds.OpenAsync(peering, own, open, peerProfileName, cancellationToken)
            : [new(VpcPeeringSide.None, new() { Region = own.Region, OwnerId = own.AccountId }, own, null)];

    /// <summary>The routes of one end.</summary>
    public static async Task<IReadOnlyList<VpcPeeringRoute>> ReadAsync(string id, PeeringEnd end, CancellationToken cancellationToken)
    {
        var routes = new List<VpcPeeringRoute>();
        foreach (var table in await new VpcRouteService(end.Session!).ReadTablesToAsync(id, cancellationToken))
        {
            // Where one account has both ends in one Region, each end shows its own VPC's.
            if (end.Side != VpcPeeringSide.None && table.VpcId != end.Vpc.VpcId)
                continue;

            foreach (var route in (table.Routes ?? []).Where(r => VpcPeeringRouteRules.LeadsTo(RouteTargets.TargetOf(r), id)))
                routes.Add(new(id, end.Side, table.VpcId, table.RouteTableId, route, VpcPeeringOutcome.Kept, RecordOrigin.Of(end.Session!)));
        }

        return routes;
    }
}
