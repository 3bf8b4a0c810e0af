namespace PeeringTools.Interop.Tests;

/// <summary>The clone that the tests were built in.</summary>
internal static class Repository
{
    /// <summary>The path of something in it.</summary>
    public static string Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PeeringTools.sln")))
                return Path.Combine(folder.FullName, path);
        }
        throw new DirectoryNotFoundException("The tests don't run inside a clone.");
    }
}
