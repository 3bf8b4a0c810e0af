using System.Management.Automation;
using PeeringTools.Core.Rules;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>Waits for transit gateway peering attachments to be in a state, and emits each as soon as it is.</summary>
[Cmdlet(VerbsLifecycle.Wait, "TgwPeering")]
[OutputType(typeof(TgwPeering))]
public sealed class WaitTgwPeeringCommand : WaitCmdlet
{
    /// <summary>The peerings, <c>tgw-attach-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? TransitGatewayAttachmentId { get; set; }

    /// <summary>The states to wait for. Default: <c>available</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TgwAttachmentStateCompleter))]
    [ValidateSet("pendingAcceptance", "available", "rejected", "deleted")]
    public string[] State { get; set; } = ["available"];

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => GatherAsync(
        ResourceKind.TransitGatewayAttachment, TransitGatewayAttachmentId, nameof(TransitGatewayAttachmentId),
        (id, origin) => new TgwPeering(new() { TransitGatewayAttachmentId = id, State = PlannedIds.State }, origin));

    private protected override Task FinishAsync(CancellationToken cancellationToken) => WaitAsync(
        TgwPeeringStates.Table,
        State,
        (session, ids, token) => new TgwPeeringService(session).ReadManyAsync(ids, token),
        peering => peering.TransitGatewayAttachmentId!,
        peering => (peering.State, peering.Status?.Message),
        (peering, origin) => new TgwPeering(peering, origin),
        cancellationToken);
}
