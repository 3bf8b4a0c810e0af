namespace PeeringTools;

/// <summary>A side of a VPC peering.</summary>
[Flags]
public enum VpcPeeringSide
{
    /// <summary>Neither: it isn't known.</summary>
    None = 0,

    /// <summary>The VPC that asked.</summary>
    Requester = 2,

    /// <summary>The VPC that was asked.</summary>
    Accepter = 4,

    /// <summary>Both VPCs.</summary>
    Both = Requester | Accepter,
}
