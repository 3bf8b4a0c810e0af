namespace PeeringTools.Sandbox.Wire;

/// <summary>A request, from memory or from a socket.</summary>
/// <param name="Query">The URL's query, without the question mark.</param>
/// <param name="Authorization">The Authorization header, or null.</param>
/// <param name="Target">The X-Amz-Target header, or null.</param>
/// <param name="Body">The body.</param>
internal sealed record WireRequest(string Query, string? Authorization, string? Target, ReadOnlyMemory<byte> Body);

/// <summary>A response.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The body's type.</param>
/// <param name="Body">The body.</param>
/// <param name="RequestId">The id that messages and logs name.</param>
/// <param name="Operation">The operation that was answered, or null where none was recognized.</param>
/// <param name="ErrorCode">The error's code, or null.</param>
/// <param name="IsDropped">True where the connection shall be lost instead of answering.</param>
internal sealed record WireResponse(
    int Status, string ContentType, ReadOnlyMemory<byte> Body, string RequestId, string? Operation = null, string? ErrorCode = null, bool IsDropped = false);
