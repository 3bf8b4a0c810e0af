using System.Text.RegularExpressions;

namespace PeeringTools.Core.Rules;

/// <summary>Region codes by their shape; new Regions appear without a release of this module. Source: AWS General Reference, "AWS service endpoints".</summary>
internal static partial class Regions
{
    private const string Allowed = "a Region code in lower case, such as eu-west-1";

    /// <summary>Rules <see cref="RuleIds.RegionMissing"/> and <see cref="RuleIds.RegionMalformed"/>.</summary>
    public static RuleBreak? Check(string? value, string parameterName)
    {
        if (string.IsNullOrWhiteSpace(value))
            return RuleText.Missing(RuleIds.RegionMissing, value, parameterName, Allowed);

        if (Shape().IsMatch(value))
            return null;

        var zone = ZoneShape().Match(value);
        return new(RuleIds.RegionMalformed, $"{parameterName} {RuleText.Quote(value)} isn't a Region; allowed is {Allowed}.",
            zone.Success ? $"That is an Availability Zone; its Region is {zone.Groups["region"].Value}." : $"Give -{parameterName} a Region code.");
    }

    [GeneratedRegex(@"^[a-z]{2,}(-[a-z]+)+-[0-9]+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(?<region>[a-z]{2,}(-[a-z]+)+-[0-9]+)[a-z]\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ZoneShape();
}
