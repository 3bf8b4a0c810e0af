using System.Management.Automation;
using PeeringTools.CmdletHost.Conversion;

namespace PeeringTools.CmdletHost.Builtin;

/// <summary>Takes objects and shows nothing.</summary>
[Cmdlet("Out", "Null")]
internal sealed class OutNullCommand : Cmdlet
{
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }
}

/// <summary>Emits its arguments.</summary>
[Cmdlet("Write", "Output")]
internal sealed class WriteOutputCommand : Cmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object? InputObject { get; set; }

    [Parameter]
    public SwitchParameter NoEnumerate { get; set; }

    protected override void ProcessRecord() => WriteObject(InputObject, enumerateCollection: !NoEnumerate);
}

/// <summary>Says something to the user, outside the pipeline.</summary>
[Cmdlet("Write", "Host")]
internal sealed class WriteHostCommand : Cmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true)]
    public object? Object { get; set; }

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    [Parameter]
    public object Separator { get; set; } = " ";

    [Parameter]
    public ConsoleColor? ForegroundColor { get; set; }

    [Parameter]
    public ConsoleColor? BackgroundColor { get; set; }

    protected override void ProcessRecord()
    {
        var text = LanguagePrimitives.GetEnumerable(Object) is { } elements
            ? string.Join(ToText.Of(Separator), elements.Cast<object?>().Select(ToText.Of))
            : ToText.Of(Object);
        var message = new HostInformationMessage { Message = text, NoNewLine = NoNewline, ForegroundColor = ForegroundColor, BackgroundColor = BackgroundColor };
        WriteInformation(message, ["PSHOST"]);
    }
}
