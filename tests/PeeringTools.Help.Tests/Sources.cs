using System.Reflection;

namespace PeeringTools.Help.Tests;

/// <summary>Where the build put what the tests read.</summary>
internal static class Sources
{
    public static string Repository { get; } = Told("Repository");

    public static string Pages { get; } = Path.Combine(Repository, "docs", "en-US");

    public static string StagedModule { get; } = Told("StagedModule");

    public static HelpSource Load(string pages) => HelpSource.Load(Told("Module") + ".dll", Told("Automation"), Told("Module") + ".xml", pages);

    private static string Told(string key) => typeof(Sources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
