using PeeringTools.Aws.GameLift.Model;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.GameLift;

/// <summary>Fleets: read only, as no operation of the models makes one.</summary>
internal static class Fleets
{
    /// <summary>Adds these operations.</summary>
    public static Operations OnFleets(this Operations operations) => operations
        .On<DescribeFleetAttributesRequest, DescribeFleetAttributesResponse>(DescribeAttributes)
        .On<DescribeFleetUtilizationRequest, DescribeFleetUtilizationResponse>(DescribeUtilization)
        .On<ListFleetsRequest, ListFleetsResponse>(List);

    private static DescribeFleetAttributesResponse DescribeAttributes(Call call, DescribeFleetAttributesRequest request)
    {
        var page = Page(call, request.FleetIds, request.Limit, request.NextToken, _ => true);
        return new DescribeFleetAttributesResponse { FleetAttributes = page.Items.ConvertAll(fleet => fleet.Shape), NextToken = page.NextToken };
    }

    private static DescribeFleetUtilizationResponse DescribeUtilization(Call call, DescribeFleetUtilizationRequest request)
    {
        var page = Page(call, request.FleetIds, request.Limit, request.NextToken, _ => true);
        return new DescribeFleetUtilizationResponse
        {
            FleetUtilization = page.Items.ConvertAll(fleet => fleet.Utilization ?? new FleetUtilization
            {
                FleetId = fleet.Id,
                FleetArn = fleet.Shape.FleetArn,
                ActiveGameSessionCount = 0,
                ActiveServerProcessCount = 0,
                CurrentPlayerSessionCount = 0,
                MaximumPlayerSessionCount = 0,
                Location = fleet.Region,
            }),
            NextToken = page.NextToken,
        };
    }

    private static ListFleetsResponse List(Call call, ListFleetsRequest request)
    {
        if (request.BuildId is not null && request.ScriptId is not null)
            throw Refusal.Invalid("BuildId and ScriptId can't both be given.");
        var page = Page(call, null, request.Limit, request.NextToken, fleet =>
            (request.BuildId is null || fleet.Shape.BuildId == request.BuildId || fleet.Shape.BuildArn == request.BuildId)
            && (request.ScriptId is null || fleet.Shape.ScriptId == request.ScriptId || fleet.Shape.ScriptArn == request.ScriptId));
        return new ListFleetsResponse { FleetIds = page.Items.ConvertAll(fleet => fleet.Id), NextToken = page.NextToken };
    }

    // An id that leads to no fleet is left out, where some of the others do.
    private static Page<FleetRecord> Page(Call call, List<string>? ids, int? limit, string? token, Func<FleetRecord, bool> fits)
    {
        var asked = (ids ?? []).ConvertAll(id =>
        {
            Refusal.Require(Core.Rules.FleetIds.Check(id, "FleetIds"));
            return Core.Rules.FleetIds.IdOf(id);
        });
        if (asked.Count > 0 && !asked.Exists(id => call.TryFind(call.Network.Fleets, id, out _)))
            throw Refusal.NotFound($"Fleet not found: {string.Join(", ", asked)}");
        return Paging.Of(call, call.Network.Fleets.In(call.Place), fleet => (asked.Count == 0 || asked.Contains(fleet.Id, StringComparer.Ordinal)) && fits(fleet), Refusal.PageSize(limit), token);
    }
}
