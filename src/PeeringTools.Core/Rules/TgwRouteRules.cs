namespace PeeringTools.Core.Rules;

/// <summary>Rules on routes of transit gateway route tables. Source: EC2 API reference, CreateTransitGatewayRoute.</summary>
internal static class TgwRouteRules
{
    /// <summary>Rule <see cref="RuleIds.TgwRouteBlockMissing"/>: a route has a destination.</summary>
    /// <param name="blocks">How many destinations there are.</param>
    /// <param name="tableParameter">The parameter that names the table.</param>
    /// <param name="blockParameter">The parameter that names the destinations.</param>
    public static RuleBreak? CheckHasBlock(int blocks, string tableParameter, string blockParameter) => blocks > 0
        ? null
        : new(RuleIds.TgwRouteBlockMissing,
            $"{tableParameter} names a route table, and {blockParameter} no block to route in it; allowed is one or more blocks.",
            $"Give -{blockParameter} the other side's blocks, or leave -{tableParameter} out.");
}
