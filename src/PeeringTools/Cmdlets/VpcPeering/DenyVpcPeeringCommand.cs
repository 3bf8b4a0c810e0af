using System.Management.Automation;
using PeeringTools.Core.Rules;
using PeeringTools.Core.VpcPeering;
using PeeringTools.Core.Waiting;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>Rejects requests for VPC peering (EC2 RejectVpcPeeringConnection), in the accepter's Region and with the accepter's credentials. A rejected request can't be accepted any more.</summary>
[Cmdlet(VerbsLifecycle.Deny, "VpcPeering", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PeeringTools.VpcPeering), typeof(DryRunResult))]
public sealed class DenyVpcPeeringCommand : ChangeCmdlet
{
    /// <summary>The requests, <c>pcx-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? VpcPeeringConnectionId { get; set; }

    /// <summary>The accepter's Region, where the request is rejected. A piped peering brings it. Default: <c>-Region</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerRegion { get; set; }

    /// <summary>For how many seconds it counts for nothing that AWS doesn't show the request yet. Default: 60.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public int ConsistencyTimeoutSeconds { get; set; } = Consistency.UsualSeconds;

    /// <summary>Emit the peering as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var id in PeeringIds.Of(VpcPeeringConnectionId))
            await ForItemAsync(id, () => DenyAsync(id, cancellationToken));
    }

    private Task DenyAsync(string? id, CancellationToken cancellationToken)
    {
        var consistency = TimeSpan.FromSeconds(ConsistencyTimeoutSeconds);
        var region = AccepterRegion(PeerRegion);
        return ChangeAsync(
            new Change
            {
                Description = "Reject VPC peering",
                Action = "RejectVpcPeeringConnection",
                Target = region is null ? id ?? "" : $"{id} in {region}",
                TargetObject = id ?? "",
                Region = region,
                Rules = [ResourceIds.Check(ResourceKind.VpcPeeringConnection, id, nameof(VpcPeeringConnectionId)), region is null ? null : Regions.Check(region, nameof(PeerRegion))],
                Ask = (session, token) => new VpcPeeringService(session).AskToRejectAsync(id!, consistency, token),
                Apply = async (session, token) =>
                {
                    var service = new VpcPeeringService(session);
                    var change = await service.RejectAsync(id!, consistency, token);
                    if (change.WasDone)
                        WriteWarning($"{id} is {change.Peering!.Status?.Code} already; there was nothing to reject.");
                    return PassThru && (change.Peering ?? await service.FindAsync(id!, token)) is { } peering ? new PeeringTools.VpcPeering(peering, RecordOrigin.Of(session)) : null;
                },
            },
            cancellationToken);
    }
}
