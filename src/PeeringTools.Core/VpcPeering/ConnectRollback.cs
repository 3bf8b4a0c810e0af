using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.VpcPeering;

/// <summary>Takes back, in reverse, what the steps before a failure did, and tells exactly what was taken back and what is left.</summary>
/// <param name="keeps">Leave everything, and only tell it.</param>
internal sealed class ConnectRollback(bool keeps)
{
    private const string NotKnown = "whether it was made isn't known";

    private readonly List<string> _undone = [];
    private readonly Dictionary<ConnectStep, string?> _left = [];

    /// <summary>Takes the steps back.</summary>
    /// <returns>The failure with the report.</returns>
    public async Task<Failure> AfterAsync(ConnectStep failed, Failure failure, Stack<ConnectStep> begun, CancellationToken cancellationToken)
    {
        var mayHaveActed = failure.Kind == ErrorKind.Network;
        foreach (var step in begun.Where(s => s.IsChange))
        {
            if (keeps)
                Keep(step, mayHaveActed);
            else if (step.Undo is { } undo)
                await TakeBackAsync(step, undo, cancellationToken).ConfigureAwait(false);
        }

        // Steps without an undo of their own go with the peering, and stay with it.
        if (begun.Last().Outcome == StepOutcome.Left)
        {
            foreach (var step in begun.Where(s => s.IsChange && s.Undo is null))
                Keep(step, mayHaveActed);
        }

        var left = Left(begun);
        var report = new List<string> { $"{failed.Action} ({failed.Target}) failed: {failure.Message}" };
        if (_undone.Count > 0)
            report.Add($"Undone: {string.Join("; ", _undone)}.");
        report.Add(left.Count == 0 ? "Nothing is left." : $"Left: {string.Join("; ", left.Select(l => l.What))}.");
        return failure with
        {
            Message = string.Join(' ', report),
            Remedy = left.Count == 0 ? failure.Remedy : $"{failure.Remedy} {(keeps ? "Run it again to go on, or remove what is left with" : "Remove what is left with")}: {string.Join("; ", left.Select(l => l.Line))}",
        };
    }

    // The answer to the failed step may be all that was lost.
    private void Keep(ConnectStep step, bool mayHaveActed)
    {
        if (step.Outcome is StepOutcome.Made or StepOutcome.Replaced)
            Leave(step, why: null);
        else if (step.Outcome == StepOutcome.Failed && mayHaveActed)
            Leave(step, NotKnown);
    }

    private async Task TakeBackAsync(ConnectStep step, Func<CancellationToken, Task<bool>> undo, CancellationToken cancellationToken)
    {
        try
        {
            if (await undo(cancellationToken).ConfigureAwait(false))
            {
                _undone.Add(step.Rest!().What);
                step.Outcome = StepOutcome.Undone;
            }
        }
        catch (Exception e) when (Failure.Of(e) is { } why)
        {
            Leave(step, why.Message);
        }
    }

    private void Leave(ConnectStep step, string? why)
    {
        _left[step] = why;
        step.Outcome = StepOutcome.Left;
    }

    private List<(string What, string Line)> Left(IEnumerable<ConnectStep> begun) =>
        [.. begun.Where(_left.ContainsKey).GroupBy(s => s.Rest!().Line, StringComparer.Ordinal).Select(same => (Words([.. same]), same.Key))];

    // What one line removes is one thing: a peering that this run made and accepted is told once, as accepted where that is known.
    private string Words(IReadOnlyList<ConnectStep> same)
    {
        var known = same.Where(s => _left[s] != NotKnown).DefaultIfEmpty(same[0]).ToList();
        var why = known.Select(s => _left[s]).FirstOrDefault(w => w is not null);
        return known[0].Rest!().What + (why is null ? "" : $" (not undone: {why.TrimEnd('.')})");
    }
}
