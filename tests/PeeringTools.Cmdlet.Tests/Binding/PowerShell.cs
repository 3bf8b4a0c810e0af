using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using PeeringTools.Cmdlet.Tests.Cmdlets;

namespace PeeringTools.Cmdlet.Tests.Binding;

/// <summary>The PowerShell on the PATH, where there is one.</summary>
internal static class PowerShell
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Runs each line in a runspace of its own; skips the test where there is no pwsh.</summary>
    public static async Task<CaseResult[]> RunAsync(IEnumerable<string> lines)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(lines));
            var output = await RunScriptAsync(Path.Combine(AppContext.BaseDirectory, "Binding", "run-cases.ps1"), typeof(ProbeCmdlet).Assembly.Location, file);
            return JsonSerializer.Deserialize<CaseResult[]>(output, Options)!;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Runs a script file and returns its standard output; skips the test where there is no pwsh.</summary>
    public static async Task<string> RunScriptAsync(string path, params string[] arguments)
    {
        var start = new ProcessStartInfo("pwsh", ["-NoProfile", "-NonInteractive", "-File", path, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NO_COLOR"] = "1", ["TERM"] = "dumb" },
        };
        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return await output;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("pwsh isn't on the PATH.");
            throw;
        }
    }
}
