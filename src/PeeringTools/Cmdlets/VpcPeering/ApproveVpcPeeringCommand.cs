using System.Management.Automation;
using PeeringTools.Core.Rules;
using PeeringTools.Core.VpcPeering;
using PeeringTools.Core.Waiting;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>Accepts requests for VPC peering (EC2 AcceptVpcPeeringConnection), in the accepter's Region and with the accepter's credentials.</summary>
[Cmdlet(VerbsLifecycle.Approve, "VpcPeering", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(PeeringTools.VpcPeering), typeof(DryRunResult))]
public sealed class ApproveVpcPeeringCommand : ChangeCmdlet
{
    /// <summary>The requests, <c>pcx-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? VpcPeeringConnectionId { get; set; }

    /// <summary>The accepter's Region, where the request is accepted. A piped peering brings it. Default: <c>-Region</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerRegion { get; set; }

    /// <summary>For how many seconds it counts for nothing that AWS doesn't show the request yet. Default: 60.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public int ConsistencyTimeoutSeconds { get; set; } = Consistency.UsualSeconds;

    private protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var id in PeeringIds.Of(VpcPeeringConnectionId))
            await ForItemAsync(id, () => ApproveAsync(id, cancellationToken));
    }

    private Task ApproveAsync(string? id, CancellationToken cancellationToken)
    {
        var consistency = TimeSpan.FromSeconds(ConsistencyTimeoutSeconds);
        var region = AccepterRegion(PeerRegion);
        PeeringTools.VpcPeering? asked = null;
        return ChangeAsync(
            new Change
            {
                Description = "Accept VPC peering",
                Action = "AcceptVpcPeeringConnection",
                Target = region is null ? id ?? "" : $"{id} in {region}",
                TargetObject = id ?? "",
                Region = region,
                Rules = [ResourceIds.Check(ResourceKind.VpcPeeringConnection, id, nameof(VpcPeeringConnectionId)), region is null ? null : Regions.Check(region, nameof(PeerRegion))],
                Ask = async (session, token) =>
                {
                    var service = new VpcPeeringService(session);
                    var answer = await service.AskToAcceptAsync(id!, consistency, token);
                    if (answer.Refusal is null && await service.FindAsync(id!, token) is { } peering)
                        asked = new(peering, RecordOrigin.Of(session));
                    return answer;
                },
                Apply = async (session, token) =>
                {
                    var change = await new VpcPeeringService(session).AcceptAsync(id!, consistency, token);
                    if (change.WasDone)
                        WriteWarning($"{id} is {change.Peering!.Status?.Code} already; there was nothing to accept.");
                    return new PeeringTools.VpcPeering(change.Peering!, RecordOrigin.Of(session));
                },
                Plan = session => PlannedPeerings.Accepted(id!, asked, session),
            },
            cancellationToken);
    }
}
