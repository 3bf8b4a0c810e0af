using System.Diagnostics.CodeAnalysis;

namespace PeeringTools.Sandbox.Wire;

/// <summary>What a signature says of itself: whose key, for which Region and service (IAM User Guide, "Elements of an AWS API request signature").</summary>
/// <param name="AccessKey">The access key.</param>
/// <param name="Region">The Region.</param>
/// <param name="Service">The service.</param>
internal sealed record CredentialScope(string AccessKey, string Region, string Service)
{
    private const string InHeader = "Credential=";
    private const string InQuery = "X-Amz-Credential=";

    /// <summary>Reads it from the header or from a presigned URL. The signature itself isn't verified.</summary>
    public static bool TryRead(string? authorization, string query, [NotNullWhen(true)] out CredentialScope? scope)
    {
        scope = null;
        var credential = After(authorization, InHeader, ',') ?? (After(query, InQuery, '&') is { } encoded ? Uri.UnescapeDataString(encoded) : null);
        if (credential?.Split('/') is not [var key, _, var region, var service, "aws4_request"])
            return false;
        scope = new CredentialScope(key, region, service);
        return true;
    }

    private static string? After(string? text, string mark, char end)
    {
        var start = text?.IndexOf(mark, StringComparison.Ordinal) ?? -1;
        if (start < 0)
            return null;
        var rest = text![(start + mark.Length)..];
        var stop = rest.IndexOf(end, StringComparison.Ordinal);
        return (stop < 0 ? rest : rest[..stop]).Trim();
    }
}
