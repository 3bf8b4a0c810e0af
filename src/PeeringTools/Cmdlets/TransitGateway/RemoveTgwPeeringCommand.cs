using System.Management.Automation;
using PeeringTools.Core.Rules;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>Removes a transit gateway peering attachment; either side may (EC2 DeleteTransitGatewayPeeringAttachment). Routes to it turn into blackholes.</summary>
[Cmdlet(VerbsCommon.Remove, "TgwPeering", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(TgwPeering), typeof(DryRunResult))]
public sealed class RemoveTgwPeeringCommand : ChangeCmdlet
{
    /// <summary>The peering, <c>tgw-attach-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    public string? TransitGatewayAttachmentId { get; set; }

    /// <summary>Emit the peering as AWS answers it.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(TransitGatewayAttachmentId, async () =>
    {
        var id = TransitGatewayAttachmentId ?? "";
        await ChangeAsync(
            new Change
            {
                Description = "Remove transit gateway peering",
                Action = "DeleteTransitGatewayPeeringAttachment",
                Target = id,
                TargetObject = id,
                Rules = [ResourceIds.Check(ResourceKind.TransitGatewayAttachment, TransitGatewayAttachmentId, nameof(TransitGatewayAttachmentId))],
                Ask = (session, token) => new TgwPeeringService(session).Remove(id).AskAsync(TimeSpan.Zero, token),
                Apply = async (session, token) =>
                {
                    var (peering, wasSo) = await new TgwPeeringService(session).Remove(id).MakeAsync(TimeSpan.Zero, token);
                    if (wasSo)
                        WriteWarning($"{id} is {peering!.State} already; nothing was changed.");
                    return PassThru ? new TgwPeering(peering!, RecordOrigin.Of(session)) : null;
                },
            },
            cancellationToken);
    });
}
