namespace PeeringTools.Interop.Tests;

/// <summary>Terraform with the AWS provider builds the network of Terraform/main.tf, finds nothing to change, and takes it down.</summary>
public sealed class TerraformTests
{
    [Fact]
    public async Task Apply_an_empty_plan_and_destroy()
    {
        await Tool.NeedAsync("terraform", "version");
        Assert.SkipUnless(File.Exists(Environment.GetEnvironmentVariable("TF_CLI_CONFIG_FILE")), "No provider mirror: TF_CLI_CONFIG_FILE names no file that would lead Terraform to a local copy of the AWS provider.");
        await using var sandbox = await SandboxProcess.StartAsync();
        var folder = Directory.CreateTempSubdirectory("peering-terraform-");
        try
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Terraform", "main.tf"), Path.Combine(folder.FullName, "main.tf"));
            var environment = sandbox.Environment();
            environment["CHECKPOINT_DISABLE"] = "1";
            var (exitCode, _, error) = await Tool.TryAsync("terraform", ["init", "-no-color", "-input=false"], environment, folder.FullName);
            Assert.SkipWhen(exitCode != 0, "terraform init finds no AWS provider: " + error);
            var applied = await Tool.RunAsync("terraform", ["apply", "-no-color", "-auto-approve"], environment, folder.FullName);
            Assert.Contains("18 added", applied, StringComparison.Ordinal);
            await Tool.RunAsync("terraform", ["plan", "-no-color", "-detailed-exitcode"], environment, folder.FullName);
            var destroyed = await Tool.RunAsync("terraform", ["destroy", "-no-color", "-auto-approve"], environment, folder.FullName);
            Assert.Contains("18 destroyed", destroyed, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
