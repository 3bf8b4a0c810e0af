using System.Diagnostics;
using System.Net.Http.Json;

namespace PeeringTools.Benchmarks;

/// <summary>The published Host's <c>peering sandbox</c>, in a process of its own.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SandboxProcess(Process process, string url)
    {
        _process = process;
        Url = url;
    }

    public string Url { get; }

    public static async Task<SandboxProcess> StartAsync(string path)
    {
        var process = Process.Start(new ProcessStartInfo(PublishedHost.Path, ["sandbox", "--port", "0", "--path", path]) { RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var at = line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal);
            if (at >= 0)
                return new(process, line[at..].Split(' ', '\'', '"')[0].TrimEnd('.'));
        }

        throw new InvalidOperationException("The sandbox did not start.");
    }

    /// <summary>The calls that it was sent so far.</summary>
    public async Task<IReadOnlyList<ActionCalls>> CallsAsync()
    {
        using var http = new HttpClient();
        return (await http.GetFromJsonAsync<List<ActionCalls>>($"{Url}/_sandbox/calls"))!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
