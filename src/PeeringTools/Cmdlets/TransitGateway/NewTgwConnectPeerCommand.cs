using System.Collections;
using System.Management.Automation;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Core.Waiting;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>Creates a Transit Gateway Connect peer: a GRE tunnel with two BGP sessions (EC2 CreateTransitGatewayConnectPeer).</summary>
[Cmdlet(VerbsCommon.New, "TgwConnectPeer", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(TgwConnectPeer), typeof(DryRunResult))]
public sealed class NewTgwConnectPeerCommand : ChangeCmdlet
{
    /// <summary>The Connect attachment, <c>tgw-attach-...</c>. It takes 4 peers.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? TransitGatewayAttachmentId { get; set; }

    /// <summary>The appliance's outer (GRE) address, IPv4 or IPv6.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerAddress { get; set; }

    /// <summary>
    /// The inside blocks: one IPv4 /29 from 169.254.0.0/16 and, optionally, one IPv6 /125 from fd00::/8. The appliance takes the first usable address, the gateway the next two. Default: the first
    /// /29 that is neither reserved nor used on the transit gateway.
    /// </summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [Alias("InsideCidrBlocks")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? InsideCidrBlock { get; set; }

    /// <summary>Have an IPv6 inside block too: where none is given, the first free /125.</summary>
    [Parameter]
    public SwitchParameter IPv6 { get; set; }

    /// <summary>The transit gateway's outer (GRE) address, from its CIDR blocks and of the peer address's family. Default: AWS takes the first free one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? TransitGatewayAddress { get; set; }

    /// <summary>The appliance's AS number, 1 to 4294967295, or in asdot and quotes, such as <c>'1.10'</c>. Default: the transit gateway's own, which makes the sessions iBGP.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AsnText]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerAsn { get; set; }

    /// <summary>How long an attachment that was just made may take to become available, in seconds. Default: 60.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public int ConsistencyTimeoutSeconds { get; set; } = Consistency.UsualSeconds;

    /// <summary>Tags for the Connect peer.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Tag { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(TransitGatewayAttachmentId, async () =>
    {
        var tags = TagParameter.Read(Tag);
        var gatewayAddress = TransitGatewayAddress is { Length: > 0 } ? TransitGatewayAddress : null;
        var hasAsn = GivenByName(nameof(PeerAsn)) || PeerAsn is { Length: > 0 };
        long? asn = hasAsn && Asns.TryParse(PeerAsn, out var parsed) ? parsed : null;

        // A row of a file may leave the block empty; an empty one on the command line is a slip.
        var given = GivenByName(nameof(InsideCidrBlock)) || InsideCidrBlock?.Any(b => !string.IsNullOrEmpty(b)) == true ? InsideCidrBlock ?? [] : null;
        var choice = new InsideBlockChoice(given, IPv6, TimeSpan.FromSeconds(ConsistencyTimeoutSeconds));
        var request = new CreateTransitGatewayConnectPeerRequest
        {
            TransitGatewayAttachmentId = TransitGatewayAttachmentId,
            PeerAddress = PeerAddress,
            TransitGatewayAddress = gatewayAddress,
            InsideCidrBlocks = [.. given ?? []],
            BgpOptions = asn is null ? null : new() { PeerAsn = asn },
            TagSpecifications = TagSpecifications.For("transit-gateway-connect-peer", tags),
        };
        await ChangeAsync(
            new Change
            {
                Description = "Create Connect peer",
                Action = "CreateTransitGatewayConnectPeer",
                Target = $"{PeerAddress} on {TransitGatewayAttachmentId} (inside {(given is null ? "the first free block" : string.Join(", ", given))})",
                TargetObject = TransitGatewayAttachmentId ?? "",
                Rules =
                [
                    ResourceIds.Check(ResourceKind.TransitGatewayAttachment, TransitGatewayAttachmentId, nameof(TransitGatewayAttachmentId)),
                    PeerAddresses.Check(PeerAddress, nameof(PeerAddress)),
                    GivenByName(nameof(TransitGatewayAddress)) || gatewayAddress is not null ? PeerAddresses.Check(TransitGatewayAddress, nameof(TransitGatewayAddress)) : null,
                    gatewayAddress is null ? null : PeerAddresses.CheckFamilies(PeerAddress, gatewayAddress),
                    given is null ? null : InsideCidrs.Check(given, nameof(InsideCidrBlock)),
                    hasAsn ? Asns.Check(PeerAsn, AsnUse.ConnectPeer, nameof(PeerAsn)) : null,
                    Tags.Check(tags, TagService.Ec2, nameof(Tag)),
                ],
                Ask = (session, token) => new ConnectPeerService(session).AskToCreateAsync(request, choice, token),
                Apply = async (session, token) => new TgwConnectPeer(await new ConnectPeerService(session).CreateAsync(request, choice, token), RecordOrigin.Of(session)),
                Plan = session => new TgwConnectPeer(Planned(request), RecordOrigin.Of(session)),
            },
            cancellationToken);
    });

    private static TransitGatewayConnectPeer Planned(CreateTransitGatewayConnectPeerRequest request) => new()
    {
        TransitGatewayConnectPeerId = PlannedIds.Next(ResourceKind.TransitGatewayConnectPeer),
        TransitGatewayAttachmentId = request.TransitGatewayAttachmentId,
        State = PlannedIds.State,
        ConnectPeerConfiguration = new()
        {
            PeerAddress = request.PeerAddress,
            TransitGatewayAddress = request.TransitGatewayAddress,
            InsideCidrBlocks = request.InsideCidrBlocks,
            Protocol = "gre",
            BgpConfigurations = request.BgpOptions is { PeerAsn: { } asn } ? [new() { PeerAsn = asn }, new() { PeerAsn = asn }] : null,
        },
        Tags = request.TagSpecifications is [var specification, ..] ? specification.Tags : null,
    };
}
