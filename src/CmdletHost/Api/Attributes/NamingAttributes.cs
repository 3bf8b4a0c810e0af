using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Further names of a parameter or cmdlet.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Class)]
public sealed class AliasAttribute(params string[] aliasNames) : ParsingBaseAttribute
{
    /// <summary>The names.</summary>
    public IList<string> AliasNames { get; } = aliasNames ?? throw new PSArgumentNullException(nameof(aliasNames));
}

/// <summary>Keeps a member out of listings.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class HiddenAttribute : ParsingBaseAttribute;

/// <summary>Says that a parameter takes wildcards.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class SupportsWildcardsAttribute : ParsingBaseAttribute;

/// <summary>Documents a default value.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class PSDefaultValueAttribute : ParsingBaseAttribute
{
    /// <summary>The value.</summary>
    public object? Value { get; set; }

    /// <summary>The value in words.</summary>
    public string? Help { get; set; }
}

/// <summary>The type name a piped object has to carry.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class PSTypeNameAttribute(string psTypeName) : Attribute
{
    /// <summary>The name.</summary>
    public string PSTypeName { get; } = string.IsNullOrEmpty(psTypeName) ? throw new PSArgumentException("A type name is needed.", nameof(psTypeName)) : psTypeName;
}

/// <summary>What a cmdlet emits.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class OutputTypeAttribute : CmdletMetadataAttribute
{
    public OutputTypeAttribute(params Type[] type) => Type = Array.ConvertAll(type ?? [], t => new PSTypeName(t));

    public OutputTypeAttribute(params string[] type) => Type = Array.ConvertAll(type ?? [], t => new PSTypeName(t));

    /// <summary>The types.</summary>
    public PSTypeName[] Type { get; }

    /// <summary>The sets it emits them in.</summary>
    public string[] ParameterSetName { get; set; } = [ParameterAttribute.AllParameterSets];

    /// <summary>The provider cmdlet it stands for.</summary>
    public string? ProviderCmdlet { get; set; }
}

/// <summary>A type, or the name of one.</summary>
public class PSTypeName
{
    public PSTypeName(Type type)
    {
        Type = type;
        Name = type?.FullName ?? string.Empty;
    }

    public PSTypeName(string name) => Name = name;

    /// <summary>The full name.</summary>
    public string Name { get; }

    /// <summary>The type, where it is known.</summary>
    public Type? Type { get; }

    public override string ToString() => Name;
}
