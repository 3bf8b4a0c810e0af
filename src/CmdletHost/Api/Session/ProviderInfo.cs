namespace System.Management.Automation;

/// <summary>A kind of drives.</summary>
public class ProviderInfo
{
    internal ProviderInfo(string name) => Name = name;

    /// <summary>Its name.</summary>
    public string Name { get; }

    public override string ToString() => Name;
}

/// <summary>A drive.</summary>
public class PSDriveInfo
{
    internal PSDriveInfo(string name, ProviderInfo provider) => (Name, Provider) = (name, provider);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its kind.</summary>
    public ProviderInfo Provider { get; }

    public override string ToString() => Name;
}
