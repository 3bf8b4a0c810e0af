using System.Management.Automation;

namespace PeeringTools.CmdletHost.Binding;

/// <summary>What a parameter is like in one parameter set.</summary>
internal sealed class ParameterInSet(ParameterAttribute attribute)
{
    public string SetName { get; } = attribute.ParameterSetName;

    public bool Mandatory { get; } = attribute.Mandatory;

    public int Position { get; } = attribute.Position;

    public bool ByValue { get; } = attribute.ValueFromPipeline;

    public bool ByPropertyName { get; } = attribute.ValueFromPipelineByPropertyName;

    public bool FromRemaining { get; } = attribute.ValueFromRemainingArguments;

    /// <summary>The set's bit; 0 where it holds in all sets.</summary>
    public uint Flag { get; set; }

    public bool IsInAllSets => Flag == 0;

    public bool TakesPipelineInput => ByValue || ByPropertyName;

    public bool IsIn(uint sets) => IsInAllSets || (Flag & sets) != 0;
}
