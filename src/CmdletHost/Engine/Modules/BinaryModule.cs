using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;
using PeeringTools.CmdletHost.Formatting;
using PeeringTools.CmdletHost.Members;

namespace PeeringTools.CmdletHost.Modules;

/// <summary>A module of compiled cmdlets. Its assembly is loaded when one of them is first called.</summary>
public sealed class BinaryModule
{
    private readonly ModuleManifest _manifest;
    private readonly Lazy<Type[]> _types;

    private BinaryModule(ModuleManifest manifest)
    {
        _manifest = manifest;
        Name = Path.GetFileNameWithoutExtension(manifest.Path);
        _types = new Lazy<Type[]>(LoadTypes);
    }

    /// <summary>The module's name.</summary>
    public string Name { get; }

    /// <summary>The module's version.</summary>
    public Version Version => _manifest.Version;

    /// <summary>Adds a module's cmdlets to a session, its views to a table, and its type files to the process.</summary>
    /// <param name="manifestPath">The psd1 file.</param>
    /// <param name="session">The session.</param>
    /// <param name="views">The table.</param>
    /// <exception cref="ScriptParseException">The manifest isn't a hashtable of literals.</exception>
    /// <exception cref="InvalidDataException">The manifest lacks an entry.</exception>
    public static BinaryModule Import(string manifestPath, Session session, ViewTable views)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(views);
        var module = new BinaryModule(ModuleManifest.Read(Path.GetFullPath(manifestPath)));
        foreach (var cmdlet in module._manifest.CmdletsToExport)
            session.Commands.Add(cmdlet, module.Name, () => module.FindType(cmdlet));
        foreach (var file in module._manifest.TypesToProcess)
            TypeTable.Shared.AddFile(file);
        foreach (var file in module._manifest.FormatsToProcess)
            views.AddFile(file);
        return module;
    }

    /// <summary>Loads the assembly ahead of its first cmdlet, from any thread.</summary>
    public void Load() => _ = _types.Value;

    private Type[] LoadTypes()
    {
        var types = AssemblyLoadContext.Default.LoadFromAssemblyPath(_manifest.RootModule).GetExportedTypes();
        foreach (var type in types)
        {
            if (!type.IsAbstract && typeof(IModuleAssemblyInitializer).IsAssignableFrom(type))
                ((IModuleAssemblyInitializer)Activator.CreateInstance(type)!).OnImport();
        }

        return types;
    }

    /// <summary>By the convention for class names where it holds, for it spares reading every attribute.</summary>
    private Type FindType(string cmdlet)
    {
        var className = cmdlet.Replace("-", string.Empty, StringComparison.Ordinal) + "Command";
        return Array.Find(_types.Value, type => string.Equals(type.Name, className, StringComparison.OrdinalIgnoreCase) && IsCmdlet(type, cmdlet))
            ?? Array.Find(_types.Value, type => IsCmdlet(type, cmdlet))
            ?? throw new CommandNotFoundException($"{_manifest.Path} exports '{cmdlet}', but {_manifest.RootModule} holds no such cmdlet.") { CommandName = cmdlet };
    }

    private static bool IsCmdlet(Type type, string name) =>
        type.GetCustomAttribute<CmdletAttribute>() is { } cmdlet && string.Equals($"{cmdlet.VerbName}-{cmdlet.NounName}", name, StringComparison.OrdinalIgnoreCase);
}
