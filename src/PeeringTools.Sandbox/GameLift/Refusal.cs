using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.GameLift;

/// <summary>GameLift's ways to refuse, and finding fleets.</summary>
internal static class Refusal
{
    /// <summary>A mistake in the request.</summary>
    public static ServiceException Invalid(string message) => new("InvalidRequestException", message);

    /// <summary>Something that isn't there.</summary>
    public static ServiceException NotFound(string message) => new("NotFoundException", message);

    /// <summary>Refuses where a rule is broken.</summary>
    public static void Require(RuleBreak? broken)
    {
        if (broken is { IsWarning: false })
            throw Invalid(broken.Message);
    }

    /// <summary>The caller's fleet in the called Region, by id or ARN.</summary>
    public static FleetRecord Fleet(Call call, string? idOrArn)
    {
        Require(FleetIds.Check(idOrArn, "FleetId"));
        return call.TryFind(call.Network.Fleets, FleetIds.IdOf(idOrArn!), out var fleet) ? fleet : throw NotFound($"Fleet not found: {idOrArn}");
    }

    /// <summary>Limit of GameLift's lists: 1..100, 100 where none is given.</summary>
    public static int PageSize(int? limit) => limit is < 1 ? throw Invalid("Limit must be greater than 0.") : Math.Min(limit ?? 100, 100);
}
