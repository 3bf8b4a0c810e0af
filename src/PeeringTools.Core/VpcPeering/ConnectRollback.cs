using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.VpcPeering;

/// <summary>Takes back, in reverse, what the steps before a failure did, and tells exactly what was taken back and what is left.</summary>
/// <param name="keeps">Leave everything, and only tell it.</param>
internal sealed class ConnectRollback(bool keeps)
{
    private readonly List<string> _undone = [];
    private readonly List<(string What, string Line, string? Why)> _left = [];

    /// <summary>Takes the steps back.</summary>
    /// <returns>The failure with the report.</returns>
    public async Task<Failure> AfterAsync(ConnectStep failed, Failure failure, Stack<ConnectStep> begun, CancellationToken cancellationToken)
    {
        foreach (var step in begun.Where(s => s.Rest is not null))
        {
            if (keeps)
                Keep(step, mayHaveActed: failure.Kind == ErrorKind.Network);
            else if (step.Undo is { } undo)
                await TakeBackAsync(step, undo, cancellationToken).ConfigureAwait(false);
        }

        var report = new List<string> { $"{failed.Action} ({failed.Target}) failed: {failure.Message}" };
        if (_undone.Count > 0)
            report.Add($"Undone: {string.Join("; ", _undone)}.");
        report.Add(_left.Count == 0 ? "Nothing is left." : $"Left: {string.Join("; ", _left.Select(l => l.What + (l.Why is null ? "" : $" (not undone: {l.Why.TrimEnd('.')})")))}.");
        var lines = _left.Select(l => l.Line).ToList();
        return failure with
        {
            Message = string.Join(' ', report),
            Remedy = lines.Count == 0 ? failure.Remedy : $"{failure.Remedy} {(keeps ? "Run it again to go on, or remove what is left with" : "Remove what is left with")}: {string.Join("; ", lines)}",
        };
    }

    // The answer to the failed step may be all that was lost.
    private void Keep(ConnectStep step, bool mayHaveActed)
    {
        if (step.Outcome is StepOutcome.Made or StepOutcome.Replaced)
            Leave(step, why: null);
        else if (step.Outcome == StepOutcome.Failed && mayHaveActed)
            Leave(step, "whether it was made isn't known");
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
        var (what, line) = step.Rest!();
        _left.Add((what, line, why));
        step.Outcome = StepOutcome.Left;
    }
}
