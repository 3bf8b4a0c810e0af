using System.Text.RegularExpressions;

namespace PeeringTools.Core.Rules;

/// <summary>GameLift fleet ids and ARNs. Source: GameLift API reference, FleetId and FleetArn (patterns and lengths of the API model).</summary>
internal static partial class FleetIds
{
    private const int LongestId = 128;
    private const int LongestArn = 512;
    private const string Allowed = "fleet- and letters, digits or hyphens (at most 128 characters in all), or the fleet's ARN (at most 512)";

    /// <summary>Rules <see cref="RuleIds.FleetIdMissing"/> and <see cref="RuleIds.FleetIdMalformed"/>: a fleet's id or ARN.</summary>
    public static RuleBreak? Check(string? value, string parameterName)
    {
        if (string.IsNullOrWhiteSpace(value))
            return RuleText.Missing(RuleIds.FleetIdMissing, value, parameterName, Allowed);

        var fits = (value.Length <= LongestId && Id().IsMatch(value)) || (value.Length <= LongestArn && Arn().IsMatch(value));
        return fits
            ? null
            : new(RuleIds.FleetIdMalformed,
                $"{parameterName} {RuleText.Quote(value)} isn't a fleet; allowed is {Allowed}.",
                "Give the fleet's id or ARN as ListFleets shows it.");
    }

    /// <summary>The id inside an ARN; an id is returned as it is.</summary>
    public static string IdOf(string idOrArn) => idOrArn[(idOrArn.LastIndexOf('/') + 1)..];

    /// <summary>The Region that an ARN names, or null for a plain id.</summary>
    public static string? RegionOf(string idOrArn)
    {
        var parts = idOrArn.Split(':');
        return parts.Length > 5 && parts[3].Length > 0 ? parts[3] : null;
    }

    [GeneratedRegex(@"^[a-z]*fleet-[a-zA-Z0-9\-]+\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"^arn:.*:[a-z]*fleet/[a-z]*fleet-[a-zA-Z0-9\-]+\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Arn();
}
