using System.Security.Cryptography;
using PeeringTools.Core.Rules;

namespace PeeringTools.Sandbox;

/// <summary>Who calls.</summary>
/// <param name="Account">The account.</param>
/// <param name="Arn">The identity's ARN.</param>
/// <param name="UserId">The identity's unique id.</param>
internal sealed record Identity(string Account, string Arn, string UserId);

/// <summary>
/// Leads from an access key to an account: 12 digits are that account, a key that AssumeRole gave out is the role's, any other key is the fallback account's.
/// Signatures aren't verified, so there is nothing secret here.
/// </summary>
internal sealed class Identities
{
    /// <summary>The identities that AssumeRole gave out, by access key.</summary>
    public Dictionary<string, Identity> Assumed { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The identity behind an access key.</summary>
    public Identity Of(string accessKey)
    {
        if (Assumed.TryGetValue(accessKey, out var assumed))
            return assumed;
        var account = AccountIds.IsAccountId(accessKey) ? accessKey : Settings.FallbackAccount;
        return new Identity(account, $"arn:aws:iam::{account}:user/sandbox", "AIDASANDBOX" + account[^9..]);
    }

    /// <summary>Gives out an access key for a session of a role.</summary>
    public (string AccessKey, Identity Identity) Assume(string partition, string account, string role, string session)
    {
        var accessKey = "ASIA" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16);
        var identity = new Identity(account, $"arn:{partition}:sts::{account}:assumed-role/{role}/{session}", $"AROASANDBOX{account[^9..]}:{session}");
        Assumed.Add(accessKey, identity);
        return (accessKey, identity);
    }
}
