using System.Management.Automation;
using PeeringTools.Core.Rules;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>Removes a Transit Gateway Connect peer: its tunnel and both BGP sessions (EC2 DeleteTransitGatewayConnectPeer).</summary>
[Cmdlet(VerbsCommon.Remove, "TgwConnectPeer", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(TgwConnectPeer), typeof(DryRunResult))]
public sealed class RemoveTgwConnectPeerCommand : ChangeCmdlet
{
    /// <summary>The Connect peer, <c>tgw-connect-peer-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    public string? TransitGatewayConnectPeerId { get; set; }

    /// <summary>Emit the peer as AWS answers it.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(TransitGatewayConnectPeerId, async () =>
    {
        var id = TransitGatewayConnectPeerId ?? "";
        await ChangeAsync(
            new Change
            {
                Description = "Remove Connect peer",
                Action = "DeleteTransitGatewayConnectPeer",
                Target = id,
                TargetObject = id,
                Rules = [ResourceIds.Check(ResourceKind.TransitGatewayConnectPeer, TransitGatewayConnectPeerId, nameof(TransitGatewayConnectPeerId))],
                Ask = (session, token) => new ConnectPeerService(session).Remove(id).AskAsync(TimeSpan.Zero, token),
                Apply = async (session, token) =>
                {
                    var (peer, wasSo) = await new ConnectPeerService(session).Remove(id).MakeAsync(TimeSpan.Zero, token);
                    if (wasSo)
                        WriteWarning($"{id} is {peer!.State} already; nothing was changed.");
                    return PassThru ? new TgwConnectPeer(peer!, RecordOrigin.Of(session)) : null;
                },
            },
            cancellationToken);
    });
}
