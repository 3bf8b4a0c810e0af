namespace PeeringTools.Sandbox.Codec;

/// <summary>A request can't be read: which member, and what it should hold. The message shows the value as the caller sent it, shortened.</summary>
internal sealed class MalformedRequestException(string member, string? value, string expected)
    : Exception(value is null ? $"{member} must be {expected}." : $"{member} must be {expected}, not '{Shorten(value)}'.")
{
    /// <summary>The member as it stands on the wire (<c>Filter.1.Value.2</c>), or what is known of its place.</summary>
    public string Member { get; } = member;

    /// <summary>The value, where it is text that can be shown.</summary>
    public string? Value { get; } = value;

    private static string Shorten(string value) => value.Length <= 100 ? value : value[..100] + "...";
}
