using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Security;

namespace PeeringTools.Cmdlet.Tests.Cmdlets;

/// <summary>One parameter of each scalar type.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Scalar")]
public sealed class TestScalarCommand : ProbeCmdlet
{
    [Parameter(Position = 0)]
    public string? Name { get; set; }

    [Parameter(Position = 1)]
    public int Count { get; set; }

    [Parameter]
    [Alias("Big", "BigNumber")]
    public long Large { get; set; }

    [Parameter]
    public double Ratio { get; set; }

    [Parameter]
    public byte Small { get; set; }

    [Parameter]
    public bool Flag { get; set; }

    [Parameter]
    public SwitchParameter On { get; set; }

    [Parameter]
    public SwitchParameter Off { get; set; }

    [Parameter]
    public DayOfWeek Day { get; set; }

    [Parameter]
    public FileAccess Access { get; set; }

    [Parameter]
    public DateTime When { get; set; }

    [Parameter]
    public TimeSpan Span { get; set; }

    [Parameter]
    public IPAddress? Address { get; set; }

    [Parameter]
    public IPNetwork Network { get; set; }

    [Parameter]
    public Guid Guid { get; set; }

    [Parameter]
    public Uri? Link { get; set; }

    [Parameter]
    public Version? Release { get; set; }

    [Parameter]
    public Hashtable? Table { get; set; }

    [Parameter]
    public object? Any { get; set; }

    [Parameter]
    public PSObject? Box { get; set; }

    [Parameter]
    public int? Maybe { get; set; }

    [Parameter]
    public char Letter { get; set; }

    [Parameter]
    public SecureString? Secret { get; set; }

    [Parameter]
    public PSCredential? Credential { get; set; }
}
