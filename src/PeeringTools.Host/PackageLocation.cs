using System.Reflection;

namespace PeeringTools.Host;

/// <summary>Finds the staged module: beside the executable, else in the clone above it.</summary>
internal static class PackageLocation
{
    private const string ModuleName = "PeeringTools";

    /// <summary>The path of its manifest.</summary>
    /// <exception cref="FileNotFoundException">It isn't there: the message says where it was looked for.</exception>
    public static string FindManifest()
    {
        var version = typeof(PackageLocation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        var staged = Path.Combine(ModuleName, version, ModuleName + ".psd1");
        var beside = Path.Combine(AppContext.BaseDirectory, staged);
        if (File.Exists(beside))
            return beside;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var inClone = Path.Combine(folder.FullName, "output", staged);
            if (File.Exists(inClone))
                return inClone;
        }

        throw new FileNotFoundException($"The module isn't there: neither {beside} nor output/{staged} in a folder above.", staged);
    }
}
