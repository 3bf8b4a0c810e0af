using System.Management.Automation;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Core.Waiting;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>
/// A change of a transit gateway peering that may route to the other side. A route needs an available peering, so it is made at the end of the pipeline, when the cmdlets behind this one
/// have had the peering to accept it.
/// </summary>
public abstract class TgwRoutingCmdlet : ChangeCmdlet
{
    private readonly List<Func<CancellationToken, Task>> _promised = [];

    /// <summary>Blocks of the other side, IPv4 or IPv6, to route to it from your transit gateway once the peering is available. Default: none.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? DestinationCidrBlock { get; set; }

    /// <summary>The transit gateway route table that gets the routes, <c>tgw-rtb-...</c>. Default: the one that your transit gateway associates new attachments with.</summary>
    [Parameter]
    [Alias("RouteTableId")]
    [ValidateNotNullOrEmpty]
    public string? TransitGatewayRouteTableId { get; set; }

    /// <summary>The longest wait for the peering to become available for its routes, in seconds. Default: 600.</summary>
    [Parameter]
    [ValidateRange(0, 86400)]
    public int TimeoutSeconds { get; set; } = 600;

    /// <summary>What the target of the change adds about the routes.</summary>
    private protected string RoutesText => DestinationCidrBlock is null
        ? ""
        : $", then route {string.Join(", ", DestinationCidrBlock)} to it in {TransitGatewayRouteTableId ?? "the default route table"}";

    /// <summary>The rules on the routes.</summary>
    private protected IEnumerable<RuleBreak?> RouteRules()
    {
        if (TransitGatewayRouteTableId is not null)
        {
            yield return ResourceIds.Check(ResourceKind.TransitGatewayRouteTable, TransitGatewayRouteTableId, nameof(TransitGatewayRouteTableId));
            yield return TgwRouteRules.CheckHasBlock(DestinationCidrBlock?.Length ?? 0, nameof(TransitGatewayRouteTableId), nameof(DestinationCidrBlock));
        }

        foreach (var block in DestinationCidrBlock ?? [])
            yield return Cidrs.Check(block, nameof(DestinationCidrBlock));
    }

    /// <summary>Has the routes made at the end of the pipeline.</summary>
    /// <param name="session">The side that routes.</param>
    /// <param name="peeringId">The peering.</param>
    /// <param name="gatewayId">That side's transit gateway.</param>
    private protected void PromiseRoutes(PeeringSession session, string peeringId, string? gatewayId)
    {
        if (DestinationCidrBlock is { } blocks)
            _promised.Add(token => ForItemAsync(peeringId, () => RouteAsync(session, peeringId, gatewayId!, blocks, token)));
    }

    private protected override async Task FinishAsync(CancellationToken cancellationToken)
    {
        foreach (var route in _promised)
            await route(cancellationToken);
    }

    private async Task RouteAsync(PeeringSession session, string peeringId, string gatewayId, string[] blocks, CancellationToken cancellationToken)
    {
        const string Activity = "Waiting to route to the transit gateway peering";
        var timeout = TimeSpan.FromSeconds(TimeoutSeconds);
        var options = new WaitOptions(timeout, timeout, seen => PostProgress(Activity, seen));
        await foreach (var result in new TgwPeeringService(session).WaitAsync([peeringId], [TgwAttachmentStates.Available], options, cancellationToken))
        {
            if (result.Failure is { } failure)
                throw new FailureException(failure with { Message = $"{failure.Message} No route was made to it: {string.Join(", ", blocks)}." });
        }

        EndProgress(Activity);
        var routes = new TgwRouteService(session);
        var table = TransitGatewayRouteTableId ?? await routes.DefaultTableAsync(gatewayId, cancellationToken);
        foreach (var block in blocks)
        {
            await ForItemAsync(table, async () =>
            {
                var isNew = await routes.AddAsync(table, block, peeringId, cancellationToken);
                WriteVerbose($"{table} {(isNew ? "routes" : "already routed")} {block} to {peeringId}.");
            });
        }
    }
}
