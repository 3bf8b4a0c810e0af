using PeeringTools.Aws.EC2.Model;

namespace PeeringTools;

/// <summary>Tunnel and BGP settings of a Connect peer.</summary>
public sealed class TgwConnectPeerConfiguration
{
    private readonly TransitGatewayConnectPeerConfiguration _configuration;
    private IReadOnlyList<TgwConnectPeerBgpSession>? _sessions;

    internal TgwConnectPeerConfiguration(TransitGatewayConnectPeerConfiguration configuration) => _configuration = configuration;

    /// <summary>The transit gateway's outer (GRE) address.</summary>
    public string? TransitGatewayAddress => _configuration.TransitGatewayAddress;

    /// <summary>The appliance's outer (GRE) address.</summary>
    public string? PeerAddress => _configuration.PeerAddress;

    /// <summary>The inside blocks.</summary>
    public IReadOnlyList<string> InsideCidrBlocks => _configuration.InsideCidrBlocks ?? [];

    /// <summary>The tunnel protocol, <c>gre</c>.</summary>
    public string? Protocol => _configuration.Protocol;

    /// <summary>Both BGP sessions.</summary>
    public IReadOnlyList<TgwConnectPeerBgpSession> BgpConfigurations =>
        _sessions ??= _configuration.BgpConfigurations is { } all ? [.. all.Select(b => new TgwConnectPeerBgpSession(b))] : [];

    /// <summary>The two ends of the tunnel.</summary>
    public override string ToString() => $"{PeerAddress} <-> {TransitGatewayAddress}";
}
