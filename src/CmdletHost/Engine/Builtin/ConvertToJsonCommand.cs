using System.Management.Automation;
using PeeringTools.CmdletHost.Formatting;

namespace PeeringTools.CmdletHost.Builtin;

/// <summary>Emits its input as one JSON text.</summary>
[Cmdlet("ConvertTo", "Json")]
internal sealed class ConvertToJsonCommand : PSCmdlet
{
    private const int MostLevels = 100;
    private readonly List<object?> _all = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    public object? InputObject { get; set; }

    [Parameter]
    [ValidateRange(0, MostLevels)]
    public int Depth { get; set; } = 2;

    [Parameter]
    public SwitchParameter Compress { get; set; }

    [Parameter]
    public SwitchParameter EnumsAsStrings { get; set; }

    [Parameter]
    public SwitchParameter AsArray { get; set; }

    protected override void ProcessRecord() => _all.Add(InputObject);

    protected override void EndProcessing()
    {
        if (_all.Count == 0)
            return;
        var value = _all.Count > 1 || AsArray ? _all.ToArray() : _all[0];
        var text = JsonText.Of(value, new JsonStyle(Depth, EnumsAsStrings, Indented: !Compress), out var isTruncated);
        if (isTruncated)
            WriteWarning($"Resulting JSON is truncated as serialization has exceeded the set depth of {Depth}.");
        WriteObject(text);
    }
}
