using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PeeringTools.Cmdlet.Tests.Module;
using PeeringTools.Sandbox;
using static PeeringTools.Cmdlet.Tests.VpcPeering.PeeringNetwork;

namespace PeeringTools.Cmdlet.Tests.VpcPeering;

/// <summary>Connect-VpcPeering with a fault at every single call it makes.</summary>
[Collection(SandboxCollection.Name)]
public sealed partial class ConnectFaultTests
{
    private const string Script = $"Connect-VpcPeering {Hub} {Part} -PeerRegion eu-west-1 -PeerProfileName partner -RouteTableId rtb-0aaaaaa1, rtb-0cccccc0";

    private static readonly (string Name, Func<Call, Fault> Make)[] Faults =
    [
        ("refused", call => call.Fault(FaultKind.Error, status: 403, code: "UnauthorizedOperation")),
        ("throttled once", call => call.Fault(FaultKind.Throttle)),
        ("throttled for good", call => call.Fault(FaultKind.Throttle, count: null)),
        ("dropped before", call => call.Fault(FaultKind.Drop)),
        ("dropped after", call => call.Fault(FaultKind.Drop, afterChange: true)),
        ("dropped for good", call => call.Fault(FaultKind.Drop, count: null)),
        ("server error", call => call.Fault(FaultKind.Error, status: 500)),
    ];

    [Fact]
    public async Task Afterwards_the_network_is_as_before_or_finished_or_the_error_names_exactly_what_is_left()
    {
        var (calls, finished) = await RehearseAsync();
        var table = new StringBuilder();
        var wrong = new List<string>();
        foreach (var call in calls)
        {
            // A question that fails is the same to all kinds of loss, and a create is never sent again, however often it would be lost.
            foreach (var (name, make) in Faults.Where(f => !call.IsChange ? f.Name is "refused" or "throttled once" or "dropped for good" : !call.IsCreate || f.Name is not ("dropped for good" or "server error")))
            {
                var (outcome, isRight) = await RunAsync(make(call), finished);
                table.AppendLine(CultureInfo.InvariantCulture, $"{call,-58} {name,-19} {outcome}");
                if (!isRight)
                    wrong.Add($"{call} {name}: {outcome}");
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine(table.ToString());
        Assert.Empty(wrong);
        Assert.True(calls.Count(c => c.IsChange) >= 9, table.ToString());
    }

    // A run without faults tells the calls and what the network is like at the end.
    private static async Task<(IReadOnlyList<Call> Calls, string Finished)> RehearseAsync()
    {
        var network = new PeeringNetwork();
        network.Session.Get<VpcPeeringConnectResult>(Script + " -Verbose");
        var seen = new Dictionary<(string, string), int>();
        var calls = new List<Call>();
        foreach (var match in network.Session.Console.Verbose.Select(line => CallLine().Match(line)).Where(m => m.Success))
        {
            var key = (match.Groups["action"].Value, match.Groups["region"].Value);
            seen[key] = seen.GetValueOrDefault(key) + 1;
            calls.Add(new(key.Item1, key.Item2, seen[key]));
        }

        return (calls, Anonymous(await network.PictureAsync()));
    }

    private static async Task<(string Outcome, bool IsRight)> RunAsync(Fault fault, string finished)
    {
        var network = new PeeringNetwork();
        var before = await network.PictureAsync();
        network.Sandbox.Inject(fault);
        network.Session.Run(Script);
        network.Sandbox.ClearFaults();
        var after = await network.PictureAsync();
        var error = network.Session.Errors.SingleOrDefault();
        if (error is null)
            return ("finished", Anonymous(after) == finished && network.Session.Objects().Count() == 1);

        var id = ((PeeringException)error.Exception).ErrorId;
        var said = error.ToString();
        var isNothingLeft = !said.Contains("Left: ", StringComparison.Ordinal);
        if (after == before)
            return ($"as before ({id})", isNothingLeft);

        var left = after.Split('\n').Except(before.Split('\n'), StringComparer.Ordinal).ToList();
        var isNamed = !before.Split('\n').Except(after.Split('\n'), StringComparer.Ordinal).Any() && left.TrueForAll(line => IsNamed(line, said));
        if (!isNamed)
            return ($"WRONG ({id}): {string.Join(" | ", left)} but: {said}", false);

        // The named lines remove it, and then it is as before.
        var advice = error.ErrorDetails!.RecommendedAction;
        foreach (var line in advice[(advice.IndexOf("with: ", StringComparison.Ordinal) + 6)..].Split("; "))
            new ModuleSession().Run(line + " -Confirm:$false");
        return ($"named: {said[said.IndexOf("Left: ", StringComparison.Ordinal)..]} ({id})", await EndsAsAsync(network, before));
    }

    private static async Task<bool> EndsAsAsync(PeeringNetwork network, string before)
    {
        for (var look = 0; look < 50; look++)
        {
            if (await network.PictureAsync() == before)
                return true;
            await Task.Delay(50);
        }

        return false;
    }

    // "hub eu-central-1 pcx-1 active ..." or "hub eu-central-1 rtb-1 10.0.0.0/16 -> pcx-1 active"; another side's view of a peering names it as well.
    private static bool IsNamed(string line, string said)
    {
        var parts = line.Split(' ');
        return parts is [_, _, var table, var destination, "->", ..]
            ? said.Contains($"{destination} -> ", StringComparison.Ordinal) && said.Contains($"in {table}", StringComparison.Ordinal)
            : said.Split("Left: ") is [_, var left] && left.Contains($"peering {parts[2]}", StringComparison.Ordinal);
    }

    private static string Anonymous(string picture) => PeeringId().Replace(picture, "pcx");

    [GeneratedRegex(@"^ec2 (?<action>\w+) in (?<region>[\w-]+): HTTP", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CallLine();

    [GeneratedRegex("pcx-[0-9a-f]+", RegexOptions.NonBacktracking)]
    private static partial Regex PeeringId();

    /// <summary>A call of the cmdlet: the nth of its action in that Region.</summary>
    private sealed record Call(string Action, string Region, int Nth)
    {
        public bool IsChange => !Action.StartsWith("Describe", StringComparison.Ordinal);

        public bool IsCreate => Action.StartsWith("Create", StringComparison.Ordinal);

        public Fault Fault(FaultKind kind, int? count = 1, bool afterChange = false, int status = 500, string? code = null) =>
            new() { Kind = kind, Action = Action, Region = Region, Nth = Nth, Count = count, AfterChange = afterChange, Status = status, Code = code };

        public override string ToString() => $"{Action} in {Region}{(Nth == 1 ? "" : $" ({Nth})")}";
    }
}
