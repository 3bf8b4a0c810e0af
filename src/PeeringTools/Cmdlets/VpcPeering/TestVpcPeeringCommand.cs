using System.Management.Automation;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Core.VpcPeering;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>
/// Tells why traffic would not flow over VPC peerings: their state, missing routes and blackholes, overlaps, DNS, stale security-group rules. One object per finding, with the line that mends it; none where all is well.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "VpcPeering")]
[OutputType(typeof(VpcPeeringFinding))]
public sealed class TestVpcPeeringCommand : SessionCmdlet
{
    /// <summary>The peerings, <c>pcx-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? VpcPeeringConnectionId { get; set; }

    /// <summary>The profile of the other side's account, where the two sides belong to two accounts. Without it only one side is looked at.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerProfileName { get; set; }

    private protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var id in PeeringIds.Of(VpcPeeringConnectionId))
        {
            await ForItemAsync(id, async () =>
            {
                // Of a planned peering nothing can be told yet.
                if (IsPlan && ResourceIds.IsPlanned(ResourceKind.VpcPeeringConnection, id))
                    return;

                Require(id, ResourceIds.Check(ResourceKind.VpcPeeringConnection, id, nameof(VpcPeeringConnectionId)));
                await TestAsync(id!, cancellationToken);
            });
        }
    }

    private async Task TestAsync(string id, CancellationToken cancellationToken)
    {
        var own = await OpenSessionAsync();
        var peering = await new VpcPeeringService(own).GetAsync(id, cancellationToken);
        var ends = await PeeringEnds.OpenAsync(peering, own, OpenSessionAsync, PeerProfileName, cancellationToken);
        var sides = new List<PeeringSideFacts>();
        foreach (var end in ends)
            sides.Add(await ReadAsync(end, cancellationToken));

        var found = PeeringDiagnosis.Find(peering, sides, own.Now);
        foreach (var finding in found)
            WriteObject(new VpcPeeringFinding(id, finding, RecordOrigin.Of(ends.FirstOrDefault(e => (int)e.Side == (int)finding.Side)?.Session ?? own)));
        if (found.Count == 0)
            WriteVerbose($"{id}: nothing was found that would keep traffic from flowing.");
    }

    // What one question may not see is its own error; the others are asked all the same.
    private async Task<PeeringSideFacts> ReadAsync(PeeringEnd end, CancellationToken cancellationToken)
    {
        VpcFacts? vpc = null;
        IReadOnlyList<RouteTable>? tables = null;
        IReadOnlyList<StaleSecurityGroup>? stale = null;
        if (end is { Session: { } session, Vpc.VpcId: { } vpcId })
        {
            await ForItemAsync(vpcId, async () => vpc = await new VpcService(session).ReadAsync(vpcId, cancellationToken));
            await ForItemAsync(vpcId, async () => tables = await new VpcRouteService(session).ReadTablesAsync(vpcId, cancellationToken));
            await ForItemAsync(vpcId, async () => stale = await new VpcService(session).ReadStaleGroupsAsync(vpcId, cancellationToken));
        }

        return new()
        {
            Side = (StateActor)(int)end.Side,
            Info = end.Vpc,
            IsReachable = end.Session is not null,
            ProfileName = end.Session?.ProfileName,
            Vpc = vpc,
            Tables = tables,
            StaleGroups = stale,
        };
    }
}
