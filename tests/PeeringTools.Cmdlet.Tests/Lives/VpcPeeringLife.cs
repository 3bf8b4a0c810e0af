using PeeringTools.Core.Rules;

namespace PeeringTools.Cmdlet.Tests.Lives;

/// <summary>VPC peerings and their DNS options.</summary>
internal sealed class VpcPeeringLife(PeeringWorld world, Tally tally) : Life(world, tally)
{
    private const string NotFound = "InvalidVpcPeeringConnectionID.NotFound";
    private const string Nobodys = "pcx-0123456789abcdef0";
    private const string SetOptions = "ModifyVpcPeeringConnectionOptions";

    private static readonly Dictionary<string, Move> Moves = new(StringComparer.Ordinal)
    {
        ["accept"] = new("AcceptVpcPeeringConnection", "Approve-VpcPeering", ["provisioning"], ["provisioning", "active"]),
        ["reject"] = new("RejectVpcPeeringConnection", "Deny-VpcPeering -PassThru -Confirm:$false", ["rejected"], ["rejected"]),
        ["delete"] = new("DeleteVpcPeeringConnection", "Remove-VpcPeering -PassThru -Confirm:$false", ["deleting", "deleted"], ["deleting", "deleted", "rejected", "failed", "expired"]),
    };

    private Dictionary<string, SeenPeering> _seen = new(StringComparer.Ordinal);

    protected override StateTable States => VpcPeeringStates.Table;

    protected override IReadOnlyList<string> Actions { get; } = ["CreateVpcPeeringConnection", SetOptions, SetOptions, .. Moves.Values.Select(m => m.Action)];

    protected override Action Do(Step step) => step.Act switch
    {
        Act.Create or Act.CreateMore => Create(step),
        Act.Accept or Act.AcceptMore => Change("accept", step),
        Act.Reject => Change("reject", step),
        Act.Delete => Change("delete", step),
        _ => SetOption(step),
    };

    protected override string? StateOf(string id) => _seen.GetValueOrDefault(id)?.State;

    protected override async Task LookAsync(Place reader)
    {
        var before = _seen;
        _seen = new(StringComparer.Ordinal);
        foreach (var place in World.Places)
        {
            var shown = (await World.AskAsync(place, "DescribeVpcPeeringConnections", SeenPeering.ReadAll)).ToList();
            foreach (var peering in shown)
            {
                var other = _seen.GetValueOrDefault(peering.Id);
                CheckState(before.GetValueOrDefault(peering.Id)?.State, other?.State, peering.State);
                _seen[peering.Id] = peering with { RequesterDns = peering.RequesterDns ?? other?.RequesterDns, AccepterDns = peering.AccepterDns ?? other?.AccepterDns };
            }

            if (place != reader)
                continue;
            CheckGet(World.Run($"Get-VpcPeering {place.Parameters}"), shown.Where(p => !States.IsEnded(p.State)).Select(p => (p.Id, p.State)));
            CheckGet(World.Run($"Get-VpcPeering {place.Parameters} -IncludeEnded"), shown.Select(p => (p.Id, p.State)));
        }
    }

    private Action Create(Step step)
    {
        var before = _seen;
        var (from, to) = (World.Vpcs[step.What % World.Vpcs.Count], World.Vpcs[step.How % World.Vpcs.Count]);
        var place = step.Who % 4 == 0 ? World.Places[step.Who / 4 % World.Places.Count] : from.Place;
        var run = World.Run(step.Who % 3 == 0
            ? $"'{from.Id}' | New-VpcPeering -PeerVpcId {to.Id} -PeerOwnerId {to.Place.Account} -PeerRegion {to.Place.Region} {place.Parameters}"
            : $"New-VpcPeering {from.Id} {to.Id} -PeerOwnerId {to.Place.Account} -PeerRegion {to.Place.Region} {place.Parameters}");
        Made.AddRange(run.Written.Select(p => (p.Id, place, to.Place)));
        return CheckCreate(run, from.Id, "initiating-request", "VpcPeeringSameVpc", () => [.. _seen.Values.Where(p => !before.ContainsKey(p.Id)).Select(p => (p.Id, p.State))]);
    }

    private Action Change(string name, Step step)
    {
        var move = Moves[name];
        var ready = (step.How / 16 % 4) switch { 0 => move.NothingToDo[^1], 1 => "active", _ => "pending-acceptance" };
        var (id, place, from) = Choose(step, toAccept: name != "delete", ready, Nobodys);
        var line = (step.How / 4 % 4) switch
        {
            0 => $"{move.Command} {id} {place.Parameters}",
            1 => $"'{id}' | {move.Command} {place.Parameters}",
            2 => $"Get-VpcPeering {id} {place.Parameters} | {move.Command}",
            _ => $"Get-VpcPeering {id} {from.Parameters} | {move.Command} -ProfileName {place.ProfileName}",
        };
        var past = StateOf(id);
        return CheckMove(World.Run(line + " -ConsistencyTimeoutSeconds 0"), name, id, place, past, move, NotFound);
    }

    private Action SetOption(Step step)
    {
        var (id, place, _) = Choose(step, toAccept: step.Who % 2 == 0, "active", Nobodys);
        var past = _seen.GetValueOrDefault(id);
        var allow = step.How / 4 % 2 == 0;
        var side = new[] { "", " -Side Requester", " -Side Accepter", " -Side Both" }[step.How / 8 % 4];
        var peer = step.How / 32 % 2 == 0 ? "" : $" -PeerProfileName {World.Places.First(p => p.Account != place.Account).ProfileName}";
        var command = $"Set-VpcPeeringOption -AllowDnsResolutionFromRemoteVpc:${allow}{side}{peer}";
        var run = World.Run(step.How / 64 % 2 == 0 ? $"{command} {id} {place.Parameters}" : $"Get-VpcPeering {id} {place.Parameters} | {command}");
        return () => Check(run, () =>
        {
            var now = _seen.GetValueOrDefault(id);
            Assert.Equal(past?.State, now?.State);
            Assert.Equal(Wish(run, "RequesterPeeringConnectionOptions", allow, past?.RequesterDns), now?.RequesterDns);
            Assert.Equal(Wish(run, "AccepterPeeringConnectionOptions", allow, past?.AccepterDns), now?.AccepterDns);
            Assert.Equal(run.Refusals.Order(StringComparer.Ordinal), run.Errors.Select(e => ((PeeringException)e.Exception).AwsErrorCode).OfType<string>().Order(StringComparer.Ordinal));
            Assert.All(run.Errors, e => Assert.Equal(id, e.TargetObject));
            if (run.Done.Any())
            {
                Assert.Equal((id, now!.State), Assert.Single(run.Written));
                Tally.Add("option", run.Refusals.Any() ? "done and refused" : "done");
                return;
            }

            Assert.Empty(run.Written);
            Assert.NotEmpty(run.Errors);
            Tally.Add("option", run.Changes.Count == 0 ? "refused before" : "refused");
        });
    }

    private static bool? Wish(CommandRun run, string side, bool allow, bool? past) => run.Done.Any(c => c.Has(side)) ? allow : past;
}
