using System.Reflection;
using System.Runtime.Loader;

namespace PeeringTools.Host.Sandbox;

/// <summary>Lets the Host use the sandbox out of the staged package, as the cmdlets do: it isn't copied beside the Host.</summary>
internal static class PackageAssemblies
{
    /// <summary>Resolves assemblies that the Host doesn't have from the package's Dependencies folder.</summary>
    /// <exception cref="FileNotFoundException">The package isn't staged.</exception>
    public static void Use()
    {
        var folder = Path.Combine(Path.GetDirectoryName(PackageLocation.FindManifest())!, "Dependencies");
        AssemblyLoadContext.Default.Resolving += (context, name) => Load(context, Path.Combine(folder, name.Name + ".dll"));
    }

    private static Assembly? Load(AssemblyLoadContext context, string path) => File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
}
