using System.IO.Enumeration;

namespace PeeringTools.Sandbox;

/// <summary>What an account may not do.</summary>
/// <param name="Account">12 digits, or * for all.</param>
/// <param name="Action">Such as <c>ec2:CreateVpcPeeringConnection</c>; * and ? are wildcards.</param>
/// <param name="Resource">The id that must be involved; null for any.</param>
internal sealed record Denial(string Account, string Action, string? Resource = null)
{
    /// <summary>True where this denial is about that call.</summary>
    public bool Covers(string account, string action, IEnumerable<string> resources) =>
        (Account == "*" || Account == account)
        && FileSystemName.MatchesSimpleExpression(Action, action, ignoreCase: true)
        && (Resource is null || resources.Any(resource => FileSystemName.MatchesSimpleExpression(Resource, resource, ignoreCase: false)));
}
