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

    /// <summary>The account that the request is for. A piped peering brings it; credentials of another account are an error before the call.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerAccountId { get; set; }

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
        var rejected = new PeeringAnswer(id, "rejected", PeerAccountId);
        await ChangeAsync(
            new Change
            {
                Description = "Reject transit gateway peering",
                Action = "RejectTransitGatewayPeeringAttachment",
                Target = region is null ? id : $"{id} in {region}",
                TargetObject = id,
                Region = region,
                Answer = rejected,
                Rules =
                [
                    ResourceIds.Check(ResourceKind.TransitGatewayAttachment, TransitGatewayAttachmentId, nameof(TransitGatewayAttachmentId)),
                    region is null ? null : Regions.Check(region, nameof(PeerRegion)),
                ],
                Ask = (session, token) => GiveAsync(rejected, new TgwPeeringService(session).Reject(id), session, reject => reject.AskAsync(ConsistencyLimit, token), token),
                Apply = async (session, token) =>
                {
                    var (peering, wasSo) = await GiveAsync(rejected, new TgwPeeringService(session).Reject(id), session, reject => reject.MakeAsync(ConsistencyLimit, token), token);
                    if (wasSo)
                        WriteWarning($"{id} is {peering!.State} already; nothing was changed.");
                    return PassThru ? new TgwPeering(peering!, RecordOrigin.Of(session)) : null;
                },
                Plan = session => !PassThru ? null : new TgwPeering(new() { TransitGatewayAttachmentId = id, State = PlannedIds.State }, RecordOrigin.Of(session)),
            },
            cancellationToken);
    });
}
