using System.Management.Automation;

namespace PeeringTools.Cmdlet.Tests.Cmdlets;

/// <summary>Asks before it changes.</summary>
[Cmdlet(VerbsCommon.Remove, "Thing", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveThingCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string? Id { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        var go = ShouldProcess($"Performing the operation \"Remove\" on target \"{Id}\".", $"Remove {Id}?", "Confirm", out var reason);
        WriteObject($"{Id} {(go ? "removed" : "kept")} {reason}");
    }
}

/// <summary>The same with less at stake.</summary>
[Cmdlet(VerbsCommon.Set, "Thing", SupportsShouldProcess = true)]
public sealed class SetThingCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string? Id { get; set; }

    protected override void ProcessRecord() => WriteObject($"{Id} {(ShouldProcess(Id!, "Set") ? "set" : "left")}");
}
