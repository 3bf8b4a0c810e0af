using System.Reflection;

namespace PeeringTools.Cmdlet.Tests.Host;

/// <summary>The package that the build staged.</summary>
internal static class StagedModule
{
    public static string Root { get; } = FindRoot();

    public static string Directory { get; } = Path.Combine(Root, "output", "PeeringTools", Version);

    public static string AssemblyPath => Path.Combine(Directory, "PeeringTools.dll");

    public static string ManifestPath => Path.Combine(Directory, "PeeringTools.psd1");

    private static string Version =>
        typeof(StagedModule).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PeeringTools.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run inside the clone.");
        return folder.FullName;
    }
}
