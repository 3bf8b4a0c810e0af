namespace PeeringTools.Sandbox.State;

/// <summary>A BGP key. It has no text form, so that no message or log can carry it by accident; saving seals it (Files/KeySeal).</summary>
internal sealed class Secret(string value)
{
    /// <summary>The key in clear: for an answer on the wire only.</summary>
    public string Reveal() => value;

    /// <inheritdoc/>
    public override string ToString() => "(secret)";
}
