using PeeringTools.Aws.EC2.Model;

namespace PeeringTools;

/// <summary>One side of a VPC peering connection.</summary>
public sealed class VpcPeeringVpc
{
    private readonly VpcPeeringConnectionVpcInfo _vpc;

    internal VpcPeeringVpc(VpcPeeringConnectionVpcInfo vpc) => _vpc = vpc;

    /// <summary>The VPC.</summary>
    public string? VpcId => _vpc.VpcId;

    /// <summary>The account that owns it.</summary>
    public string? OwnerId => _vpc.OwnerId;

    /// <summary>Its Region.</summary>
    public string? Region => _vpc.Region;

    /// <summary>Its primary IPv4 block.</summary>
    public string? CidrBlock => _vpc.CidrBlock;

    /// <summary>All its IPv4 blocks.</summary>
    public IReadOnlyList<string> CidrBlockSet => _vpc.CidrBlockSet is { } blocks ? [.. blocks.Select(b => b.Cidr ?? "")] : [];

    /// <summary>All its IPv6 blocks.</summary>
    public IReadOnlyList<string> Ipv6CidrBlockSet => _vpc.Ipv6CidrBlockSet is { } blocks ? [.. blocks.Select(b => b.Value ?? "")] : [];

    /// <summary>This side's options; empty while the peering isn't active.</summary>
    public VpcPeeringOption? PeeringOptions => _vpc.PeeringOptions is { } options ? new(options) : null;

    /// <summary>The VPC and its block.</summary>
    public override string ToString() => CidrBlock is null ? VpcId ?? "" : $"{VpcId} {CidrBlock}";
}
