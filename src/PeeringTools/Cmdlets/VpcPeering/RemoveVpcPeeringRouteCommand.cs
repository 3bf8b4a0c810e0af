using System.Management.Automation;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.VpcPeering;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>Removes routes that lead over VPC peerings (EC2 DeleteRoute), and no others: a route for the same destination that leads elsewhere stays.</summary>
[Cmdlet(VerbsCommon.Remove, "VpcPeeringRoute", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = RouteChoice.ByTable)]
[OutputType(typeof(VpcPeeringRoute), typeof(DryRunResult))]
public sealed class RemoveVpcPeeringRouteCommand : PeeringSidesCmdlet
{
    /// <summary>The route tables to take them from, of either VPC.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = RouteChoice.ByTable, ValueFromPipelineByPropertyName = true)]
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

    /// <summary>All route tables of the VPCs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RouteChoice.ByVpc)]
    public SwitchParameter All { get; set; }

    /// <summary>Only routes for these destinations. Default: every route of the table that leads over the peering.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("DestinationCidrBlock", "DestinationIpv6CidrBlock")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? Destination { get; set; }

    /// <summary>Emit the routes that were removed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override Change Planned(string? id, RuleBreak rule) => new()
    {
        Description = "Remove routes",
        Action = "DeleteRoute",
        Target = $"{RouteChoice.Words(RouteTableId, SubnetId)} -> {id}",
        TargetObject = id ?? "",
        Rules = [rule, .. Rules],
        Ask = (_, _) => Task.FromResult(DryRunAnswer.OnPlanned),
        Apply = (_, _) => Task.FromResult<object?>(null),
    };

    private RuleBreak?[] Rules =>
        [.. RouteChoice.Check(RouteTableId, SubnetId, All), .. Destinations.Where(d => ResourceIds.KindOf(d) != ResourceKind.PrefixList).Select(d => Cidrs.Check(d, nameof(Destination)))];

    // One that was named but holds nothing must not stand for every route.
    private string?[] Destinations => Destination is { Length: > 0 } ? Destination : MyInvocation.BoundParameters.ContainsKey(nameof(Destination)) ? (string?[])[null] : [];

    private protected override async Task ProcessAsync(string id, CancellationToken cancellationToken)
    {
        Require(id, Rules);
        var own = await OpenSessionAsync();
        var peering = await new VpcPeeringService(own).FindAsync(id, cancellationToken);
        var ends = peering is null
            ? await PeeringRoutes.EndsAsync(id, own, OpenSessionAsync, PeerProfileName, cancellationToken)
            : await OpenEndsAsync(peering, own, $"Remove-VpcPeeringRoute {id} {RouteChoice.Line(RouteTableId, SubnetId)}", cancellationToken);
        var missing = new HashSet<string>(RouteChoice.Of(RouteTableId, SubnetId).Named, StringComparer.OrdinalIgnoreCase);
        foreach (var end in ends)
        {
            await ForItemAsync(id, async () =>
            {
                var routes = await PeeringRoutes.ReadAsync(id, end, cancellationToken);
                var tables = await TablesAsync(end, routes, missing, cancellationToken);
                foreach (var route in routes.Where(r => tables.Contains(r.RouteTableId!) && IsWanted(r)))
                    await ForItemAsync(route.RouteTableId, () => RemoveAsync(id, end, route, cancellationToken));
            });
        }

        foreach (var one in missing)
            WriteError(RouteChoice.NotFound(id, one, ends));
    }

    // The ended peering's VPCs aren't known; then the tables with its routes are all there are to choose from.
    private async Task<HashSet<string>> TablesAsync(PeeringEnd end, IReadOnlyList<VpcPeeringRoute> routes, HashSet<string> missing, CancellationToken cancellationToken)
    {
        var choice = RouteChoice.Of(RouteTableId, SubnetId);
        if (choice == RouteTableChoice.All)
            return [.. routes.Select(r => r.RouteTableId!)];

        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var vpcId in end.Vpc.VpcId is { } known ? [known] : routes.Select(r => r.VpcId!).Distinct().ToList())
        {
            var (tables, named) = await new VpcRouteService(end.Session!).ChooseAsync(vpcId, choice, cancellationToken);
            found.UnionWith(tables.Select(t => t.RouteTableId!));
            missing.ExceptWith(named);
        }

        return found;
    }

    private bool IsWanted(VpcPeeringRoute route) => Destination is null or [] || Array.Exists(Destination, d => VpcPeeringRouteRules.SameDestination(d, route.Destination));

    private Task RemoveAsync(string id, PeeringEnd end, VpcPeeringRoute route, CancellationToken cancellationToken) => ChangeAsync(
        new Change
        {
            Description = "Remove route",
            Action = "DeleteRoute",
            Target = $"{route.Destination} -> {id} in {route.RouteTableId}",
            TargetObject = route.RouteTableId!,
            Region = end.Session!.Region,
            ProfileName = end.PeerProfileName,
            Rules = [],
            Ask = (session, token) => new VpcRouteService(session).AskToRemoveAsync(route.RouteTableId!, route.Destination!, token),
            Apply = async (session, token) =>
            {
                await new VpcRouteService(session).RemoveAsync(route.RouteTableId!, route.Destination!, token);
                return PassThru ? route.As(VpcPeeringOutcome.Removed) : null;
            },
        },
        cancellationToken);
}
