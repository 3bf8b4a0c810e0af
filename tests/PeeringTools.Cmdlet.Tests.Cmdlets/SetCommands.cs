using System.Management.Automation;

namespace PeeringTools.Cmdlet.Tests.Cmdlets;

/// <summary>Three sets, one of them the default.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Set", DefaultParameterSetName = "ById")]
public sealed class TestSetCommand : ProbeCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ById", ValueFromPipelineByPropertyName = true)]
    [Alias("PeerId")]
    public string? Id { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByNumber")]
    public int Number { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "ByObject", ValueFromPipeline = true)]
    public Version? InputObject { get; set; }

    [Parameter(ParameterSetName = "ById")]
    [Parameter(ParameterSetName = "ByNumber")]
    public string? Shared { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Region { get; set; }
}

/// <summary>Two sets and no default.</summary>
[Cmdlet(VerbsDiagnostic.Test, "NoDefault")]
public sealed class TestNoDefaultCommand : ProbeCmdlet
{
    [Parameter(Mandatory = true, ParameterSetName = "A")]
    public string? A { get; set; }

    [Parameter(ParameterSetName = "A")]
    public string? A2 { get; set; }

    [Parameter(ParameterSetName = "B")]
    public string? B { get; set; }

    [Parameter(ParameterSetName = "C")]
    public string? C { get; set; }

    [Parameter]
    public string? Every { get; set; }
}

/// <summary>Sets that only mandatory parameters tell apart.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Choice")]
public sealed class TestChoiceCommand : ProbeCmdlet
{
    [Parameter(ParameterSetName = "Plain")]
    [Parameter(ParameterSetName = "Full")]
    public string? Common { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Full")]
    public string? Needed { get; set; }

    [Parameter(ParameterSetName = "Plain")]
    public string? Extra { get; set; }
}
