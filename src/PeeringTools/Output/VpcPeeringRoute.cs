using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.VpcPeering;

namespace PeeringTools;

/// <summary>A route over a VPC peering: the fields of EC2's <c>Route</c>, and where it stands.</summary>
public sealed class VpcPeeringRoute : PeeringRecord
{
    private readonly Route _route;

    internal VpcPeeringRoute(string peeringId, VpcPeeringSide side, string? vpcId, string? routeTableId, Route route, VpcPeeringOutcome outcome, RecordOrigin origin)
        : base(origin)
    {
        _route = route;
        VpcPeeringConnectionId = peeringId;
        Side = side;
        VpcId = vpcId;
        RouteTableId = routeTableId;
        Outcome = outcome;
    }

    /// <summary>The peering it leads over.</summary>
    public string VpcPeeringConnectionId { get; }

    /// <summary>The side whose traffic takes it.</summary>
    public VpcPeeringSide Side { get; }

    /// <summary>That side's VPC.</summary>
    public string? VpcId { get; }

    /// <summary>The route table.</summary>
    public string? RouteTableId { get; }

    /// <summary>The destination, IPv4 or IPv6.</summary>
    public string? Destination => RouteTargets.DestinationOf(_route);

    /// <summary>The destination, where it is IPv4.</summary>
    public string? DestinationCidrBlock => _route.DestinationCidrBlock;

    /// <summary>The destination, where it is IPv6.</summary>
    public string? DestinationIpv6CidrBlock => _route.DestinationIpv6CidrBlock;

    /// <summary>The destination, where it is a prefix list.</summary>
    public string? DestinationPrefixListId => _route.DestinationPrefixListId;

    /// <summary><c>active</c>, or <c>blackhole</c> where the peering carries nothing (any more).</summary>
    public string? State => _route.State;

    /// <summary>How it came about, such as <c>CreateRoute</c>.</summary>
    public new string? Origin => _route.Origin;

    /// <summary>What the cmdlet did about it.</summary>
    public VpcPeeringOutcome Outcome { get; }

    /// <summary>The destination and the table.</summary>
    public override string ToString() => $"{Destination} in {RouteTableId}";

    /// <summary>The same route with another outcome.</summary>
    internal VpcPeeringRoute As(VpcPeeringOutcome outcome) => new(VpcPeeringConnectionId, Side, VpcId, RouteTableId, _route, outcome, base.Origin);
}
