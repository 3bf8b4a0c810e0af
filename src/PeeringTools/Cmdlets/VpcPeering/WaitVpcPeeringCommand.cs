using System.Management.Automation;
using PeeringTools.Core.Rules;
using PeeringTools.Core.VpcPeering;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>
/// Waits until VPC peerings are in a state. All that come down the pipe are waited for together, and each goes on as soon as it is there; one that ended elsewhere is an error that names its state.
/// </summary>
[Cmdlet(VerbsLifecycle.Wait, "VpcPeering")]
[OutputType(typeof(PeeringTools.VpcPeering))]
public sealed class WaitVpcPeeringCommand : WaitCmdlet
{
    /// <summary>The peerings, <c>pcx-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? VpcPeeringConnectionId { get; set; }

    /// <summary>The states to wait for; the first that comes is enough. Default: <c>active</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(VpcPeeringStateCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] State { get; set; } = ["active"];

    private protected override Task ProcessAsync(CancellationToken cancellationToken) =>
        GatherAsync(ResourceKind.VpcPeeringConnection, VpcPeeringConnectionId, nameof(VpcPeeringConnectionId), PlannedPeerings.Known);

    private protected override Task FinishAsync(CancellationToken cancellationToken) => WaitAsync(
        VpcPeeringStates.Table,
        State,
        (session, ids, token) => new VpcPeeringService(session).ReadAsync(ids, token),
        peering => peering.VpcPeeringConnectionId!,
        peering => (peering.Status?.Code, peering.Status?.Message),
        (peering, origin) => new PeeringTools.VpcPeering(peering, origin),
        cancellationToken);
}
