using PeeringTools.Core.Sandboxes;

namespace PeeringTools;

/// <summary>An account of the sandbox.</summary>
public sealed class PeeringSandboxAccount
{
    internal PeeringSandboxAccount(SandboxAccount account)
    {
        AccountId = account.AccountId;
        Name = account.Name;
        ProfileName = account.Profiles;
    }

    /// <summary>12 digits.</summary>
    public string AccountId { get; }

    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>The profile names that lead to it.</summary>
    public IReadOnlyList<string> ProfileName { get; }

    /// <summary>Id and name.</summary>
    public override string ToString() => $"{AccountId} {Name}";
}
