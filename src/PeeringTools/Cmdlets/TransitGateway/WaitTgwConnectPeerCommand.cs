using System.Management.Automation;
using PeeringTools.Core.Rules;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>Waits for Transit Gateway Connect peers to be in a state, and emits each as soon as it is.</summary>
[Cmdlet(VerbsLifecycle.Wait, "TgwConnectPeer")]
[OutputType(typeof(TgwConnectPeer))]
public sealed class WaitTgwConnectPeerCommand : WaitCmdlet
{
    /// <summary>The Connect peers, <c>tgw-connect-peer-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? TransitGatewayConnectPeerId { get; set; }

    /// <summary>The states to wait for. Default: <c>available</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TgwConnectPeerStateCompleter))]
    [ValidateSet("available", "deleted")]
    public string[] State { get; set; } = ["available"];

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => GatherAsync(
        ResourceKind.TransitGatewayConnectPeer, TransitGatewayConnectPeerId, nameof(TransitGatewayConnectPeerId),
        (id, origin) => new TgwConnectPeer(new() { TransitGatewayConnectPeerId = id, State = PlannedIds.State }, origin));

    private protected override Task FinishAsync(CancellationToken cancellationToken) => WaitAsync(
        TgwConnectPeerStates.Table,
        State,
        (session, ids, token) => new ConnectPeerService(session).ReadManyAsync(ids, token),
        peer => peer.TransitGatewayConnectPeerId!,
        peer => (peer.State, null),
        (peer, origin) => new TgwConnectPeer(peer, origin),
        cancellationToken);
}
