using System.Management.Automation;
using System.Text;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Core.TransitGateway.Appliances;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>Writes the appliance's side of Transit Gateway Connect peers: GRE tunnel, inside addresses, both BGP sessions. The prefixes to advertise are placeholders, and marked.</summary>
[Cmdlet(VerbsCommon.Get, "TgwConnectPeerConfiguration")]
[OutputType(typeof(TgwApplianceConfiguration))]
public sealed class GetTgwConnectPeerConfigurationCommand : ReadCmdlet
{
    private readonly Dictionary<string, int> _tunnels = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The Connect peers, <c>tgw-connect-peer-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? TransitGatewayConnectPeerId { get; set; }

    /// <summary>The appliance's system.</summary>
    [Parameter(Mandatory = true)]
    public AppliancePlatform Platform { get; set; }

    /// <summary>
    /// The tunnel's MTU in bytes, 576 (with IPv6 inside 1280) to 8476 over IPv4 or 8456 over IPv6. Default: 1476 or 1456, which a path of 1500 bytes takes.
    /// </summary>
    [Parameter]
    public int? Mtu { get; set; }

    /// <summary>The number of the tunnel interface. A second tunnel on the same appliance gets the next one. Default: 1.</summary>
    [Parameter]
    [ValidateRange(1, 4094)]
    public int TunnelNumber { get; set; } = 1;

    /// <summary>A folder to write the files into; it is made where it isn't there.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Replace files that are there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        IEnumerable<string?> given = TransitGatewayConnectPeerId is { Length: > 0 } some ? some : new string?[] { null };
        var ids = await NamedAsync(ResourceKind.TransitGatewayConnectPeer, given, nameof(TransitGatewayConnectPeerId),
            (id, origin) => new TgwApplianceConfiguration(id, Platform, "", $"{id} is only planned: AWS gives it its addresses when it is made.", null, origin));
        if (ids.Count > 0)
            await ForItemsAsync(ids, () => ConfigureAsync(ids, cancellationToken));
    }

    private async Task ConfigureAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var session = await OpenSessionAsync();
        var peers = (await new ConnectPeerService(session).ReadManyAsync(ids, cancellationToken)).ToDictionary(p => p.TransitGatewayConnectPeerId!, StringComparer.OrdinalIgnoreCase);
        foreach (var id in ids)
        {
            await ForItemAsync(id, async () =>
            {
                if (!peers.TryGetValue(id, out var peer))
                {
                    WriteError(ErrorRecords.NotFound("Connect peer", id, "InvalidTransitGatewayConnectPeerID.NotFound", session.Region));
                    return;
                }

                var appliance = peer.ConnectPeerConfiguration?.PeerAddress ?? "";
                var number = _tunnels.TryGetValue(appliance, out var last) ? last + 1 : TunnelNumber;
                var tunnel = ApplianceTunnel.Of(peer, number, Mtu);
                Require(id, TgwConnectRules.CheckInternal(id, tunnel.Asn, tunnel.GatewayAsn));
                foreach (var file in Write(tunnel))
                    WriteObject(new TgwApplianceConfiguration(id, Platform, file.Name, file.Text, await SaveAsync(file, cancellationToken), RecordOrigin.Of(session)));
                _tunnels[appliance] = number;
            });
        }
    }

    private IReadOnlyList<ApplianceFile> Write(ApplianceTunnel tunnel) => Platform switch
    {
        AppliancePlatform.FRRouting => FrRouting.Write(tunnel),
        AppliancePlatform.CiscoIosXe => CiscoIosXe.Write(tunnel),
        AppliancePlatform.JunOS => JunOS.Write(tunnel),
        AppliancePlatform.VyOS => VyOS.Write(tunnel),
        AppliancePlatform.AristaEos => AristaEos.Write(tunnel),
        _ => throw new FailureException(new(ErrorKind.BadInput, "PlatformUnknown", $"-Platform {Platform} isn't known.", $"Give one of {string.Join(", ", Enum.GetNames<AppliancePlatform>())}.", Platform)),
    };

    private async Task<string?> SaveAsync(ApplianceFile file, CancellationToken cancellationToken)
    {
        if (Path is null)
            return null;

        var path = System.IO.Path.Combine(FilePaths.Resolve(this, Path), file.Name);
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            await using var stream = new FileStream(path, Force ? FileMode.Create : FileMode.CreateNew, FileAccess.Write, FileShare.None);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(file.Text), cancellationToken);
            return path;
        }
        catch (IOException) when (!Force && File.Exists(path))
        {
            throw new FailureException(new(ErrorKind.Exists, "FileExists", $"The file {path} is there already.", "Give another -Path, or -Force to replace it.", path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(new(ErrorKind.BadInput, "FileNotWritten", e.Message, "Give -Path a folder that you may write to.", path));
        }
    }
}
