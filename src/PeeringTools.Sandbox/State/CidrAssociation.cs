namespace PeeringTools.Sandbox.State;

/// <summary>An address block that a VPC or a subnet holds.</summary>
internal sealed class CidrAssociation
{
    /// <summary><c>vpc-cidr-assoc-…</c> or <c>subnet-cidr-assoc-…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The block, IPv4 or IPv6, network-aligned.</summary>
    public required string Cidr { get; init; }

    /// <summary>associating, associated, disassociating, disassociated.</summary>
    public required Timeline Life { get; init; }

    /// <summary>True while the block counts: for routes, for overlap, for subnets.</summary>
    public bool IsHeld(DateTimeOffset now) => Life.StateAt(now) is "associating" or "associated";
}
