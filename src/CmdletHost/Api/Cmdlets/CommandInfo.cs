namespace System.Management.Automation;

/// <summary>A command.</summary>
public abstract class CommandInfo
{
    internal CommandInfo(string name) => Name = name;

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What kind it is.</summary>
    public CommandTypes CommandType => CommandTypes.Cmdlet;

    /// <summary>The module it comes from.</summary>
    public string ModuleName { get; internal init; } = string.Empty;

    internal abstract string ErrorIdSuffix { get; }

    public override string ToString() => Name;
}

/// <summary>A cmdlet.</summary>
public class CmdletInfo : CommandInfo
{
    public CmdletInfo(string name, Type implementingType)
        : base(name) => ImplementingType = implementingType ?? throw new PSArgumentNullException(nameof(implementingType));

    /// <summary>Its class.</summary>
    public Type ImplementingType { get; }

    /// <summary>Its verb.</summary>
    public string Verb => Name.Split('-', 2)[0];

    /// <summary>Its noun.</summary>
    public string Noun => Name.Contains('-', StringComparison.Ordinal) ? Name.Split('-', 2)[1] : string.Empty;

    internal string? OwnErrorIdSuffix { get; init; }

    internal override string ErrorIdSuffix => OwnErrorIdSuffix ?? ImplementingType.FullName!;
}
