using System.Diagnostics;
using System.Globalization;

namespace PeeringTools.Benchmarks;

/// <summary>One read, from process start to exit, against the sandbox over HTTP: peering beside the AWS CLI.</summary>
internal static class ColdStart
{
    private const int Rounds = 15;

    public static async Task<int> RunAsync()
    {
        if (Timing.Find("aws") is not { } aws)
        {
            await Console.Error.WriteLineAsync("Not measured: the AWS CLI ('aws') is not on this machine.");
            return 1;
        }

        await PublishedHost.PublishAsync();
        using var sandbox = Process.Start(new ProcessStartInfo(PublishedHost.Path, ["sandbox", "--port", "0", "--path", Path.Combine(Surroundings.Root, "examples", "hybrid-network")])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        })!;
        try
        {
            var url = await UrlAsync(sandbox.StandardOutput);
            var medians = await Timing.MediansAsync(
                Rounds,
                (PublishedHost.Path, ["-c", $"Get-VpcPeering -EndpointUrl {url}"]),
                (aws, ["ec2", "describe-vpc-peering-connections", "--endpoint-url", url]));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peering {medians[0]:0} ms, aws {medians[1]:0} ms, ratio {medians[0] / medians[1]:0.00} (medians of {Rounds})"));
            return 0;
        }
        finally
        {
            sandbox.Kill();
            await sandbox.WaitForExitAsync();
        }
    }

    private static async Task<string> UrlAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            var at = line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal);
            if (at >= 0)
                return line[at..].Split(' ', '\'', '"')[0].TrimEnd('.');
        }

        throw new InvalidOperationException("The sandbox did not start.");
    }
}
