using System.Management.Automation;
using System.Net;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.VpcPeering;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>
/// Adds the routes that lead over VPC peerings (EC2 CreateRoute): for every IPv4 and IPv6 block of the other side, on both sides. A route that is there already is kept; one that leads elsewhere is an error.
/// </summary>
[Cmdlet(VerbsCommon.Add, "VpcPeeringRoute", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = RouteChoice.ByTable)]
[OutputType(typeof(VpcPeeringRoute), typeof(DryRunResult))]
public sealed class AddVpcPeeringRouteCommand : PeeringSidesCmdlet
{
    /// <summary>The route tables to add to, of either VPC.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = RouteChoice.ByTable)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? RouteTableId { get; set => field = RouteChoice.Named(value); }

    /// <summary>Subnets of either VPC, whose route tables are meant.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RouteChoice.BySubnet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? SubnetId { get; set => field = RouteChoice.Named(value); }

    /// <summary>All route tables of the VPCs, apart from those of gateways.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RouteChoice.ByVpc)]
    public SwitchParameter All { get; set; }

    /// <summary>Lead a destination to the peering even where the table leads it elsewhere now.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override Change Planned(string? id, RuleBreak rule) => new()
    {
        Description = "Add routes",
        Action = "CreateRoute",
        Target = $"{RouteChoice.Words(RouteTableId, SubnetId)} -> {id}",
        TargetObject = id ?? "",
        Rules = [rule, .. RouteChoice.Check(RouteTableId, SubnetId, All)],
        Ask = (_, _) => Task.FromResult(DryRunAnswer.OnPlanned),
        Apply = (_, _) => Task.FromResult<object?>(null),
    };

    private protected override async Task ProcessAsync(string id, CancellationToken cancellationToken)
    {
        Require(id, RouteChoice.Check(RouteTableId, SubnetId, All));
        var own = await OpenSessionAsync();
        var peering = await new VpcPeeringService(own).GetAsync(id, cancellationToken);
        if (VpcPeeringStates.Gone.Contains(peering.Status?.Code, StringComparer.OrdinalIgnoreCase))
            throw new FailureException(Failure.Of(VpcPeeringStates.Table.CheckAction(id, peering.Status?.Code, StateActions.Modify, StateActor.Either)!, ErrorKind.WrongState, id));

        var ends = await OpenEndsAsync(peering, own, $"Add-VpcPeeringRoute {id} {RouteChoice.Line(RouteTableId, SubnetId)}", cancellationToken);
        var tables = await RouteChoice.FindAsync(ends, RouteTableId, SubnetId, cancellationToken);
        foreach (var missing in tables.Missing)
            WriteError(RouteChoice.NotFound(id, missing, ends));
        foreach (var (end, chosen) in tables.Chosen.Where(c => c.Tables.Count > 0))
        {
            await ForItemAsync(id, async () =>
            {
                var blocks = await BlocksOfOtherAsync(peering, end, ends, cancellationToken);
                foreach (var table in chosen)
                {
                    foreach (var block in blocks)
                        await ForItemAsync(table.RouteTableId, () => AddAsync(id, end, table, block.ToString(), cancellationToken));
                }
            });
        }
    }

    private async Task AddAsync(string id, PeeringEnd end, RouteTable table, string destination, CancellationToken cancellationToken)
    {
        var tableId = table.RouteTableId!;
        var before = RouteTargets.Find(table, destination);
        var target = before is null ? null : RouteTargets.TargetOf(before);
        if (VpcPeeringRouteRules.LeadsTo(target, id))
        {
            WriteObject(Record(before!, VpcPeeringOutcome.Kept));
            return;
        }

        var conflict = before is null ? null : VpcPeeringRouteRules.CheckConflict(tableId, destination, target ?? "another target", id);
        if (conflict is not null && !Force)
            throw new FailureException(Failure.Of(conflict, ErrorKind.Exists, tableId));

        await ChangeAsync(
            new Change
            {
                Description = before is null ? "Add route" : $"Replace route to {target}",
                Action = before is null ? "CreateRoute" : "ReplaceRoute",
                Target = $"{destination} -> {id} in {tableId}",
                TargetObject = tableId,
                Region = end.Session!.Region,
                ProfileName = end.PeerProfileName,
                Rules = [],
                Ask = (session, token) => before is null
                    ? new VpcRouteService(session).AskToAddAsync(tableId, destination, id, token)
                    : new VpcRouteService(session).AskToReplaceAsync(tableId, destination, id, token),
                Apply = async (session, token) => before is null
                    ? Record(await new VpcRouteService(session).AddAsync(tableId, destination, id, token), VpcPeeringOutcome.Made)
                    : Record(await new VpcRouteService(session).ReplaceAsync(tableId, destination, id, token), VpcPeeringOutcome.Replaced),
                Plan = _ => Record(VpcRouteService.To(destination, id), VpcPeeringOutcome.Planned),
            },
            cancellationToken);

        VpcPeeringRoute Record(Route route, VpcPeeringOutcome outcome) => new(id, end.Side, end.Vpc.VpcId, tableId, route, outcome, RecordOrigin.Of(end.Session!));
    }

    // AWS hides the other side's blocks while a peering across Regions is pending; its own account sees them.
    private static async Task<IReadOnlyList<IPNetwork>> BlocksOfOtherAsync(VpcPeeringConnection peering, PeeringEnd end, IReadOnlyList<PeeringEnd> ends, CancellationToken cancellationToken)
    {
        var other = end.Side == VpcPeeringSide.Requester ? peering.AccepterVpcInfo! : peering.RequesterVpcInfo!;
        var blocks = VpcService.BlocksOf(other);
        if (blocks.Count == 0 && ends.FirstOrDefault(e => e.Side != end.Side) is { Session: { } session })
            blocks = await new VpcService(session).ReadBlocksAsync(other.VpcId!, cancellationToken);
        return VpcPeeringRouteRules.CheckBlocks(peering.VpcPeeringConnectionId!, other.VpcId!, blocks.Count) is { } broken
            ? throw new FailureException(Failure.Of(broken, ErrorKind.WrongState, peering.VpcPeeringConnectionId))
            : blocks;
    }
}
