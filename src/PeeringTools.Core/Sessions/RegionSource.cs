using Amazon.Runtime.CredentialManagement;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Sessions;

/// <summary>Finds the Region of a session. The first source that names one wins; nothing here asks the network.</summary>
internal static class RegionSource
{
    /// <summary>The Region's system name.</summary>
    /// <exception cref="SessionException">No source names a Region: names every way to give one.</exception>
    /// <exception cref="RuleException">A source names something that can't be a Region.</exception>
    public static string Resolve(SessionRequest request)
    {
        var region = request.Region
            ?? request.Ambient.Region
            ?? (request.ProfileName is { } chosen ? OfProfile(chosen, request.ProfileLocation) : null)
            ?? Variable("AWS_REGION")
            ?? Variable("AWS_DEFAULT_REGION")
            ?? OfProfile(Variable("AWS_PROFILE") ?? "default", request.ProfileLocation)
            ?? throw Missing(request.ProfileName);
        return Checked(region);
    }

    /// <summary>Gives <paramref name="region"/> back when it has a Region's form.</summary>
    public static string Checked(string region) =>
        Regions.Check(region, "Region") is { } broken ? throw new RuleException(broken, region) : region;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string? OfProfile(string name, string? location) =>
        new CredentialProfileStoreChain(location).TryGetProfile(name, out var profile) ? profile.Region?.SystemName : null;

    private static SessionException Missing(string? profile) => new(
        "RegionMissing",
        profile is null ? "No Region is set." : $"No Region is set, and the profile '{profile}' names none.",
        "Give -Region eu-west-1, or set $env:AWS_REGION, or 'region' in the AWS profile, or $StoredAWSRegion (Set-DefaultAWSRegion).",
        ErrorKind.BadInput);
}
