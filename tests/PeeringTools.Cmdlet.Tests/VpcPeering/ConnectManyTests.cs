using System.Management.Automation;
using PeeringTools.Cmdlet.Tests.Module;
using PeeringTools.CmdletHost;
using PeeringTools.Core.Sessions;
using PeeringTools.Sandbox;
using static PeeringTools.Cmdlet.Tests.VpcPeering.PeeringNetwork;

namespace PeeringTools.Cmdlet.Tests.VpcPeering;

/// <summary>Connect-VpcPeering on many pairs from the pipe: the next ones begin while the first are under way, and nobody sees it but by the clock.</summary>
[Collection(SandboxCollection.Name)]
public sealed class ConnectManyTests
{
    private const string Connect = "Connect-VpcPeering -PeerProfileName partner";
    private readonly PeeringNetwork _network = new();

    private ModuleSession Session => _network.Session;

    [Fact(Timeout = 120_000)]
    public async Task The_next_one_goes_on_while_the_first_is_held_up_and_a_stop_ends_both()
    {
        _network.Sandbox.Inject(new() { Kind = FaultKind.Delay, Action = "CreateRoute", Region = "eu-west-1", Count = 1, Seconds = 600 });
        var run = Task.Run(() => Session.Session.Run(Session.Session.Parse($"{Connect} -All", path: null), [Pair(Hub, Part), Pair(Hub, Near)]), TestContext.Current.CancellationToken);
        while (await RoutesAsync("rtb-0dddddd0") < 2)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Session.Session.Stop();
        Assert.Equal(ScriptResult.Stopped, await run.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));

