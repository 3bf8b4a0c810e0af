using System.Management.Automation;

namespace PeeringTools.Cmdlet.Tests.Cmdlets;

/// <summary>Mandatory parameters, with and without leave to be nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Mandatory")]
public sealed class TestMandatoryCommand : ProbeCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public string? Name { get; set; }

    [Parameter(Position = 1)]
    public string[]? Names { get; set; }
}

/// <summary>Mandatory collections.</summary>
[Cmdlet(VerbsDiagnostic.Test, "MandatoryList")]
public sealed class TestMandatoryListCommand : ProbeCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public string[]? Names { get; set; }
}

/// <summary>Mandatory, but may be nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Allow")]
public sealed class TestAllowCommand : ProbeCmdlet
{
    [Parameter(Mandatory = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    [Parameter(Mandatory = true)]
    [AllowEmptyCollection]
    public string[]? Names { get; set; }
}
