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
        await using var sandbox = await SandboxProcess.StartAsync(Path.Combine(Surroundings.Root, "examples", "hybrid-network"));
        var medians = await Timing.MediansAsync(
            Rounds,
            (PublishedHost.Path, ["-c", $"Get-VpcPeering -EndpointUrl {sandbox.Url}"]),
            (aws, ["ec2", "describe-vpc-peering-connections", "--endpoint-url", sandbox.Url]));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peering {medians[0]:0} ms, aws {medians[1]:0} ms, ratio {medians[0] / medians[1]:0.00} (medians of {Rounds})"));
        return 0;
    }
}
