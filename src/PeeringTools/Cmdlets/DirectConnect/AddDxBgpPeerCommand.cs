using System.Management.Automation;
using System.Security;
using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Core.DirectConnect;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.DirectConnect;

/// <summary>Adds a BGP peer to a Direct Connect virtual interface (CreateBGPPeer).</summary>
[Cmdlet(VerbsCommon.Add, "DxBgpPeer", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(DxBgpPeer), typeof(DryRunResult))]
public sealed class AddDxBgpPeerCommand : ChangeCmdlet
{
    /// <summary>The virtual interface, <c>dxvif-...</c>. It takes one peer per address family.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? VirtualInterfaceId { get; set; }

    /// <summary>Your AS number, 1 to 4294967294, or in asdot and quotes, such as <c>'1.10'</c>. It never binds from a piped record: an interface's own number isn't the new peer's.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("AsnLong")]
    [AsnText]
    [AllowNull]
    [AllowEmptyString]
    public string? Asn { get; set; }

    /// <summary>The address family of the peer. Default: that of the addresses, else <c>ipv4</c>.</summary>
    [Parameter]
    [ValidateSet("ipv4", "ipv6")]
    public string? AddressFamily { get; set; }

    /// <summary>AWS's address with its prefix length, such as <c>169.254.0.1/30</c>. Leave both addresses out for AWS to choose; for <c>ipv6</c> it always does.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? AmazonAddress { get; set; }

    /// <summary>Your address with its prefix length, such as <c>169.254.0.2/30</c>.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? CustomerAddress { get; set; }

    /// <summary>The BGP (MD5) key, 6 to 80 characters, as a SecureString. Default: AWS makes one; <c>Get-DxBgpPeer -IncludeAuthKey</c> reads it.</summary>
    [Parameter]
    [Alias("BgpAuthKey")]
    [SecureStringOnly]
    [AllowNull]
    public SecureString? AuthKey { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(VirtualInterfaceId, async () =>
    {
        var family = Family();
        var asn = Asns.TryParse(Asn, out var parsed) ? parsed : 0;
        var request = new CreateBGPPeerRequest
        {
            VirtualInterfaceId = VirtualInterfaceId,
            NewBGPPeer = new()
            {
                Asn = Asns.UsesAsnLong(asn) ? null : (int)asn,
                AsnLong = Asns.UsesAsnLong(asn) ? asn : null,
                AddressFamily = AddressFamilies.Wire(family),
                AmazonAddress = AmazonAddress is { Length: > 0 } ? AmazonAddress : null,
                CustomerAddress = CustomerAddress is { Length: > 0 } ? CustomerAddress : null,
            },
        };
        await ChangeAsync(
            new Change
            {
                Description = "Add BGP peer",
                Action = "CreateBGPPeer",
                Target = $"{AddressFamilies.Wire(family)} peer with ASN {Asn} on {VirtualInterfaceId}",
                TargetObject = VirtualInterfaceId ?? "",
                Rules =
                [
                    ResourceIds.Check(ResourceKind.DxVirtualInterface, VirtualInterfaceId, nameof(VirtualInterfaceId)),
                    Asns.Check(Asn, AsnUse.DirectConnect, nameof(Asn)),
                    GivenByName(nameof(AmazonAddress)) || GivenByName(nameof(CustomerAddress)) ? BgpPeerAddresses.Check(VirtualInterfaceType.Private, family, AmazonAddress, CustomerAddress) : null,

                    // A key that was to be given and isn't (an unset variable) must not become one that AWS makes.
                    GivenByName(nameof(AuthKey)) || AuthKey is not null ? BgpAuthKeys.CheckLength(AuthKey?.Length ?? 0, nameof(AuthKey)) : null,
                ],
                Ask = (session, token) => new BgpPeerService(session).AskToAddAsync(request, token),
                Apply = async (session, token) =>
                {
                    request.NewBGPPeer.AuthKey = AuthKey is null ? null : Secrets.Reveal(AuthKey);
                    var (vif, peer) = await new BgpPeerService(session).AddAsync(request, token);
                    Require(VirtualInterfaceId, BgpPeerService.CheckAsn(vif, request.NewBGPPeer));
                    return new DxBgpPeer(peer, vif, RecordOrigin.Of(session));
                },
                Plan = session => new DxBgpPeer(Planned(request.NewBGPPeer), new() { VirtualInterfaceId = VirtualInterfaceId, Region = session.Region }, RecordOrigin.Of(session)),
            },
            cancellationToken);
    });

    private System.Net.Sockets.AddressFamily Family()
    {
        if (AddressFamily is not null && AddressFamilies.TryParse(AddressFamily, out var named))
            return named;

        return BgpPeerAddresses.TryRead(CustomerAddress, out var address) || BgpPeerAddresses.TryRead(AmazonAddress, out address)
            ? address.AddressFamily : System.Net.Sockets.AddressFamily.InterNetwork;
    }

    private static BGPPeer Planned(NewBGPPeer wanted) => new()
    {
        BgpPeerId = PlannedIds.Next(ResourceKind.DxBgpPeer),
        Asn = wanted.Asn,
        AsnLong = wanted.AsnLong,
        AddressFamily = wanted.AddressFamily,
        AmazonAddress = wanted.AmazonAddress,
        CustomerAddress = wanted.CustomerAddress,
        BgpPeerState = PlannedIds.State,
    };
}
