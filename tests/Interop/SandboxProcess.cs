using System.Diagnostics;
using System.Net.Http.Json;

namespace PeeringTools.Interop.Tests;

/// <summary><c>peering sandbox --port 0</c> in a process of its own.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http = new();

    private SandboxProcess(Process process, string url)
    {
        _process = process;
        Url = url;
    }

    public string Url { get; }

    public int Id => _process.Id;

    public static async Task<SandboxProcess> StartAsync(string? path = null)
    {
        var process = Start(["sandbox", "--port", "0", .. path is null ? Array.Empty<string>() : ["--path", path]]);
        var greeting = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        var url = greeting.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('.');
        return new SandboxProcess(process, url);
    }

    /// <summary>Starts the Host that was built beside the tests.</summary>
    public static Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "peering.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>What AWS tools must find in their environment to come here, and nothing that leads elsewhere.</summary>
    public Dictionary<string, string?> Environment(string account = "111111111111", string region = "eu-west-1") => new(StringComparer.Ordinal)
    {
        ["AWS_ENDPOINT_URL"] = Url,
        ["AWS_ACCESS_KEY_ID"] = account,
        ["AWS_SECRET_ACCESS_KEY"] = "sandbox",
        ["AWS_SESSION_TOKEN"] = null,
        ["AWS_PROFILE"] = null,
        ["AWS_REGION"] = region,
        ["AWS_DEFAULT_REGION"] = region,
        ["AWS_CONFIG_FILE"] = Path.Combine(AppContext.BaseDirectory, "no-such-file"),
        ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(AppContext.BaseDirectory, "no-such-file"),
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_PAGER"] = "",
        ["PYTHONDONTWRITEBYTECODE"] = "1",
    };

    public async Task StepClockAsync(TimeSpan by) =>
        (await _http.PostAsJsonAsync($"{Url}/_sandbox/clock", new { seconds = by.TotalSeconds })).EnsureSuccessStatusCode();

    public Task<bool> ExitsAsync(TimeSpan within) => Task.Run(() => _process.WaitForExit(within));

    public int ExitCode => _process.ExitCode;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
