using System.Runtime.CompilerServices;

namespace PeeringTools.Aws.Tests.Endpoints;

/// <summary>The SDK settles where its profile files are when it is first touched, so these tests' own files come before everything else. The machine's profiles never matter here.</summary>
internal static class IsolatedProfiles
{
    public static string ConfigFile { get; } = Path.Combine(Directory.CreateTempSubdirectory("peering-aws-tests-").FullName, "config");

    [ModuleInitializer]
    internal static void UseOwnFiles()
    {
        var credentials = Path.Combine(Path.GetDirectoryName(ConfigFile)!, "credentials");
        File.WriteAllText(ConfigFile, "");
        File.WriteAllText(credentials, "");
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", ConfigFile);
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", credentials);
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(ConfigFile)!, recursive: true);
    }
}
