using System.Management.Automation;

namespace PeeringTools.Cmdlet.Tests.Cmdlets;

/// <summary>Every validation attribute.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Validate")]
public sealed class TestValidateCommand : ProbeCmdlet
{
    [Parameter]
    [ValidateNotNull]
    public object? NotNull { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NotEmpty { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? NoneEmpty { get; set; }

    [Parameter]
    [ValidateSet("ipv4", "ipv6")]
    public string? Family { get; set; }

    [Parameter]
    [ValidateSet("a", "B", IgnoreCase = false)]
    public string? Cased { get; set; }

    [Parameter]
    [ValidateRange(1, 4094)]
    public int Vlan { get; set; }

    [Parameter]
    [ValidateRange(1L, 4294967295L)]
    public long Asn { get; set; }

    [Parameter]
    [ValidateLength(2, 4)]
    public string? Length { get; set; }

    [Parameter]
    [ValidateCount(1, 2)]
    public string[]? Pair { get; set; }

    [Parameter]
    [ValidatePattern("^vpc-[0-9a-f]+$")]
    public string? VpcId { get; set; }

    [Parameter]
    [ValidateRange(1, 10)]
    public int[]? Each { get; set; }
}
