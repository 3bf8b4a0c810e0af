using System.Management.Automation;
using PeeringTools.CmdletHost.Conversion;
using PeeringTools.CmdletHost.Language;

namespace PeeringTools.CmdletHost.Builtin;

/// <summary>Emits one property of each object; under -WhatIf none, as in PowerShell, because reading a property may run a script.</summary>
[Cmdlet("ForEach", "Object", SupportsShouldProcess = true)]
internal sealed class ForEachObjectCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public string MemberName { get; set; } = string.Empty;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not null && ShouldProcess($"InputObject: {ToText.Of(InputObject)}", $"Retrieve the value for property '{MemberName}'"))
            WriteObject(MemberExpression.Read(InputObject, MemberName), enumerateCollection: true);
    }
}
