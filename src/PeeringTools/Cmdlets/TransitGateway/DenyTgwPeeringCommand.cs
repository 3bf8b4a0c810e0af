using System.Management.Automation;
using PeeringTools.Core.Rules;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Core.Waiting;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>Rejects a transit gateway peering attachment, in the accepter's Region and with its credentials (EC2 RejectTransitGatewayPeeringAttachment).</summary>
[Cmdlet(VerbsLifecycle.Deny, "TgwPeering", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(TgwPeering), typeof(DryRunResult))]
public sealed class DenyTgwPeeringCommand : ChangeCmdlet
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

    /// <summary>Emit the peering as AWS answers it.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private TimeSpan ConsistencyLimit => TimeSpan.FromSeconds(ConsistencyTimeoutSeconds);

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(TransitGatewayAttachmentId, async () =>
    {
        var id = TransitGatewayAttachmentId ?? "";
        var region = AccepterRegion(PeerRegion);
        await ChangeAsync(
            new Change
            {
                Description = "Reject transit gateway peering",
                Action = "RejectTransitGatewayPeeringAttachment",
                Target = region is null ? id : $"{id} in {region}",
                TargetObject = id,
                Region = region,
                Rules =
                [
                    ResourceIds.Check(ResourceKind.TransitGatewayAttachment, TransitGatewayAttachmentId, nameof(TransitGatewayAttachmentId)),
                    region is null ? null : Regions.Check(region, nameof(PeerRegion)),
                ],
                Ask = (session, token) => new TgwPeeringService(session).Reject(id).AskAsync(ConsistencyLimit, token),
                Apply = async (session, token) =>
                {
                    var (peering, wasSo) = await new TgwPeeringService(session).Reject(id).MakeAsync(ConsistencyLimit, token);
                    if (wasSo)
                        WriteWarning($"{id} is {peering!.State} already; nothing was changed.");
                    return PassThru ? new TgwPeering(peering!, RecordOrigin.Of(session)) : null;
                },
                Plan = session => !PassThru ? null : new TgwPeering(new() { TransitGatewayAttachmentId = id, State = PlannedIds.State }, RecordOrigin.Of(session)),
            },
            cancellationToken);
    });
}
