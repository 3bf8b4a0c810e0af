using System.Management.Automation;

namespace PeeringTools.Cmdlet.Tests.Cmdlets;

/// <summary>By value and by property name at once.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Pipe")]
public sealed class TestPipeCommand : ProbeCmdlet
{
    [Parameter(ValueFromPipeline = true)]
    public int Value { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Key", "Id")]
    public string? Name { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int Length { get; set; }

    [Parameter]
    public string? Fixed { get; set; }
}

/// <summary>Text by value or an id by property name: what Get | Remove relies on.</summary>
[Cmdlet(VerbsDiagnostic.Test, "PipeSet", DefaultParameterSetName = "ById")]
public sealed class TestPipeSetCommand : ProbeCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ById", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[]? Id { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "ByPeer", ValueFromPipelineByPropertyName = true)]
    public string? Peer { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "ByPeer", ValueFromPipelineByPropertyName = true)]
    public string? Interface { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Region { get; set; }
}

/// <summary>A mandatory parameter that only an object can bring, beside one that only the line can.</summary>
[Cmdlet(VerbsDiagnostic.Test, "PipeMandatory")]
public sealed class TestPipeMandatoryCommand : ProbeCmdlet
{
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string? Id { get; set; }

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public int Count { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateSet("ipv4", "ipv6")]
    public string? Family { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public DayOfWeek[]? Days { get; set; }
}

/// <summary>The whole object, by value.</summary>
[Cmdlet(VerbsDiagnostic.Test, "PipeObject")]
public sealed class TestPipeObjectCommand : ProbeCmdlet
{
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }
}

/// <summary>Two sets that take the object by value, with different types, and no default.</summary>
[Cmdlet(VerbsDiagnostic.Test, "PipeTwo")]
public sealed class TestPipeTwoCommand : ProbeCmdlet
{
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Number")]
    public int Number { get; set; }

    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "Text")]
    public string? Text { get; set; }
}

/// <summary>Takes nothing from the pipeline.</summary>
[Cmdlet(VerbsDiagnostic.Test, "NoPipe")]
public sealed class TestNoPipeCommand : ProbeCmdlet
{
    [Parameter(Position = 0)]
    public string? Name { get; set; }
}

/// <summary>Emits objects with properties, one at a time, and says how far it came.</summary>
[Cmdlet(VerbsCommon.Get, "Thing")]
public sealed class GetThingCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    public int Count { get; set; } = 1;

    protected override void ProcessRecord()
    {
        for (var i = 1; i <= Count; i++)
        {
            WriteVerbose($"making {i}");
            WriteObject(new Thing($"thing-{i}", i, i % 2 == 0 ? "up" : "down"));
        }

        WriteVerbose("made all");
    }

    protected override void EndProcessing() => WriteVerbose("ended");
}

/// <summary>A thing.</summary>
public sealed record Thing(string Id, int Count, string State)
{
    public Part Part { get; } = new($"part-of-{Id}", [Count, Count + 1]);
}

/// <summary>A part of a thing.</summary>
public sealed record Part(string PartId, IReadOnlyList<int> Numbers);
