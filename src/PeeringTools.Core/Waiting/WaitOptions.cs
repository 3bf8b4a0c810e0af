namespace PeeringTools.Core.Waiting;

/// <summary>How long to wait, and whom to tell.</summary>
/// <param name="Timeout">The longest wait for the state.</param>
/// <param name="Consistency">How long a thing that was just made may be missing before that counts; AWS shows it everywhere only after a while.</param>
/// <param name="Progress">Is told of every look.</param>
internal sealed record WaitOptions(TimeSpan Timeout, TimeSpan Consistency, Action<WaitProgress>? Progress = null);

/// <summary>What one look at the things waited for showed.</summary>
/// <param name="Id">One that isn't there yet.</param>
/// <param name="State">Its last state; <c>not found</c> while AWS doesn't show it.</param>
/// <param name="Done">How many are there.</param>
/// <param name="Total">How many are waited for.</param>
/// <param name="Elapsed">How long it has taken so far.</param>
/// <param name="Timeout">How long it may take.</param>
internal sealed record WaitProgress(string Id, string State, int Done, int Total, TimeSpan Elapsed, TimeSpan Timeout);
