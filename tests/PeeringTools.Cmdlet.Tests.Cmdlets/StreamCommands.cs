using System.Management.Automation;

namespace PeeringTools.Cmdlet.Tests.Cmdlets;

/// <summary>Writes to every stream.</summary>
[Cmdlet(VerbsCommunications.Write, "Stream")]
public sealed class WriteStreamCommand : PSCmdlet
{
    protected override void ProcessRecord()
    {
        WriteObject("object");
        WriteWarning("a warning");
        WriteVerbose("a detail");
        WriteDebug("a trace");
        WriteInformation("a message", ["Tag"]);
        WriteProgress(new ProgressRecord(1, "Working", "half") { PercentComplete = 50 });
    }
}

/// <summary>Fails in the ways that cmdlets fail.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Failure")]
public sealed class TestFailureCommand : PSCmdlet, IDisposable
{
    public static int DisposedCount { get; private set; }

    [Parameter(ValueFromPipeline = true, Position = 0)]
    public int Item { get; set; }

    [Parameter]
    public int[] FailOn { get; set; } = [];

    [Parameter]
    public SwitchParameter Terminate { get; set; }

    [Parameter]
    public SwitchParameter Throw { get; set; }

    public void Dispose() => DisposedCount++;

    protected override void ProcessRecord()
    {
        if (!FailOn.Contains(Item))
        {
            WriteObject($"item {Item}");
            return;
        }

        if (Throw)
            throw new TimeoutException($"thrown at {Item}");
        var error = new ErrorRecord(new InvalidOperationException($"failed at {Item}"), "ItemFailed", ErrorCategory.InvalidOperation, Item);
        if (Terminate)
            ThrowTerminatingError(error);
        WriteError(error);
    }

    protected override void EndProcessing() => WriteObject("ended");
}
