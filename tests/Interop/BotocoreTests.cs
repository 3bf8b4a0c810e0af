namespace PeeringTools.Interop.Tests;

/// <summary>boto3 calls every operation of the models; botocore must parse every answer, and know every element in it.</summary>
public sealed class BotocoreTests
{
    [Fact]
    public async Task Every_operation_is_answered_and_parsed()
    {
        await Tool.NeedAsync("python3", "-c", "import boto3");
        await using var sandbox = await SandboxProcess.StartAsync(Path.Combine(AppContext.BaseDirectory, "Network"));
        var output = await Tool.RunAsync("python3", ["-W", "error::UserWarning", Path.Combine(AppContext.BaseDirectory, "every_operation.py"), Repository.Find("src/PeeringTools.Aws/Models")], sandbox.Environment());
        Assert.Contains("112 operations", output, StringComparison.Ordinal);
    }
}
