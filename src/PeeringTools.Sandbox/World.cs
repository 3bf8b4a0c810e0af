using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox;

/// <summary>Everything that one sandbox is: the network, the settings, the clock, who was given which keys.</summary>
internal sealed class World(TimeProvider machine)
{
    /// <summary>The resources.</summary>
    public Network Network { get; } = new();

    /// <summary>What sandbox.json says.</summary>
    public Settings Settings { get; init; } = new();

    /// <summary>The time.</summary>
    public Clock Clock { get; } = new(machine);

    /// <summary>Who is who.</summary>
    public Identities Identities { get; init; } = new();

    /// <summary>EC2's throttling.</summary>
    public TokenBuckets Buckets { get; } = new();

    /// <summary>The calls of this run.</summary>
    public CallCounts Calls { get; } = new();

    /// <summary>What was made under a caller's client token.</summary>
    public Dictionary<(Place Place, string Token), string> ClientTokens { get; } = [];

    /// <summary>Signs page tokens, so that only this sandbox's own are taken.</summary>
    public byte[] TokenKey { get; init; } = System.Security.Cryptography.RandomNumberGenerator.GetBytes(16);
}
