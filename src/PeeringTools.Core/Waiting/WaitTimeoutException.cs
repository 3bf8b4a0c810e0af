namespace PeeringTools.Core.Waiting;

/// <summary>A wait ended before the thing was in the state that was waited for.</summary>
internal sealed class WaitTimeoutException(string resourceId, string lastState, TimeSpan waited)
    : Exception($"{resourceId} is still '{lastState}' after {waited.TotalSeconds:0} s.")
{
    /// <summary>The thing waited for.</summary>
    public string ResourceId { get; } = resourceId;
}
