using PeeringTools.Aws.EC2.Model;

namespace PeeringTools;

/// <summary>The options of a transit gateway peering attachment.</summary>
public sealed class TgwPeeringOption
{
    internal TgwPeeringOption(TransitGatewayPeeringAttachmentOptions options) => DynamicRouting = options.DynamicRouting;

    /// <summary><c>enable</c> or <c>disable</c>.</summary>
    public string? DynamicRouting { get; }

    /// <summary>The option.</summary>
    public override string ToString() => DynamicRouting is null ? "" : $"DynamicRouting={DynamicRouting}";
}
