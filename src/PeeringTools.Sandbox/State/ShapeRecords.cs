using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Aws.EC2.Model;

namespace PeeringTools.Sandbox.State;

// Kinds that no operation of the models changes are kept in AWS's own shape.

/// <summary>A security group.</summary>
internal sealed class SecurityGroupRecord : Record
{
    /// <summary>The VPC.</summary>
    public required string VpcId { get; init; }

    /// <summary>All but the tags.</summary>
    public required SecurityGroup Shape { get; init; }
}

/// <summary>A network ACL.</summary>
internal sealed class NetworkAclRecord : Record
{
    /// <summary>The VPC.</summary>
    public required string VpcId { get; init; }

    /// <summary>All but the tags and the subnets without an association of their own.</summary>
    public required NetworkAcl Shape { get; init; }
}

/// <summary>A network interface that a file brought; those of transit gateway attachments are worked out.</summary>
internal sealed class NetworkInterfaceRecord : Record
{
    /// <summary>The VPC.</summary>
    public required string VpcId { get; init; }

    /// <summary>All but the tags.</summary>
    public required NetworkInterface Shape { get; init; }
}

/// <summary>A link aggregation group.</summary>
internal sealed class LagRecord : Record
{
    /// <summary>All but the tags and the connections in it.</summary>
    public required Lag Shape { get; init; }
}

/// <summary>A virtual private gateway.</summary>
internal sealed class VirtualGatewayRecord : Record
{
    /// <summary>Its state, such as available.</summary>
    public required string State { get; init; }
}
