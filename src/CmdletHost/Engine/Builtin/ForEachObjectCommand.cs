using System.Management.Automation;
using PeeringTools.CmdletHost.Language;

namespace PeeringTools.CmdletHost.Builtin;

/// <summary>Emits one property of each object.</summary>
[Cmdlet("ForEach", "Object")]
internal sealed class ForEachObjectCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public string MemberName { get; set; } = string.Empty;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
            WriteObject(MemberExpression.Read(InputObject, MemberName), enumerateCollection: true);
    }
}
