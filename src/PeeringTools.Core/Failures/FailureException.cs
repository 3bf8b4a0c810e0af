namespace PeeringTools.Core.Failures;

/// <summary>A failure that a service class found by itself: a thing that isn't there, or an answer that a later look contradicts.</summary>
internal sealed class FailureException(Failure failure) : Exception(failure.Message)
{
    /// <summary>What went wrong.</summary>
    public Failure Failure { get; } = failure;
}
