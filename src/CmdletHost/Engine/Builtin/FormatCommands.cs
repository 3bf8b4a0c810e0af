using System.Management.Automation;
using PeeringTools.CmdletHost.Formatting;

namespace PeeringTools.CmdletHost.Builtin;

/// <summary>Marks objects to be shown in a table or a list.</summary>
internal abstract class FormatCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    public string[] Property { get; set; } = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    private protected void Emit(ViewShape shape, bool autoSize)
    {
        if (InputObject is not null)
            WriteObject(new FormattedObject(InputObject, shape, Property, autoSize, Call: this));
    }
}

/// <summary>Shows objects in a table.</summary>
[Cmdlet("Format", "Table")]
internal sealed class FormatTableCommand : FormatCommand
{
    [Parameter]
    public SwitchParameter AutoSize { get; set; }

    protected override void ProcessRecord() => Emit(ViewShape.Table, AutoSize);
}

/// <summary>Shows objects in a list.</summary>
[Cmdlet("Format", "List")]
internal sealed class FormatListCommand : FormatCommand
{
    protected override void ProcessRecord() => Emit(ViewShape.List, autoSize: false);
}
