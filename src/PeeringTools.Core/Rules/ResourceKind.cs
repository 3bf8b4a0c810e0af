namespace PeeringTools.Core.Rules;

/// <summary>The kinds of resource that have an id of their own.</summary>
internal enum ResourceKind
{
    /// <summary>A VPC.</summary>
    Vpc,

    /// <summary>A VPC peering connection.</summary>
    VpcPeeringConnection,

    /// <summary>A subnet.</summary>
    Subnet,

    /// <summary>A route table of a VPC.</summary>
    RouteTable,

    /// <summary>A security group.</summary>
    SecurityGroup,

    /// <summary>A network ACL.</summary>
    NetworkAcl,

    /// <summary>A network interface.</summary>
    NetworkInterface,

    /// <summary>An internet gateway.</summary>
    InternetGateway,

    /// <summary>A managed prefix list.</summary>
    PrefixList,

    /// <summary>A transit gateway.</summary>
    TransitGateway,

    /// <summary>A transit gateway attachment: VPC, Connect, peering or Direct Connect gateway.</summary>
    TransitGatewayAttachment,

    /// <summary>A Connect peer.</summary>
    TransitGatewayConnectPeer,

    /// <summary>A route table of a transit gateway.</summary>
    TransitGatewayRouteTable,

    /// <summary>A virtual private gateway.</summary>
    VirtualGateway,

    /// <summary>A Direct Connect connection.</summary>
    DxConnection,

    /// <summary>A Direct Connect link aggregation group.</summary>
    DxLag,

    /// <summary>A Direct Connect virtual interface.</summary>
    DxVirtualInterface,

    /// <summary>A BGP peer of a virtual interface.</summary>
    DxBgpPeer,

    /// <summary>A Direct Connect gateway.</summary>
    DxGateway,
}
