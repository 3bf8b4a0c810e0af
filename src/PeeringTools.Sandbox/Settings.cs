using PeeringTools.Core.Rules;
using PeeringTools.Core.Sandboxes;

namespace PeeringTools.Sandbox;

/// <summary>What no describe prints: sandbox.json says it, and a saved state keeps it.</summary>
internal sealed class Settings
{
    /// <summary>The account of calls whose access key says nothing.</summary>
    public const string FallbackAccount = "123456789012";

    /// <summary>The accounts.</summary>
    public List<SandboxAccount> Accounts { get; init; } = [];

    /// <summary>The Region of sessions that name none, or null.</summary>
    public string? Region { get; set; }

    /// <summary>What is forbidden.</summary>
    public List<Denial> Denied { get; init; } = [];

    /// <summary>What goes wrong.</summary>
    public List<Fault> Faults { get; init; } = [];

    /// <summary>How long things take.</summary>
    public Delays Delays { get; init; } = new();

    /// <summary>True where EC2's token buckets are on.</summary>
    public bool Throttling { get; set; }

    /// <summary>For how many seconds a new resource can't be found yet.</summary>
    public double ConsistencySeconds { get; set; }

    /// <summary>Virtual interfaces and BGP peers whose other side doesn't answer, by id.</summary>
    public HashSet<string> BgpDown { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Quotas that AWS raised for these accounts, by rule id.</summary>
    public Dictionary<string, int> Quotas { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A quota's value here.</summary>
    public int Limit(Quota quota) => Quotas.GetValueOrDefault(quota.RuleId, quota.Value);

    /// <summary>The account marked by the profile <c>default</c>, else the first one.</summary>
    public string DefaultAccount =>
        (Accounts.Find(account => account.Profiles.Contains("default", StringComparer.Ordinal)) ?? Accounts.FirstOrDefault())?.AccountId ?? FallbackAccount;
}
