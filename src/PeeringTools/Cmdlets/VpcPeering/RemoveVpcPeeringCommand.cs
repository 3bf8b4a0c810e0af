using System.Management.Automation;
using PeeringTools.Core.Rules;
using PeeringTools.Core.VpcPeering;
using PeeringTools.Core.Waiting;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>Deletes VPC peerings, or withdraws requests (EC2 DeleteVpcPeeringConnection). Routes to a deleted peering stay, as blackholes. A peering that has ended already is a warning.</summary>
[Cmdlet(VerbsCommon.Remove, "VpcPeering", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PeeringTools.VpcPeering), typeof(DryRunResult))]
public sealed class RemoveVpcPeeringCommand : ChangeCmdlet
{
    /// <summary>The peerings, <c>pcx-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? VpcPeeringConnectionId { get; set; }

    /// <summary>For how many seconds a peering that AWS is still setting up is tried again. Default: 60.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public int ConsistencyTimeoutSeconds { get; set; } = Consistency.UsualSeconds;

    /// <summary>Emit the peering as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var id in PeeringIds.Of(VpcPeeringConnectionId))
            await ForItemAsync(id, () => RemoveAsync(id, cancellationToken));
    }

    private Task RemoveAsync(string? id, CancellationToken cancellationToken)
    {
        var consistency = TimeSpan.FromSeconds(ConsistencyTimeoutSeconds);
        return ChangeAsync(
            new Change
            {
                Description = "Delete VPC peering",
                Action = "DeleteVpcPeeringConnection",
                Target = id ?? "",
                TargetObject = id ?? "",
                Rules = [ResourceIds.Check(ResourceKind.VpcPeeringConnection, id, nameof(VpcPeeringConnectionId))],
                Ask = (session, token) => new VpcPeeringService(session).Delete(id!).AskAsync(consistency, token),
                Apply = async (session, token) =>
                {
                    var service = new VpcPeeringService(session);
                    var (deleted, wasSo) = await service.Delete(id!).MakeAsync(consistency, token);
                    if (wasSo)
                        WriteWarning($"{id} is {deleted!.Status?.Code} already; there was nothing to delete.");
                    return PassThru && (deleted ?? await service.FindAsync(id!, token)) is { } peering ? new PeeringTools.VpcPeering(peering, RecordOrigin.Of(session)) : null;
                },
            },
            cancellationToken);
    }
}
