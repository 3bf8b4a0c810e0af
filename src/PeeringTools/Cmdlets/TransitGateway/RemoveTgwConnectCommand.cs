using System.Management.Automation;
using PeeringTools.Core.Rules;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Core.Waiting;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>
/// Removes a Transit Gateway Connect attachment (EC2 DeleteTransitGatewayConnect). One that has Connect peers is refused with their ids; <c>-Force</c> removes them first.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "TgwConnect", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(TgwConnect), typeof(DryRunResult))]
public sealed class RemoveTgwConnectCommand : ChangeCmdlet
{
    /// <summary>The Connect attachment, <c>tgw-attach-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    public string? TransitGatewayAttachmentId { get; set; }

    /// <summary>Remove its Connect peers first, and wait until they are gone. It doesn't answer the prompt: that is <c>-Confirm:$false</c>.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The longest wait until the Connect peers are gone, in seconds. Default: 600.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSeconds { get; set; } = 600;

    /// <summary>Emit the attachment as AWS answers it.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(TransitGatewayAttachmentId, async () =>
    {
        var id = TransitGatewayAttachmentId ?? "";
        var rule = ResourceIds.Check(ResourceKind.TransitGatewayAttachment, TransitGatewayAttachmentId, nameof(TransitGatewayAttachmentId));

        // What goes with it is named before it is confirmed.
        var peers = Force && rule is null or { IsWarning: true } ? await new ConnectService(await OpenSessionAsync()).PeersAsync(id, cancellationToken) : [];
        await ChangeAsync(
            new Change
            {
                Description = peers.Count == 0 ? "Remove Connect attachment" : "Remove Connect attachment and its Connect peers",
                Action = "DeleteTransitGatewayConnect",
                Target = peers.Count == 0 ? id : $"{id} with {string.Join(", ", peers.Select(p => p.TransitGatewayConnectPeerId))}",
                TargetObject = id,
                Rules = [rule],
                Ask = (session, token) => new ConnectService(session).AskToRemoveAsync(id, Force, token),
                Apply = async (session, token) =>
                {
                    var wait = new WaitOptions(TimeSpan.FromSeconds(TimeoutSeconds), TimeSpan.Zero, seen => PostProgress("Waiting until the Connect peers are gone", seen));
                    var (connect, wasSo) = await new ConnectService(session).RemoveAsync(id, Force ? wait : null, token);
                    if (wasSo)
                        WriteWarning($"{id} is {connect!.State} already; nothing was changed.");
                    return PassThru ? new TgwConnect(connect!, RecordOrigin.Of(session)) : null;
                },
            },
            cancellationToken);
    });
}
