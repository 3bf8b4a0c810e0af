using PeeringTools.Aws.EC2.Model;

namespace PeeringTools;

/// <summary>A Transit Gateway Connect attachment: every field of EC2's <c>TransitGatewayConnect</c>.</summary>
public sealed class TgwConnect : PeeringRecord
{
    private readonly TransitGatewayConnect _connect;
    private IReadOnlyList<ResourceTag>? _tags;

    internal TgwConnect(TransitGatewayConnect connect, RecordOrigin origin)
        : base(origin) => _connect = connect;

    /// <summary>The id, <c>tgw-attach-...</c>.</summary>
    public string? TransitGatewayAttachmentId => _connect.TransitGatewayAttachmentId;

    /// <summary>The VPC or Direct Connect attachment that carries it.</summary>
    public string? TransportTransitGatewayAttachmentId => _connect.TransportTransitGatewayAttachmentId;

    /// <summary>The transit gateway.</summary>
    public string? TransitGatewayId => _connect.TransitGatewayId;

    /// <summary>The state, such as <c>pending</c> or <c>available</c>; an unknown one passes through.</summary>
    public string? State => _connect.State;

    /// <summary>When it was made (UTC).</summary>
    public DateTime? CreationTime => _connect.CreationTime;

    /// <summary>The options.</summary>
    public TgwConnectOption? Options => _connect.Options is { } options ? new(options) : null;

    /// <summary>The tunnel protocol, <c>gre</c>.</summary>
    public string? Protocol => _connect.Options?.Protocol;

    /// <summary>The tags.</summary>
    public IReadOnlyList<ResourceTag> Tags => _tags ??= TagMapping.From(_connect.Tags);

    /// <summary>The id.</summary>
    public override string ToString() => TransitGatewayAttachmentId ?? "";
}