        // The first comes out first, so neither did.
        Assert.Empty(Session.Console.Objects);
    }

    [Fact]
    public void Results_come_in_the_order_of_the_input_and_one_that_fails_is_an_error_of_its_own()
    {
        // The first takes longest.
        _network.Sandbox.Inject(new() { Kind = FaultKind.Delay, Action = "CreateRoute", Region = "eu-west-1", Count = 1, Seconds = 0.5 });
        Session.Run($"{Connect} -All", Pair(Hub, Part), Pair(Hub, "vpc-00000000", "eu-west-1"), Pair(Hub, Near), Pair(Lab, Part));
        Assert.Equal([(Hub, Part), (Hub, Near), (Lab, Part)], Results.Select(r => (r.VpcId!, r.PeerVpcId!)));
        Assert.All(Results, r => Assert.Equal((true, "active"), (r.Changed, r.State)));
        Assert.Equal(["InvalidVpcID.NotFound"], Session.ErrorIds);
    }

    [Fact]
    public void A_pair_that_comes_twice_is_made_once()
    {
        Session.Run($"{Connect} -All", Pair(Hub, Near), Pair(Hub, Near));
        Assert.Empty(Session.Errors.Select(e => e.ToString()));
        Assert.Equal([true, false], Results.Select(r => r.Changed));
        Assert.Equal(1, Calls("CreateVpcPeeringConnection"));
    }

    [Fact]
    public void One_that_is_done_already_waits_for_its_turn()
    {
        Session.Run($"{Connect} -All", Pair(Hub, Near));
        Session.Console.Objects.Clear();
        Session.Run($"{Connect} -All", Pair(Hub, Part), Pair(Hub, Near));
        Assert.Equal([(Part, true), (Near, false)], Results.Select(r => (r.PeerVpcId!, r.Changed)));
    }

    [Fact]
    public async Task A_route_that_an_earlier_one_makes_stops_a_later_one_before_it_begins()
    {
        var twin = await MakeVpcAsync("10.20.0.0/16");
        Session.Run($"{Connect} -All -NoDnsResolution", Pair(Hub, Part), Pair(Hub, twin, "eu-west-1"));
        Assert.Equal(Part, Assert.Single(Results).PeerVpcId);
        Assert.Equal(["VpcPeeringRouteConflict"], Session.ErrorIds);
        Assert.Equal(1, Calls("CreateVpcPeeringConnection"));
    }

    [Fact]
    public async Task With_Force_the_later_one_gets_the_route()
    {
        var twin = await MakeVpcAsync("10.20.0.0/16");
        Session.Run($"{Connect} -RouteTableId rtb-0aaaaaa1 -NoDnsResolution -Force", Pair(Hub, Part), Pair(Hub, twin, "eu-west-1"));
        Assert.Empty(Session.Errors.Select(e => e.ToString()));
        Assert.Contains(Results[1].Steps, s => s.Outcome == VpcPeeringOutcome.Replaced);
        Assert.Contains($"rtb-0aaaaaa1 10.20.0.0/16 -> {Results[1].VpcPeeringConnectionId}", await _network.PictureAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_an_error_ends_the_pipeline_the_others_are_finished_and_told_before()
    {
        _network.Sandbox.Inject(new() { Kind = FaultKind.Error, Action = "CreateRoute", Region = "eu-west-1", Status = 403, Code = "UnauthorizedOperation" });
        Session.Run($"{Connect} -All -ErrorAction Stop", Pair(Hub, Part), Pair(Hub, Near), Pair(Lab, Part));
        Assert.Equal(Near, Assert.Single(Results).PeerVpcId);
        Assert.Contains("Nothing is left", Assert.Single(Session.Errors).ToString(), StringComparison.Ordinal);
        Assert.Contains(Session.Console.Warnings, w => w.StartsWith(Lab, StringComparison.Ordinal) && w.Contains("Nothing is left", StringComparison.Ordinal));
        Assert.Single((await _network.PictureAsync()).Split('\n'), l => l.Contains("hub eu-central-1 pcx-", StringComparison.Ordinal));
    }

    [Fact]
    public void Those_before_one_that_can_not_begin_come_out_before_its_error_ends_the_pipeline()
    {
        Session.Run($"{Connect} -All -ErrorAction Stop", Pair(Hub, Near), Pair(Hub, "vpc-00000000"), Pair(Lab, Near));
        Assert.Equal(Near, Assert.Single(Results).PeerVpcId);
        Assert.Equal(1, Calls("CreateVpcPeeringConnection"));
        Assert.Single(Session.Errors);
    }

    [Fact]
    public async Task A_reader_that_has_enough_leaves_nothing_half_done()
    {
        Session.Run($"{Connect} -All | Select-Object -First 1", Pair(Hub, Part), Pair(Hub, Near), Pair(Lab, Part));
        Assert.Equal(Part, Assert.Single(Results).PeerVpcId);
        var picture = await _network.PictureAsync();
        Session.Console.Objects.Clear();
        Session.Run("Get-VpcPeering -VpcId " + $"{Hub}, {Lab}");
        foreach (var peering in Session.Console.Objects.Cast<PeeringTools.VpcPeering>())
        {
            Assert.Contains($"{peering.VpcPeeringConnectionId} active dns=True dns=True", picture, StringComparison.Ordinal);
            Assert.InRange(picture.Split('\n').Count(l => l.EndsWith($"-> {peering.VpcPeeringConnectionId} active", StringComparison.Ordinal)), 2, 7);
        }
    }

    [Fact]
    public void No_more_requests_are_open_at_once_than_the_quota_allows()
    {
        _network.Sandbox.Configure(s => s.Delays[Delay.VpcPeeringRequest] = TimeSpan.FromHours(1));
        for (var i = 0; i < 22; i++)
            Session.Get<object>($"$null = New-VpcPeering {Hub} vpc-100000{i:x2} -PeerOwnerId {PartnerAccount} -PeerRegion eu-west-2");
        _network.Sandbox.Configure(s => s.Delays[Delay.VpcPeeringRequest] = TimeSpan.FromSeconds(1));
        Session.Run($"{Connect} -All", Pair(Hub, Part), Pair(Hub, Near), Pair(Lab, Part), Pair(Lab, Near));
        Assert.Empty(Session.Errors.Select(e => e.ToString()));
    }

    [Fact]
    public void A_request_is_accepted_with_one_call_however_long_it_takes_to_come()
    {
        _network.Sandbox.Configure(s => s.Delays[Delay.VpcPeeringRequest] = TimeSpan.FromSeconds(1));
        Session.Run($"{Connect} -All -NoDnsResolution", Pair(Hub, Part), Pair(Hub, Near), Pair(Lab, Part), Pair(Lab, Near));
        Assert.Equal(4, Results.Count);
        Assert.Equal(4, Calls("AcceptVpcPeeringConnection"));
    }

    private List<VpcPeeringConnectResult> Results => [.. Session.Console.Objects.Select(o => o is PSObject wrapped ? wrapped.BaseObject : o).Cast<VpcPeeringConnectResult>()];

    private static PSObject Pair(string vpcId, string peerVpcId, string? peerRegion = null)
    {
        var pair = new PSObject();
        pair.Properties.Add(new PSNoteProperty("VpcId", vpcId));
        pair.Properties.Add(new PSNoteProperty("PeerVpcId", peerVpcId));
        pair.Properties.Add(new PSNoteProperty("PeerRegion", peerRegion ?? (peerVpcId == Part ? "eu-west-1" : "eu-central-1")));
        return pair;
    }

    private int Calls(string action) => _network.Sandbox.Calls.Where(c => c.Action == action).Sum(c => c.Calls);

    private async Task<int> RoutesAsync(string table) => (await _network.PictureAsync()).Split('\n').Count(l => l.Contains($"{table} ", StringComparison.Ordinal));

    private static async Task<string> MakeVpcAsync(string block)
    {
        using var session = await SessionOpener.OpenAsync(new() { ProfileName = "partner", Region = "eu-west-1" }, observer: null);
        return (await session.Ec2.CreateVpcAsync(new() { CidrBlock = block }, default)).Vpc!.VpcId!;
    }
}
