using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PeeringTools.Benchmarks;

switch (args)
{
    case ["serve", var count]:
        await PageServer.ServeAsync(int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["pages"]:
        // In this process: the server's process is started from it, and the load context is the one that the Host uses.
        BenchmarkRunner.Run<PagedReading>(DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithArtifactsPath(Path.Combine(Surroundings.Root, "BenchmarkDotNet.Artifacts")));
        return 0;
    case ["cold"]:
        return await ColdStart.RunAsync();
    case ["memory"]:
        return await PeakMemory.RunAsync();
    case ["import"]:
        return await ModuleImport.RunAsync();
    case ["peerings"]:
        return await BulkPeering.RunAsync();
    default:
        Console.Error.WriteLine("Say what to measure: pages, cold, memory, import or peerings.");
        return 1;
}
