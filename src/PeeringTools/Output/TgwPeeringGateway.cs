using PeeringTools.Aws.EC2.Model;

namespace PeeringTools;

/// <summary>One side of a transit gateway peering attachment.</summary>
public sealed class TgwPeeringGateway
{
    private readonly PeeringTgwInfo _gateway;

    internal TgwPeeringGateway(PeeringTgwInfo gateway) => _gateway = gateway;

    /// <summary>The transit gateway.</summary>
    public string? TransitGatewayId => _gateway.TransitGatewayId;

    /// <summary>The core network, where the side is one of Cloud WAN.</summary>
    public string? CoreNetworkId => _gateway.CoreNetworkId;

    /// <summary>The account that owns it.</summary>
    public string? OwnerId => _gateway.OwnerId;

    /// <summary>Its Region.</summary>
    public string? Region => _gateway.Region;

    /// <summary>The gateway and its Region.</summary>
    public override string ToString() => $"{TransitGatewayId ?? CoreNetworkId} {Region}".Trim();
}
