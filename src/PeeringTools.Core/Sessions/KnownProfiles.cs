using Amazon.Runtime.CredentialManagement;
using PeeringTools.Core.Sandboxes;

namespace PeeringTools.Core.Sessions;

/// <summary>The profiles that a request may name, to complete what a user types.</summary>
internal static class KnownProfiles
{
    /// <summary>Name and what it leads to, in the order of the names. While a sandbox runs, only its own lead anywhere, unless the request leaves it.</summary>
    public static IEnumerable<(string Name, string LeadsTo)> For(SessionRequest request)
    {
        var known = SandboxLatch.Current is { } sandbox && SessionOpener.StaysInside(request)
            ? sandbox.Accounts.SelectMany(a => a.Profiles, (a, name) => (name, $"account {a.AccountId} of the sandbox"))
            : new CredentialProfileStoreChain(request.ProfileLocation).ListProfiles().Select(p => (p.Name, p.Region?.SystemName ?? p.Name));
        return known.DistinctBy(p => p.Item1, StringComparer.Ordinal).OrderBy(p => p.Item1, StringComparer.OrdinalIgnoreCase);
    }
}
