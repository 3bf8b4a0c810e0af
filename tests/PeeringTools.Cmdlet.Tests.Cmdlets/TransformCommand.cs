using System.Management.Automation;

namespace PeeringTools.Cmdlet.Tests.Cmdlets;

/// <summary>Makes text upper case, and refuses some.</summary>
public sealed class UpperAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var text = (inputData as PSObject)?.BaseObject ?? inputData;
        return text switch
        {
            "refuse" => throw new ArgumentTransformationMetadataException("refused"),
            "crash" => throw new InvalidOperationException("crashed"),
            string letters => letters.ToUpperInvariant(),
            _ => inputData!,
        };
    }
}

/// <summary>A transformed parameter.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Transform")]
public sealed class TestTransformCommand : ProbeCmdlet
{
    private string? _checked;

    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Upper]
    public string? Name { get; set; }

    [Parameter]
    public string? Checked
    {
        get => _checked;
        set => _checked = value == "bad" ? throw new FormatException("bad value") : value;
    }
}

/// <summary>Names that begin alike.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Names")]
public sealed class TestNamesCommand : ProbeCmdlet
{
    [Parameter]
    public string? VirtualInterfaceId { get; set; }

    [Parameter]
    public string? VirtualInterfaceName { get; set; }

    [Parameter]
    public string? Virtual { get; set; }

    [Parameter]
    [Alias("Warn")]
    public string? Level { get; set; }

    [Parameter]
    public string? Errand { get; set; }
}
