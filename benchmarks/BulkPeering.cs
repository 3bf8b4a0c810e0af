using System.Globalization;
using System.Text.Json;
using PeeringTools.Tests.Shared;

namespace PeeringTools.Benchmarks;

/// <summary>
/// 200 peerings from end to end (requested, accepted, waited for, DNS resolution on both sides, four routes each), against the sandbox over HTTP with EC2's token buckets on: beside what the buckets let through at best, and beside Terraform.
/// </summary>
internal static class BulkPeering
{
    private const string Line = $"Connect-VpcPeering -PeerRegion {BulkNetwork.PeerRegion} -PeerProfileName {BulkNetwork.PeerProfile} -All";

    public static async Task<int> RunAsync()
    {
        await PublishedHost.PublishAsync();
        var folder = Directory.CreateTempSubdirectory("peering-bulk-");
        try
        {
            var network = folder.CreateSubdirectory("network").FullName;
            BulkNetwork.Write(network);
            var own = await OursAsync(network, folder.FullName);
            await TerraformAsync(network, folder.CreateSubdirectory("terraform").FullName, own);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> OursAsync(string network, string folder)
    {
        await using var sandbox = await SandboxProcess.StartAsync(network);
        var profiles = Path.Combine(folder, "credentials");
        await File.WriteAllTextAsync(profiles, $"[{BulkNetwork.PeerProfile}]\naws_access_key_id = {BulkNetwork.PeerAccount}\naws_secret_access_key = sandbox\n");
        var environment = new Dictionary<string, string>(Surroundings.Credentials, StringComparer.Ordinal)
        {
            ["AWS_ENDPOINT_URL"] = sandbox.Url,
            ["AWS_REGION"] = BulkNetwork.Region,
            ["AWS_SHARED_CREDENTIALS_FILE"] = profiles,
        };
        var run = await Timing.RunAsync(PublishedHost.Path, ["-c", Line, "--output", "json"], environment, folder, BulkNetwork.Pairs);
        var made = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).Count(IsMade);
        if (run.ExitCode != 0 || run.Error.Length > 0 || made != BulkNetwork.Peerings)
            throw new InvalidOperationException($"peering ended with {run.ExitCode} and {made} of {BulkNetwork.Peerings} peerings: {run.Error}");

        var calls = await sandbox.CallsAsync();
        var slowest = calls.MaxBy(c => c.LeastSeconds)!;
        var seconds = run.Milliseconds / 1000;
        Say($"pairs.jsonl | peering -c \"{Line}\"");
        Say($"  {seconds:0.0} s; the buckets let it through in {slowest.LeastSeconds:0.0} s at best ({slowest.Calls - slowest.Throttled} {slowest.Action} of {slowest.Account} in {slowest.Region}): ratio {seconds / slowest.LeastSeconds:0.00}");
        SayCalls(calls);
        return seconds;
    }

    private static async Task TerraformAsync(string network, string folder, double own)
    {
        if (Timing.Find("terraform") is not { } terraform)
        {
            Say($"terraform: not measured, it is not on this machine.");
            return;
        }

        if (TerraformProviders.Find() is not { } mirror)
        {
            Say($"terraform: not measured. {TerraformProviders.Missing}");
            return;
        }

        await using var sandbox = await SandboxProcess.StartAsync(network);
        BulkNetwork.WriteTerraform(folder);
        var environment = new Dictionary<string, string>(Surroundings.Credentials, StringComparer.Ordinal) { ["AWS_ENDPOINT_URL"] = sandbox.Url };
        foreach (var (name, value) in TerraformProviders.Configure(mirror, folder))
            environment[name] = value;
        await RunAsync(terraform, ["init", "-no-color", "-input=false"], environment, folder);
        var run = await RunAsync(terraform, ["apply", "-no-color", "-input=false", "-auto-approve"], environment, folder);
        if (!run.Output.Contains($"{8 * BulkNetwork.Peerings} added", StringComparison.Ordinal))
            throw new InvalidOperationException($"terraform made something else: {run.Output[^1000..]}");

        var seconds = run.Milliseconds / 1000;
        Say($"terraform apply -auto-approve");
        Say($"  {seconds:0.0} s: ratio of peering to it {own / seconds:0.00}");
        SayCalls(await sandbox.CallsAsync());
    }

    private static async Task<ProgramRun> RunAsync(string terraform, string[] arguments, Dictionary<string, string> environment, string folder)
    {
        var run = await Timing.RunAsync(terraform, arguments, environment, folder);
        return run.ExitCode == 0 ? run : throw new InvalidOperationException($"terraform {arguments[0]} ended with {run.ExitCode}: {run.Error}");
    }

    private static bool IsMade(JsonElement result) =>
        result.GetProperty("Changed").GetBoolean() && result.GetProperty("State").GetString() == "active" && result.GetProperty("Steps").EnumerateArray().Count() == 9;

    private static void SayCalls(IReadOnlyList<ActionCalls> calls)
    {
        Say($"  {calls.Sum(c => c.Calls)} calls, {calls.Sum(c => c.Throttled)} of them throttled");
        foreach (var call in calls.Where(c => c.Calls > 0).OrderByDescending(c => c.LeastSeconds).ThenByDescending(c => c.Calls).Take(8))
            Say($"    {call.Calls,6} {call.Action} of {call.Account} in {call.Region}, {call.Throttled} throttled; {call.LeastSeconds:0.0} s at best");
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
