using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Makes a property a parameter, once per parameter set.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = true)]
public sealed class ParameterAttribute : ParsingBaseAttribute
{
    /// <summary>The name that stands for every set.</summary>
    public const string AllParameterSets = "__AllParameterSets";

    private string _parameterSetName = AllParameterSets;

    /// <summary>The place without a name, from 0; <see cref="int.MinValue"/> when it has to be named.</summary>
    public int Position { get; set; } = int.MinValue;

    /// <summary>The set these settings hold in.</summary>
    public string ParameterSetName
    {
        get => _parameterSetName;
        set => _parameterSetName = string.IsNullOrEmpty(value) ? AllParameterSets : value;
    }

    /// <summary>Whether it has to be given.</summary>
    public bool Mandatory { get; set; }

    /// <summary>Takes the whole piped object.</summary>
    public bool ValueFromPipeline { get; set; }

    /// <summary>Takes the piped object's property of the parameter's name or alias.</summary>
    public bool ValueFromPipelineByPropertyName { get; set; }

    /// <summary>Takes what no other parameter took.</summary>
    public bool ValueFromRemainingArguments { get; set; }

    /// <summary>One line of help.</summary>
    public string? HelpMessage { get; set; }

    /// <summary>Resource file of the help line.</summary>
    public string? HelpMessageBaseName { get; set; }

    /// <summary>Resource id of the help line.</summary>
    public string? HelpMessageResourceId { get; set; }

    /// <summary>Keeps it out of completion.</summary>
    public bool DontShow { get; set; }
}
