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

    /// <summary>How long a request that isn't there yet, or isn't ready yet, is tried again, in seconds. Default: 60.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public int ConsistencyTimeoutSeconds { get; set; } = Consistency.UsualSeconds;

    private TimeSpan ConsistencyLimit => TimeSpan.FromSeconds(ConsistencyTimeoutSeconds);

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(TransitGatewayAttachmentId, async () =>
    {
        var id = TransitGatewayAttachmentId ?? "";
        var region = AccepterRegion(PeerRegion);
        await ChangeAsync(
            new Change
            {
                Description = "Accept transit gateway peering",
                Action = "AcceptTransitGatewayPeeringAttachment",
                Target = $"{id}{(region is null ? "" : $" in {region}")}{RoutesText}",
                TargetObject = id,
                Region = region,
                Rules =
                [
                    ResourceIds.Check(ResourceKind.TransitGatewayAttachment, TransitGatewayAttachmentId, nameof(TransitGatewayAttachmentId)),
                    region is null ? null : Regions.Check(region, nameof(PeerRegion)),
                    .. RouteRules(),
                ],
                Ask = (session, token) => new TgwPeeringService(session).Accept(id).AskAsync(ConsistencyLimit, token),
                Apply = (session, token) => AcceptAsync(session, id, token),
                Plan = session => new TgwPeering(new() { TransitGatewayAttachmentId = id, State = PlannedIds.State }, RecordOrigin.Of(session)),
            },
            cancellationToken);
    });

    private async Task<object?> AcceptAsync(PeeringSession session, string id, CancellationToken cancellationToken)
    {
        var (peering, wasSo) = await new TgwPeeringService(session).Accept(id).MakeAsync(ConsistencyLimit, cancellationToken);
        if (wasSo)
            WriteWarning($"{id} is {peering!.State} already; there was nothing to accept.");
        PromiseRoutes(session, id, peering!.AccepterTgwInfo?.TransitGatewayId);
        return new TgwPeering(peering, RecordOrigin.Of(session));
    }
}
