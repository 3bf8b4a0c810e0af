using System.Management.Automation;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Core.Waiting;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>Accepts a transit gateway peering attachment, in the accepter's Region and with its credentials (EC2 AcceptTransitGatewayPeeringAttachment).</summary>
[Cmdlet(VerbsLifecycle.Approve, "TgwPeering", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(TgwPeering), typeof(DryRunResult))]
public sealed class ApproveTgwPeeringCommand : TgwRoutingCmdlet
{
    /// <summary>The peering, <c>tgw-attach-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    public string? TransitGatewayAttachmentId { get; set; }

    /// <summary>The accepter's Region, which a piped record brings. It goes before the record's <c>Region</c>, but not before a <c>-Region</c> of yours.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerRegion { get; set; }

    /// <summary>The account that the request is for. A piped peering brings it; credentials of another account are an error before the call.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerAccountId { get; set; }

    /// <summary>How long a request that isn't there yet, or isn't ready yet, is tried again, in seconds. Default: 60.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public int ConsistencyTimeoutSeconds { get; set; } = Consistency.UsualSeconds;

    private TimeSpan ConsistencyLimit => TimeSpan.FromSeconds(ConsistencyTimeoutSeconds);

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(TransitGatewayAttachmentId, async () =>
    {
        var id = TransitGatewayAttachmentId ?? "";
        var region = AccepterRegion(PeerRegion);
        var accepted = new PeeringAnswer(id, "accepted", PeerAccountId);
        await ChangeAsync(
            new Change
            {
                Description = "Accept transit gateway peering",
                Action = "AcceptTransitGatewayPeeringAttachment",
                Target = $"{id}{(region is null ? "" : $" in {region}")}{RoutesText}",
                TargetObject = id,
                Region = region,
                Answer = accepted,
                Rules =
                [
                    ResourceIds.Check(ResourceKind.TransitGatewayAttachment, TransitGatewayAttachmentId, nameof(TransitGatewayAttachmentId)),
                    region is null ? null : Regions.Check(region, nameof(PeerRegion)),
                    .. RouteRules(),
                ],
                Ask = (session, token) => GiveAsync(accepted, new TgwPeeringService(session).Accept(id), session, accept => accept.AskAsync(ConsistencyLimit, token), token),
                Apply = (session, token) => AcceptAsync(accepted, session, token),
                Plan = session => new TgwPeering(new() { TransitGatewayAttachmentId = id, State = PlannedIds.State }, RecordOrigin.Of(session)),
            },
            cancellationToken);
    });

    private async Task<object?> AcceptAsync(PeeringAnswer accepted, PeeringSession session, CancellationToken cancellationToken)
    {
        var id = accepted.Id;
        var (peering, wasSo) = await GiveAsync(accepted, new TgwPeeringService(session).Accept(id), session, accept => accept.MakeAsync(ConsistencyLimit, cancellationToken), cancellationToken);
        if (wasSo)
            WriteWarning($"{id} is {peering!.State} already; there was nothing to accept.");
        PromiseRoutes(session, id, peering!.AccepterTgwInfo?.TransitGatewayId);
        return new TgwPeering(peering, RecordOrigin.Of(session));
    }
}
