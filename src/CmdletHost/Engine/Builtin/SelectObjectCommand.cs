using System.Management.Automation;
using PeeringTools.CmdletHost.Pipelines;

namespace PeeringTools.CmdletHost.Builtin;

/// <summary>Takes the first or the last objects, some of their properties, or what one property holds.</summary>
[Cmdlet("Select", "Object")]
internal sealed class SelectObjectCommand : PSCmdlet
{
    private readonly Queue<PSObject?> _last = new();
    private int _taken;
    private int _skipped;

    [Parameter(Position = 0)]
    public string[] Property { get; set; } = [];

    [Parameter]
    public string? ExpandProperty { get; set; }

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? First { get; set; }

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? Last { get; set; }

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is null && !MyInvocation.ExpectingInput)
            return;
        if (_skipped < Skip && Last is null)
        {
            _skipped++;
            return;
        }

        if (First is null && Last is null)
        {
            Emit(InputObject);
        }
        else if (_taken < First)
        {
            _taken++;
            Emit(InputObject);
        }
        else if (Last is { } wanted)
        {
            _last.Enqueue(InputObject);
            if (_last.Count > wanted + Skip)
                _last.Dequeue();
        }

        // Those before need not go on for objects that nobody takes.
        if (First is { } most && _taken >= most && Last is null)
            throw new StopUpstreamException((CommandStage)CommandRuntime);
    }

    protected override void EndProcessing()
    {
        while (_last.Count > Skip)
            Emit(_last.Dequeue());
    }

    private void Emit(PSObject? input)
    {
        if (ExpandProperty is not null)
            Expand(input);
        else if (Property.Length == 0 || input is null)
            WriteObject(input);
        else
            WriteObject(Pick(input));
    }

    private PSObject Pick(PSObject input)
    {
        var picked = new PSObject();
        foreach (var name in Property)
        {
            if (!WildcardPattern.ContainsWildcardCharacters(name))
            {
                AddOnce(picked, input.Properties[name]?.Name ?? name, input.Properties[name]?.Value);
                continue;
            }

            foreach (var property in input.Properties.Match(name))
                AddOnce(picked, property.Name, property.Value);
        }

        picked.TypeNames.Insert(0, "Selected." + input.TypeNames[0]);
        return picked;
    }

    private static void AddOnce(PSObject picked, string name, object? value)
    {
        if (picked.Properties[name] is null)
            picked.Properties.Add(new PSNoteProperty(name, value));
    }

    private void Expand(PSObject? input)
    {
        if (input?.Properties[ExpandProperty!] is not { } property)
        {
            WriteError(new ErrorRecord(
                new PSInvalidOperationException($"Property \"{ExpandProperty}\" cannot be found."), "ExpandPropertyNotFound", ErrorCategory.InvalidArgument, input));
            return;
        }

        WriteObject(property.Value, enumerateCollection: true);
    }
}
