using PeeringTools.Aws.EC2.Model;

namespace PeeringTools.Core.VpcPeering;

/// <summary>What Connect-VpcPeering is to bring about.</summary>
internal sealed record ConnectRequest
{
    /// <summary>The VPC of the cmdlet's own credentials.</summary>
    public required string VpcId { get; init; }

    /// <summary>The other VPC.</summary>
    public required string PeerVpcId { get; init; }

    /// <summary>Tags of the peering, if any.</summary>
    public List<TagSpecification>? TagSpecifications { get; init; }

    /// <summary>DNS resolution on both sides.</summary>
    public required bool HasDns { get; init; }

    /// <summary>The tables that get routes; null for none.</summary>
    public RouteTableChoice? Routes { get; init; }

    /// <summary>Whether routes that lead elsewhere are replaced.</summary>
    public required bool ReplacesRoutes { get; init; }

    /// <summary>Whether everything stays after a failure.</summary>
    public required bool KeepsOnFailure { get; init; }

    /// <summary>The longest wait for the peering.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How long a thing that was just made may be missing.</summary>
    public required TimeSpan Consistency { get; init; }
}
