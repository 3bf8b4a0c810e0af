using System.Diagnostics;
using System.Globalization;

namespace PeeringTools.Cmdlet.Tests.Host;

/// <summary>The program itself, with the staged package.</summary>
public sealed class ProcessTests
{
    [Theory]
    [InlineData("'a'; 5", "a\n5\n", 0)]
    [InlineData("@{ a = 1 } | ConvertTo-Json -Compress", "{\"a\":1}\n", 0)]
    [InlineData("Sort-Object -Nope", "", 1)]
    [InlineData("Sort-Object -Nope; 'next'", "next\n", 1)]
    [InlineData("@{ a = 1 } | Select-Object -ExpandProperty nope; 'next'", "next\n", 0)]
    [InlineData("$ErrorActionPreference = 'Stop'; @{ a = 1 } | Select-Object -ExpandProperty nope; 'next'", "", 1)]
    [InlineData("Get-Process", "", 1)]
    public async Task Exit_codes_tell_how_it_ended(string script, string output, int exitCode)
    {
        var result = await RunAsync(["-c", script]);
        Assert.Equal((output, exitCode), (result.Output, result.ExitCode));
    }

    [Fact]
    public async Task A_construct_that_needs_PowerShell_is_shown_with_its_place()
    {
        var result = await RunAsync(["-c", "'a'\n  if ($x) { }"]);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("line:2:3: needs PowerShell: 'if'\n   2 |   if ($x) { }\n     |   ^\n", result.Errors);
    }

    [Fact]
    public async Task Json_lines_come_in_and_go_out()
    {
        var result = await RunAsync(["-c", "Where-Object N -gt 1", "--output", "json"], "{\"N\":1}\n{\"N\":2,\"M\":[1]}\n[{\"N\":3},{\"N\":0}]\n");
        Assert.Equal(("{\"N\":2,\"M\":[1]}\n{\"N\":3}\n", 0), (result.Output, result.ExitCode));
    }

    [Fact]
    public async Task Input_that_is_no_JSON_fails()
    {
        var result = await RunAsync(["-c", "Where-Object N -gt 1"], "nope\n");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Line 1", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_file_runs_and_its_errors_name_their_line()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".ps1");
        await File.WriteAllTextAsync(file, "Import-Module PeeringTools\n\"in $PSScriptRoot\"\nSort-Object -Nope\n");
        try
        {
            var result = await RunAsync(["run", file]);
            Assert.Equal(($"in {Path.GetDirectoryName(file)}\n", 1), (result.Output, result.ExitCode));
            Assert.Contains($"Sort-Object: A parameter cannot be found that matches parameter name 'Nope'.\n  at {file}:3\n   3 | Sort-Object -Nope", result.Errors, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("65536")]
    public async Task A_port_that_is_none_is_named_with_the_range(string port)
    {
        var result = await RunAsync(["sandbox", "--port", port]);
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"--port '{port}' isn't a port; allowed is 0..65535.", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var result = await RunAsync(["run", "nope.ps1"]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("nope.ps1", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_exported_cmdlet_is_found()
    {
        var result = await RunAsync(["-c", "Get-PeeringSandbox"]);
        Assert.Equal((string.Empty, string.Empty, 0), (result.Output, result.Errors, result.ExitCode));
    }

    [Fact]
    public async Task Ctrl_C_ends_it_while_it_waits_for_input()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Signals are sent by kill.");
        using var process = Start(["-c", "'ready'; Where-Object N -gt 1; Where-Object N -gt 1"]);
        await process.StandardInput.WriteLineAsync("{\"N\":2}");
        await process.StandardInput.FlushAsync();
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync());
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(130, process.ExitCode);
    }

    private static Process Start(string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "peering.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static async Task<(string Output, string Errors, int ExitCode)> RunAsync(string[] arguments, string input = "")
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return ((await output).ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"), process.ExitCode);
    }
}
