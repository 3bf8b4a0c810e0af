using System.Diagnostics;

namespace PeeringTools.Benchmarks;

/// <summary>Whole programs, timed from start to exit.</summary>
internal static class Timing
{
    /// <summary>Runs the candidates by turns, so that what else the machine does hits all alike, and gives the median of each in milliseconds.</summary>
    public static async Task<double[]> MediansAsync(int rounds, params (string File, string[] Arguments)[] candidates)
    {
        var times = candidates.Select(_ => new List<double>(rounds)).ToArray();
        foreach (var candidate in candidates)
            await RunAsync(candidate.File, candidate.Arguments);
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < candidates.Length; i++)
                times[i].Add((await RunAsync(candidates[i].File, candidates[i].Arguments)).Milliseconds);
        }

        return [.. times.Select(t => t.Order().ElementAt(t.Count / 2))];
    }

    /// <summary>Runs a program; a failure ends the measurement.</summary>
    public static async Task<(double Milliseconds, long PeakBytes)> RunAsync(string file, params string[] arguments)
    {
        var run = await RunAsync(file, arguments, Surroundings.Credentials);
        return run.ExitCode == 0 ? (run.Milliseconds, run.PeakBytes) : throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {run.ExitCode}: {run.Error}");
    }

    /// <summary>Runs a program in an environment, with a text on its standard input.</summary>
    public static async Task<ProgramRun> RunAsync(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string folder = "", string input = "")
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = folder };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var peak = WatchAsync(process);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return new(process.ExitCode, await output, await error, elapsed, await peak);
    }

    /// <summary>The named program on the PATH, or null.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static async Task<long> WatchAsync(Process process)
    {
        long peak = 0;
        try
        {
            while (!process.HasExited)
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
                await Task.Delay(5);
            }
        }
        catch (InvalidOperationException)
        {
            // It ended between the two looks: what was seen last is the peak.
        }

        return peak;
    }
}

/// <summary>How a program's run was.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Error, double Milliseconds, long PeakBytes);
