using PeeringTools.Aws.EC2.Model;

namespace PeeringTools;

/// <summary>The options of a Connect attachment.</summary>
public sealed class TgwConnectOption
{
    internal TgwConnectOption(TransitGatewayConnectOptions options) => Protocol = options.Protocol;

    /// <summary>The tunnel protocol, <c>gre</c>.</summary>
    public string? Protocol { get; }

    /// <summary>The protocol.</summary>
    public override string ToString() => Protocol ?? "";
}
