using System.Text.RegularExpressions;

namespace PeeringTools.Tests.Shared;

/// <summary>
/// Where this machine keeps Terraform's AWS provider: a filesystem mirror or a plugin cache, which have the same layout. Terraform is given a configuration that knows nothing else, so that it never leaves the machine.
/// </summary>
internal static class TerraformProviders
{
    /// <summary>Names the folder, where none of the usual places has it.</summary>
    public const string Variable = "PEERING_TERRAFORM_MIRROR";

    private static readonly string Aws = Path.Combine("registry.terraform.io", "hashicorp", "aws");

    /// <summary>What to say where there is none.</summary>
    public static string Missing => $"No copy of Terraform's AWS provider is on this machine: neither {Variable}, TF_PLUGIN_CACHE_DIR, Terraform's configuration file nor its implied mirror directories lead to a folder with {Aws}.";

    /// <summary>The folder, or null.</summary>
    public static string? Find() => Candidates().FirstOrDefault(folder => !string.IsNullOrEmpty(folder) && Directory.Exists(Path.Combine(folder, Aws)));

    /// <summary>Writes Terraform's configuration into a folder.</summary>
    /// <returns>The environment in which Terraform reads it.</returns>
    public static IReadOnlyDictionary<string, string> Configure(string mirror, string folder)
    {
        var file = Path.Combine(folder, "cli.tfrc");
        File.WriteAllText(file, $$"""
            provider_installation {
              filesystem_mirror {
                path    = "{{mirror.Replace('\\', '/')}}"
                include = ["registry.terraform.io/*/*"]
              }
            }
            """);
        return new Dictionary<string, string>(StringComparer.Ordinal) { ["TF_CLI_CONFIG_FILE"] = file, ["CHECKPOINT_DISABLE"] = "1" };
    }

    private static IEnumerable<string?> Candidates()
    {
        yield return Environment.GetEnvironmentVariable(Variable);
        yield return Environment.GetEnvironmentVariable("TF_PLUGIN_CACHE_DIR");
        foreach (var named in NamedInConfiguration())
            yield return named;

        // Terraform's implied local mirror directories (its documentation, "CLI configuration", "Implied local mirror directories").
        yield return InHome(".terraform.d/plugins");
        if (OperatingSystem.IsWindows())
        {
            yield return InFolder(Environment.SpecialFolder.ApplicationData, "terraform.d/plugins");
            yield return InFolder(Environment.SpecialFolder.ApplicationData, "HashiCorp/Terraform/plugins");
        }
        else if (OperatingSystem.IsMacOS())
        {
            yield return InHome("Library/Application Support/io.terraform/plugins");
            yield return "/Library/Application Support/io.terraform/plugins";
        }
        else
        {
            var home = Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } set ? set : InHome(".local/share");
            var shared = Environment.GetEnvironmentVariable("XDG_DATA_DIRS") is { Length: > 0 } list ? list : "/usr/local/share:/usr/share";
            foreach (var folder in shared.Split(':').Prepend(home))
                yield return Path.Combine(folder, "terraform", "plugins");
        }
    }

    // The file's plugin_cache_dir, and the path of its filesystem_mirror.
    private static IEnumerable<string> NamedInConfiguration()
    {
        var file = Environment.GetEnvironmentVariable("TF_CLI_CONFIG_FILE") is { Length: > 0 } named ? named
            : OperatingSystem.IsWindows() ? InFolder(Environment.SpecialFolder.ApplicationData, "terraform.rc") : InHome(".terraformrc");
        return File.Exists(file)
            ? Regex.Matches(File.ReadAllText(file), @"^\s*(?:plugin_cache_dir|path)\s*=\s*""(?<folder>[^""]+)""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["folder"].Value)
            : [];
    }

    private static string InHome(string path) => InFolder(Environment.SpecialFolder.UserProfile, path);

    private static string InFolder(Environment.SpecialFolder folder, string path) => Path.Combine(Environment.GetFolderPath(folder), path);
}
