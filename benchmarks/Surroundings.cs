using System.Reflection;

namespace PeeringTools.Benchmarks;

/// <summary>Where the clone's products are, and credentials that lead nowhere but to a server of this program.</summary>
internal static class Surroundings
{
    public static string Root { get; } = FindRoot();

    public static string Manifest { get; } = Path.Combine(
        Root, "output", "PeeringTools", typeof(Surroundings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0], "PeeringTools.psd1");

    public static void SetCredentials()
    {
        foreach (var (name, value) in Credentials)
            Environment.SetEnvironmentVariable(name, value);
    }

    public static IReadOnlyDictionary<string, string> Credentials { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AWS_ACCESS_KEY_ID"] = "111122223333",
        ["AWS_SECRET_ACCESS_KEY"] = "sandbox",
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_DEFAULT_REGION"] = "eu-west-1",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_CONFIG_FILE"] = Path.Combine(Path.GetTempPath(), "no-aws-config"),
        ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(Path.GetTempPath(), "no-aws-credentials"),
    };

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PeeringTools.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The benchmarks run from their build output in the clone.");
    }
}
