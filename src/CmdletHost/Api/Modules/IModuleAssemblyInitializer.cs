namespace System.Management.Automation;

/// <summary>Runs when its assembly is imported as a module.</summary>
public interface IModuleAssemblyInitializer
{
    /// <summary>Called at every import.</summary>
    void OnImport();
}

/// <summary>Runs when its assembly's module is removed.</summary>
public interface IModuleAssemblyCleanup
{
    /// <summary>Called before the module goes.</summary>
    void OnRemove(PSModuleInfo psModuleInfo);
}

/// <summary>A module that is loaded.</summary>
public sealed class PSModuleInfo
{
    internal PSModuleInfo(string name, string path, Version version)
    {
        Name = name;
        Path = path;
        ModuleBase = System.IO.Path.GetDirectoryName(path) ?? string.Empty;
        Version = version;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its manifest.</summary>
    public string Path { get; }

    /// <summary>Its folder.</summary>
    public string ModuleBase { get; }

    /// <summary>Its version.</summary>
    public Version Version { get; }

    public override string ToString() => Name;
}
