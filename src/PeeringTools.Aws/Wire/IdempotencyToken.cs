namespace PeeringTools.Aws.Wire;

/// <summary>The token that makes a repeated request safe. It is made once per call, so every attempt of the call carries the same one.</summary>
internal static class IdempotencyToken
{
    public static string New() => Guid.NewGuid().ToString();
}
