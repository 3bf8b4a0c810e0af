namespace PeeringTools.Sandbox.State;

/// <summary>One gateway's end of an attachment. All attachments have one, a peering has two.</summary>
internal sealed class AttachmentSide
{
    /// <summary>The gateway.</summary>
    public required string TransitGatewayId { get; init; }

    /// <summary>The gateway's owner.</summary>
    public required string Account { get; init; }

    /// <summary>The gateway's Region.</summary>
    public required string Region { get; init; }

    /// <summary>The table it is associated with, or null.</summary>
    public string? RouteTableId { get; set; }

    /// <summary>associating, associated, disassociating, disassociated; null where it never was.</summary>
    public Timeline? Association { get; set; }

    /// <summary>Where this end lives.</summary>
    public Place Place => new(Account, Region);

    /// <summary>True while the association counts.</summary>
    public bool IsAssociated(DateTimeOffset now) => RouteTableId is not null && Association?.StateAt(now) is not (null or "disassociated");
}

/// <summary>A transit gateway attachment of any kind.</summary>
internal sealed class TgwAttachmentRecord : LivingRecord
{
    /// <summary>vpc, connect, peering, direct-connect-gateway, vpn ...</summary>
    public required string ResourceType { get; init; }

    /// <summary>What is attached: a VPC, a Direct Connect gateway, for a Connect attachment its transport's resource.</summary>
    public required string ResourceId { get; init; }

    /// <summary>The ends; the requester of a peering comes first.</summary>
    public required List<AttachmentSide> Sides { get; init; }

    /// <summary>The subnets of a VPC attachment.</summary>
    public List<string> SubnetIds { get; init; } = [];

    /// <summary>Options with the values enable and disable, by the API's name.</summary>
    public Dictionary<string, string> Switches { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The attachment that carries a Connect attachment, or null.</summary>
    public string? TransportAttachmentId { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Place> Places => [Home, .. Sides.Select(side => side.Place)];

    /// <summary>The first end's gateway.</summary>
    public string TransitGatewayId => Sides[0].TransitGatewayId;

    /// <summary>The end that belongs to a gateway, or null.</summary>
    public AttachmentSide? SideOf(string transitGatewayId) => Sides.Find(side => side.TransitGatewayId == transitGatewayId);

    /// <summary>The end that a place sees as its own: for a peering, the one that lives there.</summary>
    public AttachmentSide SideIn(Place place) => Sides.Find(side => side.Place == place) ?? Sides[0];
}
