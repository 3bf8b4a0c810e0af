namespace PeeringTools.Sandbox.State;

/// <summary>A transit gateway.</summary>
internal sealed class TransitGatewayRecord : LivingRecord
{
    /// <summary>What people wrote.</summary>
    public string? Description { get; set; }

    /// <summary>The gateway's own ASN.</summary>
    public required long AmazonSideAsn { get; set; }

    /// <summary>Its CIDR blocks, at most five.</summary>
    public List<string> CidrBlocks { get; init; } = [];

    /// <summary>Options with the values enable and disable, by the API's name.</summary>
    public Dictionary<string, string> Switches { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The table that attachments are associated with by default, or null.</summary>
    public string? AssociationDefaultRouteTableId { get; set; }

    /// <summary>The table that attachments propagate to by default, or null.</summary>
    public string? PropagationDefaultRouteTableId { get; set; }

    /// <summary>The accounts it is shared with.</summary>
    public List<string> SharedWith { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<Place> Places => [Home, .. SharedWith.Select(account => Home with { Account = account })];

    /// <summary>True where the option is enabled.</summary>
    public bool Has(string option) => Switches.GetValueOrDefault(option) == "enable";
}

/// <summary>A transit gateway's route table.</summary>
internal sealed class TgwRouteTableRecord : LivingRecord
{
    /// <summary>Its gateway.</summary>
    public required string TransitGatewayId { get; init; }

    /// <summary>Its static routes.</summary>
    public List<TgwRouteRecord> Routes { get; init; } = [];

    /// <summary>Who propagates into it.</summary>
    public List<TgwPropagation> Propagations { get; init; } = [];
}

/// <summary>A static route of a transit gateway route table.</summary>
internal sealed class TgwRouteRecord
{
    /// <summary>The destination.</summary>
    public required string Cidr { get; init; }

    /// <summary>The attachment, or null for a blackhole route.</summary>
    public string? AttachmentId { get; init; }
}

/// <summary>An attachment's propagation into a table.</summary>
internal sealed class TgwPropagation
{
    /// <summary>The attachment.</summary>
    public required string AttachmentId { get; init; }

    /// <summary>enabling, enabled, disabling, disabled.</summary>
    public required Timeline Life { get; init; }
}

/// <summary>A Connect peer: one GRE tunnel with two BGP sessions.</summary>
internal sealed class ConnectPeerRecord : LivingRecord
{
    /// <summary>Its Connect attachment.</summary>
    public required string AttachmentId { get; init; }

    /// <summary>Its transit gateway.</summary>
    public required string TransitGatewayId { get; init; }

    /// <summary>The gateway's end of the tunnel.</summary>
    public required string TransitGatewayAddress { get; init; }

    /// <summary>The appliance's end of the tunnel.</summary>
    public required string PeerAddress { get; init; }

    /// <summary>One IPv4 /29 and perhaps one IPv6 /125.</summary>
    public required List<string> InsideCidrBlocks { get; init; }

    /// <summary>The appliance's ASN.</summary>
    public required long PeerAsn { get; init; }

    /// <summary>The gateway's ASN when the peer was made.</summary>
    public required long TransitGatewayAsn { get; init; }
}
