using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>What a cmdlet and a script function have in common.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class CmdletCommonMetadataAttribute : CmdletMetadataAttribute
{
    /// <summary>The set that wins while more than one is still possible.</summary>
    public string? DefaultParameterSetName { get; set; }

    /// <summary>True adds -WhatIf and -Confirm.</summary>
    public bool SupportsShouldProcess { get; set; }

    /// <summary>True adds -First, -Skip and -IncludeTotalCount. This host doesn't add them.</summary>
    public bool SupportsPaging { get; set; }

    /// <summary>True adds -UseTransaction. This host doesn't add it.</summary>
    public bool SupportsTransactions { get; set; }

    /// <summary>At or above $ConfirmPreference the user is asked first.</summary>
    public ConfirmImpact ConfirmImpact { get; set; } = ConfirmImpact.Medium;

    /// <summary>Where the help is.</summary>
    public string HelpUri { get; set; } = string.Empty;

    /// <summary>How the cmdlet reaches other machines.</summary>
    public RemotingCapability RemotingCapability { get; set; } = RemotingCapability.PowerShell;
}

/// <summary>Names a class as the cmdlet Verb-Noun.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CmdletAttribute(string verbName, string nounName) : CmdletCommonMetadataAttribute
{
    /// <summary>The verb.</summary>
    public string VerbName { get; } = Required(verbName, nameof(verbName));

    /// <summary>The noun.</summary>
    public string NounName { get; } = Required(nounName, nameof(nounName));

    private static string Required(string name, string argument) =>
        string.IsNullOrEmpty(name) ? throw new PSArgumentException($"'{argument}' has to have a value.", argument) : name;
}

/// <summary>How a command reaches other machines.</summary>
public enum RemotingCapability
{
    /// <summary>It doesn't.</summary>
    None,

    /// <summary>By PowerShell remoting.</summary>
    PowerShell,

    /// <summary>By itself, or by PowerShell remoting.</summary>
    SupportedByCommand,

    /// <summary>By itself only.</summary>
    OwnedByCommand,
}
