namespace PeeringTools;

/// <summary>The appliance's side of a Connect peer: a file that its operator loads.</summary>
public sealed class TgwApplianceConfiguration : PeeringRecord
{
    internal TgwApplianceConfiguration(string? peerId, AppliancePlatform platform, string fileName, string text, string? path, RecordOrigin origin)
        : base(origin)
    {
        TransitGatewayConnectPeerId = peerId;
        Platform = platform;
        FileName = fileName;
        Text = text;
        Path = path;
    }

    /// <summary>The Connect peer.</summary>
    public string? TransitGatewayConnectPeerId { get; }

    /// <summary>The system it is written for.</summary>
    public AppliancePlatform Platform { get; }

    /// <summary>A name for the file.</summary>
    public string FileName { get; }

    /// <summary>The configuration, line by line.</summary>
    public string Text { get; }

    /// <summary>Where it was written; empty without <c>-Path</c>.</summary>
    public string? Path { get; }

    /// <summary>The configuration.</summary>
    public override string ToString() => Text;
}
