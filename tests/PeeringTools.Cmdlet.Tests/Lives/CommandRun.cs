using System.Management.Automation;

namespace PeeringTools.Cmdlet.Tests.Lives;

/// <summary>What came of a line: what it wrote, and the changes that it asked of the service.</summary>
internal sealed record CommandRun(string Line, IReadOnlyList<object?> Objects, IReadOnlyList<ErrorRecord> Errors, IReadOnlyList<string> Warnings, IReadOnlyList<WireCall> Changes)
{
    public IEnumerable<WireCall> Done => Changes.Where(c => c.IsDone);

    public IEnumerable<string> Refusals => Changes.Where(c => !c.IsDone).Select(c => c.Code);

    /// <summary>The peerings that were written, as the cmdlet shows them.</summary>
    public IReadOnlyList<(string Id, string State)> Written { get; } = [.. Objects.Select(o => o is TgwPeering gateways
        ? (gateways.TransitGatewayAttachmentId!, gateways.State!)
        : (((PeeringTools.VpcPeering)o!).VpcPeeringConnectionId!, ((PeeringTools.VpcPeering)o).State!))];

    public override string ToString() =>
        $"{Line}\n  wrote: {string.Join(", ", Written)}"
        + $"\n  errors: {string.Join(" | ", Errors)}\n  warnings: {string.Join(" | ", Warnings)}\n  asked: {string.Join(", ", Changes.Select(c => $"{c.Action} {(c.IsDone ? "done" : c.Code)}"))}";
}
