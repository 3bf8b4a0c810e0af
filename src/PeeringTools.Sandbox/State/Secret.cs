using System.Security.Cryptography;

namespace PeeringTools.Sandbox.State;

/// <summary>A BGP key. It has no text form, so that no message or log can carry it by accident; saving seals it (Files/KeySeal).</summary>
internal sealed class Secret(string value)
{
    /// <summary>A key as AWS makes one.</summary>
    public static Secret New() => new("0x" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 22));

    /// <summary>The key in clear: for an answer on the wire only.</summary>
    public string Reveal() => value;

    /// <inheritdoc/>
    public override string ToString() => "(secret)";
}
