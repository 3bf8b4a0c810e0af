namespace PeeringTools.Sandbox.State;

/// <summary>A VPC.</summary>
internal sealed class VpcRecord : LivingRecord
{
    /// <summary>The block it was made with.</summary>
    public required string CidrBlock { get; init; }

    /// <summary>Its IPv4 blocks, the primary one first.</summary>
    public List<CidrAssociation> Ipv4 { get; init; } = [];

    /// <summary>Its IPv6 blocks.</summary>
    public List<CidrAssociation> Ipv6 { get; init; } = [];

    /// <summary>default, dedicated or host.</summary>
    public string InstanceTenancy { get; init; } = "default";

    /// <summary>True for the VPC that AWS made with the account.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Its DHCP options.</summary>
    public required string DhcpOptionsId { get; init; }

    /// <summary>Attribute enableDnsSupport.</summary>
    public bool EnableDnsSupport { get; set; } = true;

    /// <summary>Attribute enableDnsHostnames.</summary>
    public bool EnableDnsHostnames { get; set; }

    /// <summary>Attribute enableNetworkAddressUsageMetrics.</summary>
    public bool EnableNetworkAddressUsageMetrics { get; set; }

    /// <summary>Encryption control as asked for at creation, or null.</summary>
    public EncryptionControlPart? EncryptionControl { get; init; }

    /// <summary>The blocks of both families that count at that moment.</summary>
    public IEnumerable<string> BlocksAt(DateTimeOffset now) => Ipv4.Concat(Ipv6).Where(block => block.IsHeld(now)).Select(block => block.Cidr);

    /// <inheritdoc/>
    protected override TimeSpan Tombstone => TimeSpan.Zero;
}

/// <summary>A VPC's encryption control.</summary>
internal sealed class EncryptionControlPart
{
    /// <summary>The control's own id.</summary>
    public required string Id { get; init; }

    /// <summary>monitor or enforce.</summary>
    public required string Mode { get; init; }

    /// <summary>creating, then available.</summary>
    public required Timeline Life { get; init; }

    /// <summary>The resource kinds that are left out, by the API's member name.</summary>
    public List<string> Exclusions { get; init; } = [];
}
