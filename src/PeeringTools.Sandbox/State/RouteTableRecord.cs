namespace PeeringTools.Sandbox.State;

/// <summary>A VPC's route table.</summary>
internal sealed class RouteTableRecord : Record
{
    /// <summary>Its VPC.</summary>
    public required string VpcId { get; init; }

    /// <summary>Who uses it. The association without a subnet and gateway is the main one.</summary>
    public List<RouteTableUse> Uses { get; init; } = [];

    /// <summary>Its routes, without the local ones: those follow from the VPC's blocks.</summary>
    public List<RouteRecord> Routes { get; init; } = [];

    /// <summary>The virtual gateways that propagate into it.</summary>
    public List<string> PropagatingGateways { get; init; } = [];

    /// <summary>True for the VPC's main table.</summary>
    public bool IsMain => Uses.Exists(use => use.IsMain);
}

/// <summary>An association of a route table.</summary>
internal sealed class RouteTableUse
{
    /// <summary><c>rtbassoc-…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The subnet, or null.</summary>
    public string? SubnetId { get; init; }

    /// <summary>The internet or virtual gateway, or null.</summary>
    public string? GatewayId { get; init; }

    /// <summary>The public IPv4 pool, or null.</summary>
    public string? PublicIpv4Pool { get; init; }

    /// <summary>associating, associated.</summary>
    public required Timeline Life { get; init; }

    /// <summary>True for the main association.</summary>
    public bool IsMain => SubnetId is null && GatewayId is null && PublicIpv4Pool is null;
}

/// <summary>What a route's target is. The order is that of the API's members.</summary>
internal enum RouteTarget
{
    Gateway,
    EgressOnlyInternetGateway,
    Instance,
    NatGateway,
    TransitGateway,
    LocalGateway,
    CarrierGateway,
    NetworkInterface,
    VpcPeeringConnection,
    CoreNetwork,
    OdbNetwork,
}

/// <summary>One route.</summary>
internal sealed class RouteRecord
{
    /// <summary>An IPv4 block, an IPv6 block or a prefix list's id.</summary>
    public required string Destination { get; init; }

    /// <summary>The kind of target.</summary>
    public required RouteTarget Target { get; set; }

    /// <summary>The target's id (or ARN); <c>local</c> is a gateway's id.</summary>
    public required string TargetId { get; set; }

    /// <summary>CreateRoute, CreateRouteTable, EnableVgwRoutePropagation or Advertisement.</summary>
    public string Origin { get; init; } = "CreateRoute";

    /// <summary>The owner of a target instance, where known.</summary>
    public string? InstanceOwnerId { get; init; }

    /// <summary>The state that a describe file gave for a target this sandbox doesn't know, or null.</summary>
    public string? RecordedState { get; set; }
}
