using System.Management.Automation;
using PeeringTools.CmdletHost.Conversion;

namespace PeeringTools.CmdletHost.Builtin;

/// <summary>Puts objects in order; those that compare equal keep theirs, those without the property come last.</summary>
[Cmdlet("Sort", "Object")]
internal sealed class SortObjectCommand : PSCmdlet, IComparer<SortObjectCommand.Keys>
{
    private readonly List<Keys> _all = [];

    [Parameter(Position = 0)]
    public string[] Property { get; set; } = [];

    [Parameter]
    public SwitchParameter Descending { get; set; }

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    int IComparer<Keys>.Compare(Keys? x, Keys? y)
    {
        for (var i = 0; i < x!.Values.Length; i++)
        {
            var (first, second) = (x.Values[i], y!.Values[i]);
            if (first.Exists != second.Exists)
                return first.Exists ? -1 : 1;
            var order = Compare(first.Value, second.Value);
            if (order != 0)
                return Descending ? -order : order;
        }

        return 0;
    }

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
            _all.Add(new Keys(InputObject, Property.Length == 0 ? [(true, InputObject)] : Array.ConvertAll(Property, KeyOf)));
    }

    protected override void EndProcessing()
    {
        foreach (var keys in _all.Order(this))
            WriteObject(keys.Input);
    }

    private (bool Exists, object? Value) KeyOf(string name) => (InputObject!.Properties[name] is not null, InputObject.Properties[name]?.Value);

    private static int Compare(object? first, object? second)
    {
        try
        {
            return LanguagePrimitives.Compare(first, second);
        }
        catch (ArgumentException)
        {
            return string.Compare(ToText.Of(first), ToText.Of(second), StringComparison.InvariantCultureIgnoreCase);
        }
    }

    internal sealed record Keys(PSObject Input, (bool Exists, object? Value)[] Values);
}
