using System.Collections;
using System.Management.Automation;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>Requests a peering of two transit gateways (EC2 CreateTransitGatewayPeeringAttachment).</summary>
[Cmdlet(VerbsCommon.New, "TgwPeering", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(TgwPeering), typeof(DryRunResult))]
public sealed class NewTgwPeeringCommand : TgwRoutingCmdlet
{
    /// <summary>Your transit gateway, the requester: <c>tgw-</c> and 8 or 17 hexadecimal digits.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? TransitGatewayId { get; set; }

    /// <summary>The transit gateway to peer with, the accepter.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerTransitGatewayId { get; set; }

    /// <summary>The account that owns the other transit gateway, 12 digits. Default: the owner of yours.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PeerOwnerId")]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerAccountId { get; set; }

    /// <summary>The Region of the other transit gateway. Default: the one you work in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerRegion { get; set; }

    /// <summary>Whether AWS may exchange routes over it dynamically, as Cloud WAN does: <c>enable</c> or <c>disable</c>. Default: AWS's own, <c>disable</c>.</summary>
    [Parameter]
    [ValidateSet("enable", "disable")]
    public string? DynamicRouting { get; set; }

    /// <summary>Tags for the peering. Only your account and Region see them.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Tag { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(TransitGatewayId, async () =>
    {
        var tags = TagParameter.Read(Tag);
        var request = new CreateTransitGatewayPeeringAttachmentRequest
        {
            TransitGatewayId = TransitGatewayId,
            PeerTransitGatewayId = PeerTransitGatewayId,
            PeerAccountId = PeerAccountId is { Length: > 0 } ? PeerAccountId : null,
            PeerRegion = PeerRegion is { Length: > 0 } ? PeerRegion : null,
            Options = DynamicRouting is null ? null : new() { DynamicRouting = DynamicRouting.ToLowerInvariant() },
            TagSpecifications = TagSpecifications.For("transit-gateway-attachment", tags),
        };
        await ChangeAsync(
            new Change
            {
                Description = "Request transit gateway peering",
                Action = "CreateTransitGatewayPeeringAttachment",
                Target = $"{TransitGatewayId} -> {PeerTransitGatewayId}{(request.PeerRegion is null ? "" : $" in {request.PeerRegion}")}{(request.PeerAccountId is null ? "" : $" of account {request.PeerAccountId}")}{RoutesText}",
                TargetObject = TransitGatewayId ?? "",
                Rules =
                [
                    ResourceIds.Check(ResourceKind.TransitGateway, TransitGatewayId, nameof(TransitGatewayId)),
                    ResourceIds.Check(ResourceKind.TransitGateway, PeerTransitGatewayId, nameof(PeerTransitGatewayId)),
                    TgwPeeringRules.CheckDifferent(TransitGatewayId, PeerTransitGatewayId),
                    GivenByName(nameof(PeerAccountId)) || request.PeerAccountId is not null ? AccountIds.Check(PeerAccountId, nameof(PeerAccountId)) : null,
                    GivenByName(nameof(PeerRegion)) || request.PeerRegion is not null ? Regions.Check(PeerRegion, nameof(PeerRegion)) : null,
                    Tags.Check(tags, TagService.Ec2, nameof(Tag)),
                    .. RouteRules(),
                ],
                Ask = (session, token) => new TgwPeeringService(session).AskToCreateAsync(request, token),
                Apply = (session, token) => CreateAsync(session, request, token),
                Plan = session => new TgwPeering(Planned(request, session), RecordOrigin.Of(session)),
            },
            cancellationToken);
    });

    private static TransitGatewayPeeringAttachment Planned(CreateTransitGatewayPeeringAttachmentRequest request, PeeringSession session) => new()
    {
        TransitGatewayAttachmentId = PlannedIds.Next(ResourceKind.TransitGatewayAttachment),
        State = PlannedIds.State,
        RequesterTgwInfo = new() { TransitGatewayId = request.TransitGatewayId, OwnerId = session.AccountId, Region = session.Region },
        AccepterTgwInfo = new() { TransitGatewayId = request.PeerTransitGatewayId, OwnerId = request.PeerAccountId ?? session.AccountId, Region = request.PeerRegion ?? session.Region },
        Tags = request.TagSpecifications is [var specification, ..] ? specification.Tags : null,
    };

    private async Task<object?> CreateAsync(PeeringSession session, CreateTransitGatewayPeeringAttachmentRequest request, CancellationToken cancellationToken)
    {
        var peering = await new TgwPeeringService(session).CreateAsync(request, cancellationToken);
        PromiseRoutes(session, peering.TransitGatewayAttachmentId!, request.TransitGatewayId);
        return new TgwPeering(peering, RecordOrigin.Of(session));
    }
}
