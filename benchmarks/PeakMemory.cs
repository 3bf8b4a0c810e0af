using System.Globalization;

namespace PeeringTools.Benchmarks;

/// <summary>The most memory that a read takes: of 100,000 peerings beside 1,000. A reader that streams takes the same.</summary>
internal static class PeakMemory
{
    public static async Task<int> RunAsync()
    {
        await PublishedHost.PublishAsync();
        var few = await OfAsync(1_000);
        var many = await OfAsync(100_000);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"1,000 peerings {few >> 20} MiB, 100,000 peerings {many >> 20} MiB, ratio {(double)many / few:0.00}"));
        return 0;
    }

    private static async Task<long> OfAsync(int count)
    {
        using var server = PageServer.Start(count);
        var peaks = new List<long>();
        for (var round = 0; round < 5; round++)
            peaks.Add((await Timing.RunAsync(PublishedHost.Path, "-c", $"Get-VpcPeering -EndpointUrl {server.Url} | Out-Null")).PeakBytes);
        return peaks.Order().ElementAt(peaks.Count / 2);
    }
}
