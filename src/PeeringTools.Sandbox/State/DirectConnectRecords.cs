using PeeringTools.Aws.DirectConnect.Model;

namespace PeeringTools.Sandbox.State;

/// <summary>A Direct Connect connection, dedicated or hosted.</summary>
internal sealed class DxConnectionRecord : LivingRecord
{
    /// <summary>All but the tags and the state; the name and the encryption mode change in place.</summary>
    public required Connection Shape { get; init; }

    /// <inheritdoc/>
    protected override TimeSpan Tombstone => TimeSpan.FromMinutes(15);
}

/// <summary>A Direct Connect gateway, visible from every Region.</summary>
internal sealed class DxGatewayRecord : LivingRecord
{
    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>The Amazon side's ASN.</summary>
    public required long AmazonSideAsn { get; init; }

    /// <inheritdoc/>
    protected override TimeSpan Tombstone => TimeSpan.FromMinutes(15);
}

/// <summary>A Direct Connect gateway's association with a virtual or transit gateway.</summary>
internal sealed class DxGatewayAssociationRecord : LivingRecord
{
    /// <summary>The Direct Connect gateway.</summary>
    public required string GatewayId { get; init; }

    /// <summary>The virtual or transit gateway.</summary>
    public required string AssociatedGatewayId { get; init; }

    /// <summary>virtualPrivateGateway or transitGateway.</summary>
    public required string AssociatedGatewayType { get; init; }

    /// <summary>Its owner.</summary>
    public required string AssociatedGatewayOwner { get; init; }

    /// <summary>Its Region.</summary>
    public required string AssociatedGatewayRegion { get; init; }

    /// <summary>The prefixes allowed towards the Direct Connect gateway.</summary>
    public List<string> AllowedPrefixes { get; init; } = [];

    /// <summary>The transit gateway attachment that came with it, or null.</summary>
    public string? AttachmentId { get; init; }

    /// <inheritdoc/>
    public override bool IsLive(DateTimeOffset now) => StateAt(now) is "associating" or "associated" or "updating";

    /// <inheritdoc/>
    public override bool IsGone(DateTimeOffset now) => StateAt(now) == "disassociated";
}

/// <summary>A virtual interface.</summary>
internal sealed class VirtualInterfaceRecord : LivingRecord
{
    /// <summary>private, public or transit.</summary>
    public required string Type { get; init; }

    /// <summary>Its connection or LAG.</summary>
    public required string ConnectionId { get; set; }

    /// <summary>The owner of the connection, who sees it too.</summary>
    public required string ConnectionOwner { get; set; }

    /// <summary>Where the connection ends.</summary>
    public required string Location { get; set; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>1..4094, unique on the connection.</summary>
    public required int Vlan { get; init; }

    /// <summary>The Amazon side's ASN.</summary>
    public required long AmazonSideAsn { get; set; }

    /// <summary>1500, 8500 or, on old ones, 9001.</summary>
    public required int Mtu { get; set; }

    /// <summary>The virtual private gateway, or null.</summary>
    public string? VirtualGatewayId { get; set; }

    /// <summary>The Direct Connect gateway, or null.</summary>
    public string? DirectConnectGatewayId { get; set; }

    /// <summary>The public prefixes it announces.</summary>
    public List<string> RouteFilterPrefixes { get; init; } = [];

    /// <summary>Its BGP peers, deleted ones included until they go.</summary>
    public List<BgpPeerRecord> Peers { get; init; } = [];

    /// <summary>SiteLink.</summary>
    public bool SiteLinkEnabled { get; set; }

    /// <summary>The device at the other end.</summary>
    public string? AwsDevice { get; set; }

    /// <summary>The logical device at the other end.</summary>
    public string? AwsLogicalDeviceId { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Place> Places => [Home, Home with { Account = ConnectionOwner }];

    /// <inheritdoc/>
    protected override TimeSpan Tombstone => TimeSpan.FromMinutes(15);
}

/// <summary>A BGP peer of a virtual interface.</summary>
internal sealed class BgpPeerRecord
{
    /// <summary><c>dxpeer-…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The customer's ASN.</summary>
    public required long Asn { get; init; }

    /// <summary>True where it was made with <c>asnLong</c>; a describe then gives <c>asn</c> 0.</summary>
    public required bool IsLongAsn { get; init; }

    /// <summary>The MD5 key.</summary>
    public required Secret AuthKey { get; init; }

    /// <summary>ipv4 or ipv6.</summary>
    public required string AddressFamily { get; init; }

    /// <summary>The Amazon side's address with its prefix length.</summary>
    public string? AmazonAddress { get; init; }

    /// <summary>The customer's address with its prefix length.</summary>
    public string? CustomerAddress { get; init; }

    /// <summary>verifying, pending, available, deleting, deleted.</summary>
    public required Timeline Life { get; init; }

    /// <summary>False where the other side doesn't answer.</summary>
    public bool CanComeUp { get; set; } = true;

    /// <summary>The device at the other end.</summary>
    public string? AwsDevice { get; init; }

    /// <summary>The logical device at the other end.</summary>
    public string? AwsLogicalDeviceId { get; init; }

    /// <summary>True while it is neither deleted nor on the way there.</summary>
    public bool IsLive(DateTimeOffset now) => Life.StateAt(now) is not ("deleting" or "deleted");
}

/// <summary>A BGP failover test.</summary>
internal sealed class FailoverTestRecord : Record
{
    /// <summary>The virtual interface.</summary>
    public required string VirtualInterfaceId { get; init; }

    /// <summary>The peers that are down while it runs.</summary>
    public required List<string> Peers { get; init; }

    /// <summary>As asked for.</summary>
    public required int DurationInMinutes { get; init; }

    /// <summary>When it ends or was stopped.</summary>
    public required DateTimeOffset Ends { get; set; }

    /// <summary>True where somebody stopped it.</summary>
    public bool WasStopped { get; set; }

    /// <summary>True while it runs.</summary>
    public bool IsRunning(DateTimeOffset now) => now < Ends;
}
