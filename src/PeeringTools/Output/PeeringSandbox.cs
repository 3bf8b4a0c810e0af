using PeeringTools.Core.Sandboxes;

namespace PeeringTools;

/// <summary>The sandbox that runs in this process.</summary>
public sealed class PeeringSandbox
{
    internal PeeringSandbox(ISandbox sandbox)
    {
        Source = sandbox.Source;
        Now = sandbox.Now.UtcDateTime;
        Region = sandbox.DefaultRegion;
        AccountId = sandbox.DefaultAccountId;
        Accounts = [.. sandbox.Accounts.Select(a => new PeeringSandboxAccount(a))];
        ResourceCounts = new SortedDictionary<string, int>(sandbox.ResourceCounts.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>The folder or file it was loaded from, or <c>empty</c>.</summary>
    public string Source { get; }

    /// <summary>Its own time (UTC).</summary>
    public DateTime Now { get; }

    /// <summary>The Region that a cmdlet without one works in.</summary>
    public string? Region { get; }

    /// <summary>The account that a cmdlet without a profile works in.</summary>
    public string AccountId { get; }

    /// <summary>Its accounts and the profiles that lead to them.</summary>
    public IReadOnlyList<PeeringSandboxAccount> Accounts { get; }

    /// <summary>How many resources of each kind it holds.</summary>
    public IReadOnlyDictionary<string, int> ResourceCounts { get; }

    /// <summary>The source.</summary>
    public override string ToString() => $"Sandbox {Source}";
}
