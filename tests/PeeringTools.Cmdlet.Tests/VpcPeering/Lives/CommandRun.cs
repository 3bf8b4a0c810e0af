using System.Management.Automation;

namespace PeeringTools.Cmdlet.Tests.VpcPeering.Lives;

/// <summary>What came of a line: what it wrote, and the changes that it asked of the service.</summary>
internal sealed record CommandRun(string Line, IReadOnlyList<object?> Objects, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<string> Warnings, IReadOnlyList<WireCall> Changes)
{
    public IEnumerable<WireCall> Done => Changes.Where(c => c.IsDone);

    public IEnumerable<string> Refusals => Changes.Where(c => !c.IsDone).Select(c => c.Code);

    public PeeringTools.VpcPeering? Record => Objects.Count == 0 ? null : (PeeringTools.VpcPeering)Objects[0]!;

    public override string ToString() =>
        $"{Line}\n  wrote: {string.Join(", ", Objects.Cast<PeeringTools.VpcPeering>().Select(p => $"{p.VpcPeeringConnectionId} {p.State}"))}"
        + $"\n  errors: {string.Join(" | ", Errors)}\n  warnings: {string.Join(" | ", Warnings)}\n  asked: {string.Join(", ", Changes.Select(c => $"{c.Action} {(c.IsDone ? "done" : c.Code)}"))}";
}
