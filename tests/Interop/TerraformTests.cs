using PeeringTools.Tests.Shared;

namespace PeeringTools.Interop.Tests;

/// <summary>Terraform with the AWS provider builds the network of Terraform/main.tf, finds nothing to change, and takes it down.</summary>
public sealed class TerraformTests
{
    [Fact]
    public async Task Apply_an_empty_plan_and_destroy()
    {
        await Tool.NeedAsync("terraform", "version");
        if (TerraformProviders.Find() is not { } mirror)
        {
            Assert.Skip(TerraformProviders.Missing);
            return;
        }

        await using var sandbox = await SandboxProcess.StartAsync();
        var folder = Directory.CreateTempSubdirectory("peering-terraform-");
        try
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Terraform", "main.tf"), Path.Combine(folder.FullName, "main.tf"));
            var environment = sandbox.Environment();
            foreach (var (name, value) in TerraformProviders.Configure(mirror, folder.FullName))
                environment[name] = value;
            await Tool.RunAsync("terraform", ["init", "-no-color", "-input=false"], environment, folder.FullName);
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
