using System.Globalization;
using System.Xml.Linq;
using PeeringTools.Cmdlet.Tests.Module;
using PeeringTools.Core.Sandboxes;
using PeeringTools.Sandbox;
using PeeringTools.Sandbox.Files;

namespace PeeringTools.Cmdlet.Tests.Lives;

/// <summary>
/// Two accounts, hub and partner, with VPCs in two Regions each; a clock that stands still unless it is stepped; and everything that the cmdlets said on the wire. Each world has accounts of its own, so that the
/// pacing of one doesn't hold up the next.
/// </summary>
internal sealed class PeeringWorld
{
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 3, 0, 0, TimeSpan.Zero);
    private static long _lastAccount = 300_000_000_000;
    private readonly List<WireCall> _calls = [];
    private readonly List<(string Id, Place Place)> _vpcs = [];
    private readonly List<(string Id, Place Place)> _gateways = [];
    private LocalSandbox? _sandbox;

    private PeeringWorld()
    {
        var (hub, partner) = (NewAccount(), NewAccount());
        Places = [new(hub, "hub", "eu-central-1"), new(hub, "hub", "eu-west-1"), new(partner, "partner", "eu-central-1"), new(partner, "partner", "eu-west-1")];
    }

    public ModuleSession Session { get; } = new();

    public IReadOnlyList<Place> Places { get; }

    /// <summary>Two in each place; then one whose block overlaps another, and the last one has no DNS host names.</summary>
    public IReadOnlyList<(string Id, Place Place)> Vpcs => _vpcs;

    /// <summary>A transit gateway in each place.</summary>
    public IReadOnlyList<(string Id, Place Place)> Gateways => _gateways;

    public static async Task<PeeringWorld> MakeAsync()
    {
        var world = new PeeringWorld();
        await world.FillAsync();
        return world;
    }

    /// <summary>Runs a line; gives what came of it and the changes that were asked of the service meanwhile.</summary>
    public CommandRun Run(string line)
    {
        var console = Session.Console;
        var (objects, errors, warnings, calls) = (console.Objects.Count, console.Errors.Count, console.Warnings.Count, _calls.Count);
        Session.Run(line);
        return new(
            line, [.. Session.Objects().Skip(objects)], [.. console.Errors.Skip(errors)], [.. console.Warnings.Skip(warnings)], [.. _calls.Skip(calls).Where(c => c.IsChange)]);
    }

    /// <summary>What a place is shown.</summary>
    public async Task<T> AskAsync<T>(Place place, string action, Func<XElement, T> read) => read((await SendAsync(place, action)).Xml);

    /// <summary>Forbids an account one action, and allows everything else.</summary>
    public void Forbid(string account, string? action) => _sandbox!.Configure(settings =>
    {
        settings.Denied.Clear();
        if (action is not null)
            settings.Denied.Add(new(account, "ec2:" + action));
    });

    private static string NewAccount() => Interlocked.Increment(ref _lastAccount).ToString(CultureInfo.InvariantCulture);

    private async Task FillAsync()
    {
        _sandbox = new SandboxFactory(new StoppedTime(), KeySeal.OfUser).CreateLocal();
        _sandbox.Configure(settings => settings.Accounts.AddRange(Places.DistinctBy(p => p.Account).Select(p => new SandboxAccount(p.Account, p.ProfileName, [p.ProfileName]))));
        SandboxLatch.Start(new InterceptedSandbox(_sandbox, async (request, send) =>
        {
            var answer = await send(request);
            _calls.Add(new(request, (int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
            return answer;
        }));
        for (var i = 0; i < 10; i++)
        {
            var place = Places[i % Places.Count];
            var made = await SendAsync(place, "CreateVpc", $"CidrBlock=10.{(i == 8 ? 2 : i)}.0.0/16");
            var id = made.Xml.Descendants().Single(e => e.Name.LocalName == "vpcId").Value;
            _vpcs.Add((id, place));
            if (i < 9)
                await SendAsync(place, "ModifyVpcAttribute", $"VpcId={id}&EnableDnsHostnames.Value=true");
        }

        foreach (var place in Places)
        {
            var made = await SendAsync(place, "CreateTransitGateway");
            _gateways.Add((made.Xml.Descendants().Single(e => e.Name.LocalName == "transitGatewayId").Value, place));
        }

        _sandbox.StepClock(TimeSpan.FromMinutes(1));
    }

    private async Task<WireCall> SendAsync(Place place, string action, string parameters = "")
    {
        using var http = new HttpMessageInvoker(_sandbox!.CreateHandler());
        var body = $"Action={action}&Version=2016-11-15&{parameters}";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"https://ec2.{place.Region}.amazonaws.com/") { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={place.Account}/20260601/{place.Region}/ec2/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await http.SendAsync(request, default);
        var call = new WireCall(body, (int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        Assert.True(call.IsDone, call.Answer);
        return call;
    }

    private sealed class StoppedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Start;
    }
}
