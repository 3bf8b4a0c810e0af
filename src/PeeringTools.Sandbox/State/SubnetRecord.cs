namespace PeeringTools.Sandbox.State;

/// <summary>A subnet.</summary>
internal sealed class SubnetRecord : LivingRecord
{
    /// <summary>Its VPC.</summary>
    public required string VpcId { get; init; }

    /// <summary>Its IPv4 block; null where it is IPv6 only.</summary>
    public string? CidrBlock { get; init; }

    /// <summary>Its IPv6 blocks.</summary>
    public List<CidrAssociation> Ipv6 { get; init; } = [];

    /// <summary>The zone's name, such as eu-west-1a.</summary>
    public required string AvailabilityZone { get; init; }

    /// <summary>The zone's id, such as euw1-az1.</summary>
    public required string AvailabilityZoneId { get; init; }

    /// <summary>The Outpost it stands on, or null.</summary>
    public string? OutpostArn { get; init; }

    /// <summary>True where it has no IPv4 at all.</summary>
    public bool Ipv6Native { get; init; }

    /// <summary>True for a default VPC's subnet.</summary>
    public bool DefaultForAz { get; init; }

    /// <summary>Attribute mapPublicIpOnLaunch.</summary>
    public bool MapPublicIpOnLaunch { get; set; }

    /// <summary>Attribute assignIpv6AddressOnCreation.</summary>
    public bool AssignIpv6AddressOnCreation { get; set; }

    /// <summary>Attribute mapCustomerOwnedIpOnLaunch.</summary>
    public bool MapCustomerOwnedIpOnLaunch { get; set; }

    /// <summary>The customer-owned pool that goes with <see cref="MapCustomerOwnedIpOnLaunch"/>.</summary>
    public string? CustomerOwnedIpv4Pool { get; set; }

    /// <summary>Attribute enableDns64.</summary>
    public bool EnableDns64 { get; set; }

    /// <summary>ip-name or resource-name.</summary>
    public string HostnameType { get; set; } = "ip-name";

    /// <summary>Attribute enableResourceNameDnsARecordOnLaunch.</summary>
    public bool EnableResourceNameDnsARecord { get; set; }

    /// <summary>Attribute enableResourceNameDnsAAAARecordOnLaunch.</summary>
    public bool EnableResourceNameDnsAaaaRecord { get; set; }

    /// <summary>The device position of local network interfaces, or null.</summary>
    public int? EnableLniAtDeviceIndex { get; set; }

    /// <summary>The blocks of both families.</summary>
    public IEnumerable<string> BlocksAt(DateTimeOffset now)
    {
        if (CidrBlock is not null)
            yield return CidrBlock;
        foreach (var block in Ipv6.Where(block => block.IsHeld(now)))
            yield return block.Cidr;
    }

    /// <inheritdoc/>
    protected override TimeSpan Tombstone => TimeSpan.Zero;
}
