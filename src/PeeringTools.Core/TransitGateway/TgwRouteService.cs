using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Core.TransitGateway;

/// <summary>Static routes of transit gateway route tables: what reaches a peer goes over one, for peerings propagate nothing.</summary>
internal sealed class TgwRouteService(PeeringSession session)
{
    /// <summary>The transit gateway of an id.</summary>
    /// <exception cref="Amazon.Runtime.AmazonServiceException">There is none.</exception>
    public async Task<Aws.EC2.Model.TransitGateway> GatewayAsync(string id, CancellationToken cancellationToken) =>
        (await session.Ec2.DescribeTransitGatewaysAsync(new() { TransitGatewayIds = [id] }, cancellationToken).ConfigureAwait(false)).TransitGateways is [var gateway, ..]
            ? gateway
            : throw new FailureException(new(ErrorKind.NotFound, ResourceIds.Form(ResourceKind.TransitGateway).NotFoundCode!, $"There is no transit gateway {id} in {session.Region}.", "Check the id, the Region and the account.", id));

    /// <summary>The table that new attachments of a transit gateway are associated with.</summary>
    /// <exception cref="FailureException">The gateway has none.</exception>
    public async Task<string> DefaultTableAsync(string gatewayId, CancellationToken cancellationToken) =>
        (await GatewayAsync(gatewayId, cancellationToken).ConfigureAwait(false)).Options?.AssociationDefaultRouteTableId
            ?? throw new FailureException(new(
                ErrorKind.BadInput, "TgwRouteTableMissing", $"Transit gateway {gatewayId} has no default association route table.", "Name the table with -TransitGatewayRouteTableId.", gatewayId));

    /// <summary>Routes a block to an attachment. A route that is so already is kept.</summary>
    /// <returns>True where the route is new.</returns>
    /// <exception cref="FailureException">The table routes the block elsewhere.</exception>
    public async Task<bool> AddAsync(string tableId, string block, string attachmentId, CancellationToken cancellationToken)
    {
        try
        {
            await LostAnswers.MakeOnceAsync(
                async () => (await session.Ec2.CreateTransitGatewayRouteAsync(
                    new() { TransitGatewayRouteTableId = tableId, DestinationCidrBlock = block, TransitGatewayAttachmentId = attachmentId }, cancellationToken).ConfigureAwait(false)).Route!,
                async () => await FindAsync(tableId, block, cancellationToken).ConfigureAwait(false) is { } route && LeadsTo(route, attachmentId) ? route : null,
                $"a route to {block} in {tableId}",
                cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Amazon.Runtime.AmazonServiceException e) when (ErrorCodes.Classify(e.ErrorCode, e.Message, (int)e.StatusCode) == ErrorKind.Exists)
        {
            var found = await FindAsync(tableId, block, cancellationToken).ConfigureAwait(false);
            if (found is not null && LeadsTo(found, attachmentId))
                return false;

            var target = found?.TransitGatewayAttachments is [var end, ..] ? end.TransitGatewayAttachmentId : "a blackhole";
            throw new FailureException(new(
                ErrorKind.Exists, "TgwRouteConflict", $"{tableId} routes {block} to {target}, not to {attachmentId}.", "Delete that route first, or choose another block or table.", tableId, e.ErrorCode));
        }
    }

    private static bool LeadsTo(TransitGatewayRoute route, string attachmentId) =>
        route.TransitGatewayAttachments?.Exists(a => string.Equals(a.TransitGatewayAttachmentId, attachmentId, StringComparison.OrdinalIgnoreCase)) == true;

    private async Task<TransitGatewayRoute?> FindAsync(string tableId, string block, CancellationToken cancellationToken)
    {
        List<Filter> filters = [TgwReads.On("route-search.exact-match", block), TgwReads.On("type", "static")];
        var answer = await session.Ec2.SearchTransitGatewayRoutesAsync(new() { TransitGatewayRouteTableId = tableId, Filters = filters }, cancellationToken).ConfigureAwait(false);
        return answer.Routes is [var route, ..] ? route : null;
    }
}
