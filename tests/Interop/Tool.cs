using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace PeeringTools.Interop.Tests;

/// <summary>A tool of somebody else's, run as people run it.</summary>
internal static class Tool
{
    /// <summary>Runs it and gives its standard output; fails with its standard error.</summary>
    public static async Task<string> RunAsync(string file, IEnumerable<string> arguments, Dictionary<string, string?> environment, string? folder = null)
    {
        var (exitCode, output, error) = await TryAsync(file, arguments, environment, folder);
        Assert.True(exitCode == 0, $"{file} {string.Join(' ', arguments)} ended with {exitCode}:\n{error}\n{output}");
        return output;
    }

    public static async Task<(int ExitCode, string Output, string Error)> TryAsync(string file, IEnumerable<string> arguments, Dictionary<string, string?> environment, string? folder = null)
    {
        var start = new ProcessStartInfo(file) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder ?? "" };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = new StringBuilder();
        process.ErrorDataReceived += (_, line) => error.AppendLine(line.Data);
        process.BeginErrorReadLine();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, error.ToString());
    }

    /// <summary>Skips the test where the tool isn't on this machine.</summary>
    public static async Task NeedAsync(string file, params string[] arguments)
    {
        int exitCode;
        try
        {
            (exitCode, _, _) = await TryAsync(file, arguments, []);
        }
        catch (Win32Exception)
        {
            exitCode = -1;
        }
        Assert.SkipWhen(exitCode != 0, $"'{file} {string.Join(' ', arguments)}' doesn't run on this machine.");
    }

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
