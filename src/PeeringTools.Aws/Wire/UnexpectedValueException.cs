using System.Text.Json;

namespace PeeringTools.Aws.Wire;

/// <summary>A JSON value has the wrong type. The value itself may be a secret, so only its place is told.</summary>
internal sealed class UnexpectedValueException(string expected, JsonTokenType found, long position)
    : JsonException($"Expected {expected} but found {found} at byte {position}.")
{
    /// <summary>What should stand there, in words.</summary>
    public string Expected { get; } = expected;

    /// <summary>Where the value starts, in bytes.</summary>
    public long Position { get; } = position;
}
