namespace PeeringTools.Sandbox.State;

/// <summary>The kinds of resource, as people count them.</summary>
internal static class ResourceKinds
{
    /// <summary>Name, and how many there are at a moment, tombstones left out.</summary>
    public static readonly IReadOnlyList<(string Name, Func<Network, DateTimeOffset, int> Count)> All =
    [
        ("vpc", (network, now) => Live(network.Vpcs, now)),
        ("subnet", (network, now) => Live(network.Subnets, now)),
        ("route-table", (network, _) => network.RouteTables.Count),
        ("security-group", (network, _) => network.SecurityGroups.Count),
        ("network-acl", (network, _) => network.NetworkAcls.Count),
        ("network-interface", (network, _) => network.NetworkInterfaces.Count),
        ("vpc-peering-connection", (network, now) => Live(network.VpcPeerings, now)),
        ("transit-gateway", (network, now) => Live(network.TransitGateways, now)),
        ("transit-gateway-route-table", (network, now) => Live(network.TgwRouteTables, now)),
        ("transit-gateway-attachment", (network, now) => Live(network.TgwAttachments, now)),
        ("transit-gateway-connect-peer", (network, now) => Live(network.ConnectPeers, now)),
        ("dx-connection", (network, now) => Live(network.DxConnections, now)),
        ("dx-lag", (network, _) => network.Lags.Count),
        ("dx-gateway", (network, now) => Live(network.DxGateways, now)),
        ("dx-gateway-association", (network, now) => Live(network.DxGatewayAssociations, now)),
        ("dx-virtual-interface", (network, now) => Live(network.VirtualInterfaces, now)),
        ("dx-bgp-peer", (network, now) => network.VirtualInterfaces.All.Sum(vif => vif.Peers.Count(peer => peer.IsLive(now)))),
        ("virtual-gateway", (network, _) => network.VirtualGateways.Count),
        ("gamelift-fleet", (network, _) => network.Fleets.Count),
        ("gamelift-peering-authorization", (network, now) => network.PeeringAuthorizations.All.Count(authorization => !authorization.IsGone(now))),
    ];

    private static int Live<T>(Table<T> table, DateTimeOffset now)
        where T : LivingRecord => table.All.Count(record => record.IsLive(now));
}
