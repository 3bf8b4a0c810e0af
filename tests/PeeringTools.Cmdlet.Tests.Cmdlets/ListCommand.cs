using System.Collections;
using System.Management.Automation;
using System.Net;

namespace PeeringTools.Cmdlet.Tests.Cmdlets;

/// <summary>Parameters that take collections.</summary>
[Cmdlet(VerbsDiagnostic.Test, "List")]
public sealed class TestListCommand : ProbeCmdlet
{
    [Parameter(Position = 0)]
    public string[]? Names { get; set; }

    [Parameter(Position = 1)]
    public int[]? Numbers { get; set; }

    [Parameter]
    public List<string>? Generic { get; set; }

    [Parameter]
    public ArrayList? Untyped { get; set; }

    [Parameter]
    public DayOfWeek[]? Days { get; set; }

    [Parameter]
    public IPAddress[]? Addresses { get; set; }

    [Parameter]
    public Hashtable[]? Tables { get; set; }

    [Parameter]
    public object[]? Objects { get; set; }

    [Parameter(ValueFromRemainingArguments = true)]
    public string[]? Rest { get; set; }
}
