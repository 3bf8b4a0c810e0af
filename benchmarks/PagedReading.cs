using BenchmarkDotNet.Attributes;
using PeeringTools.CmdletHost;
using PeeringTools.CmdletHost.Formatting;
using PeeringTools.CmdletHost.Modules;

namespace PeeringTools.Benchmarks;

/// <summary>10,000 peerings in pages of 1,000: through the cmdlet, and by a bare loop over the same bytes.</summary>
[MemoryDiagnoser]
public class PagedReading : IDisposable
{
    private const int Count = 10_000;
    private readonly CountingConsole _console = new();
    private PageServer _server = null!;
    private BareReader _bare = null!;
    private Session _session = null!;
    private int _runs;

    [GlobalSetup]
    public void Start()
    {
        Surroundings.SetCredentials();
        _server = PageServer.Start(Count);
        _bare = new BareReader(_server.Url);
        _session = new Session(_console);
        BinaryModule.Import(Surroundings.Manifest, _session, new ViewTable());
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _bare.Dispose();
        _server.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public async Task<int> BareLoop() => Checked(await _bare.CountAsync());

    [Benchmark(OperationsPerInvoke = Count)]
    public int Cmdlet()
    {
        _console.Count = 0;

        // The cmdlet keeps under EC2's rate of reads in each Region; that pause isn't the reading.
        _session.Run(_session.Parse($"Get-VpcPeering -Region eu-bench-{++_runs} -EndpointUrl {_server.Url}", path: null));
        return Checked(_console.Count);
    }

    private static int Checked(int count) => count == Count ? count : throw new InvalidOperationException($"{count} peerings were read, not {Count}.");
}
