using PeeringTools.Core.Rules;

namespace PeeringTools.Cmdlet.Tests.VpcPeering.Lives;

/// <summary>
/// A life of peerings, lived by the cmdlets. After each act it is checked against two witnesses that know nothing of the cmdlets: the answers on the wire, and what a describe of the service shows before and after.
/// </summary>
internal sealed class PeeringLife(PeeringWorld world, Tally tally)
{
    private static readonly string[] Spans = ["-Seconds 0.1", "-Seconds 0.3", "-Seconds 0.3", "-Seconds 2", "-Seconds 2", "-Seconds 2", "-Hours 1", "-Hours 30", "-Hours 169"];

    // The states come from the rules of AWS: where a success leads, and where there was nothing left to do.
    private static readonly Dictionary<string, Move> Moves = new(StringComparer.Ordinal)
    {
        ["accept"] = new("AcceptVpcPeeringConnection", "Approve-VpcPeering", ["provisioning"], ["provisioning", "active"]),
        ["reject"] = new("RejectVpcPeeringConnection", "Deny-VpcPeering -PassThru -Confirm:$false", ["rejected"], ["rejected"]),
        ["delete"] = new("DeleteVpcPeeringConnection", "Remove-VpcPeering -PassThru -Confirm:$false", ["deleting", "deleted"], ["deleting", "deleted", "rejected", "failed", "expired"]),
    };

    private static readonly string[] Forbidden = ["CreateVpcPeeringConnection", "ModifyVpcPeeringConnectionOptions", "ModifyVpcPeeringConnectionOptions", .. Moves.Values.Select(m => m.Action)];

    private readonly List<(string Id, Place From, Place To)> _made = [];
    private Dictionary<string, SeenPeering> _seen = new(StringComparer.Ordinal);

    public async Task LiveAsync(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            var before = _seen;
            Action check = step.Act switch
            {
                Act.Create or Act.CreateMore => Create(step, before),
                Act.Accept or Act.AcceptMore => Change("accept", step, before),
                Act.Reject => Change("reject", step, before),
                Act.Delete => Change("delete", step, before),
                Act.Option or Act.OptionMore => SetOption(step, before),
                Act.Forbid => Forbid(step),
                _ => Pass(step),
            };
            await LookAsync(before, world.Places[step.What % world.Places.Count]);
            check();
        }
    }

    // The state moves along the table and is the same to all that are shown it; and Get- shows a place exactly what the service does.
    private async Task LookAsync(Dictionary<string, SeenPeering> before, Place reader)
    {
        _seen = new(StringComparer.Ordinal);
        foreach (var place in world.Places)
        {
            var shown = await world.LookAsync(place);
            foreach (var peering in shown)
            {
                _seen[peering.Id] = _seen.TryGetValue(peering.Id, out var other)
                    ? peering with { RequesterDns = peering.RequesterDns ?? other.RequesterDns, AccepterDns = peering.AccepterDns ?? other.AccepterDns }
                    : peering;
                Assert.Equal(_seen[peering.Id].State, other?.State ?? peering.State);
                Assert.NotNull(VpcPeeringStates.Table.Find(peering.State));
                if (before.TryGetValue(peering.Id, out var past))
                    Assert.True(VpcPeeringStates.Table.CanReach(past.State, peering.State), $"{past.State} -> {peering.State}");
                tally.Add("state", peering.State);
            }

            if (place == reader)
                CheckGet(place, shown);
        }
    }

    private void CheckGet(Place place, IReadOnlyList<SeenPeering> shown)
    {
        foreach (var (switches, expected) in new[] { ("", shown.Where(p => !VpcPeeringStates.Table.IsEnded(p.State))), (" -IncludeEnded", shown) })
        {
            var run = world.Run($"Get-VpcPeering {place.Parameters}{switches}");
            Assert.Empty(run.Errors);
            Assert.Equal(expected.Select(p => (p.Id, p.State)).Order(), run.Objects.Cast<PeeringTools.VpcPeering>().Select(p => (p.VpcPeeringConnectionId!, p.State!)).Order());
        }
    }

    private Action Create(Step step, Dictionary<string, SeenPeering> before)
    {
        var (from, to) = (world.Vpcs[step.What % world.Vpcs.Count], world.Vpcs[step.How % world.Vpcs.Count]);
        var place = step.Who % 4 == 0 ? world.Places[step.Who / 4 % world.Places.Count] : from.Place;
        var run = world.Run(step.Who % 3 == 0
            ? $"'{from.Id}' | New-VpcPeering -PeerVpcId {to.Id} -PeerOwnerId {to.Place.Account} -PeerRegion {to.Place.Region} {place.Parameters}"
            : $"New-VpcPeering {from.Id} {to.Id} -PeerOwnerId {to.Place.Account} -PeerRegion {to.Place.Region} {place.Parameters}");
        if (run.Record is { } record)
            _made.Add((record.VpcPeeringConnectionId!, place, to.Place));
        return () => Check(run, () =>
        {
            var fresh = _seen.Values.Where(p => !before.ContainsKey(p.Id)).ToList();
            if (run.Done.Any())
            {
                Assert.Equal(("initiating-request", "initiating-request"), (Assert.Single(fresh).State, Assert.Single(run.Objects) is PeeringTools.VpcPeering made ? made.State : null));
                Assert.Equal(fresh[0].Id, run.Record!.VpcPeeringConnectionId);
                Assert.Empty(run.Errors);
                Assert.Empty(run.Warnings);
                tally.Add("create", "done");
                return;
            }

            Assert.Empty(fresh);
            Assert.Empty(run.Objects);
            var error = Assert.Single(run.Errors);
            Assert.Equal(from.Id, error.TargetObject);
            Assert.Equal(run.Refusals.SingleOrDefault(), ((PeeringException)error.Exception).AwsErrorCode);
            if (run.Changes.Count == 0)
                Assert.Equal("VpcPeeringSameVpc", ((PeeringException)error.Exception).ErrorId);
            else
                tally.Add("create", "refused");
        });
    }

    private Action Change(string name, Step step, Dictionary<string, SeenPeering> before)
    {
        var move = Moves[name];
        var (id, place, from) = Choose(step, toAccept: name != "delete", (step.How / 16 % 4) switch { 0 => move.NothingToDo[^1], 1 => "active", _ => "pending-acceptance" });
        var line = (step.How / 4 % 4) switch
        {
            0 => $"{move.Command} {id} {place.Parameters}",
            1 => $"'{id}' | {move.Command} {place.Parameters}",
            2 => $"Get-VpcPeering {id} {place.Parameters} | {move.Command}",
            _ => $"Get-VpcPeering {id} {from.Parameters} | {move.Command} -ProfileName {place.ProfileName}",
        };
        var run = world.Run(line + " -ConsistencyTimeoutSeconds 0");
        return () => Check(run, () =>
        {
            var (past, now) = (before.GetValueOrDefault(id)?.State, _seen.GetValueOrDefault(id)?.State);
            if (run.Done.Any())
            {
                Assert.Contains(now, move.LeadsTo);
                Assert.Equal((id, now), (Assert.Single(run.Objects) is PeeringTools.VpcPeering changed ? changed.VpcPeeringConnectionId : null, run.Record!.State));
                Assert.Empty(run.Errors);
                Assert.Empty(run.Warnings);
                tally.Add(name, "done");
                return;
            }

            Assert.Equal(past, now);
            if (run.Errors.Count == 0)
            {
                // The only success without a change: what was wished for is there, and the warning tells so.
                Assert.Single(run.Refusals);
                Assert.Contains(now, move.NothingToDo);
                Assert.Equal((id, now), (Assert.Single(run.Objects) is PeeringTools.VpcPeering found ? found.VpcPeeringConnectionId : null, run.Record!.State));
                Assert.Contains($"{id} is {now} already", Assert.Single(run.Warnings), StringComparison.Ordinal);
                tally.Add(name, "already");
                return;
            }

            CheckRefused(run, id);
            tally.Add(name, run.Changes.Count == 0 ? "not found" : "refused");
        });
    }

    private Action SetOption(Step step, Dictionary<string, SeenPeering> before)
    {
        var (id, place, _) = Choose(step, toAccept: step.Who % 2 == 0, "active");
        var allow = step.How / 4 % 2 == 0;
        var side = new[] { "", " -Side Requester", " -Side Accepter", " -Side Both" }[step.How / 8 % 4];
        var peer = step.How / 32 % 2 == 0 ? "" : $" -PeerProfileName {world.Places.First(p => p.Account != place.Account).ProfileName}";
        var command = $"Set-VpcPeeringOption -AllowDnsResolutionFromRemoteVpc:${allow}{side}{peer}";
        var run = world.Run(step.How / 64 % 2 == 0 ? $"{command} {id} {place.Parameters}" : $"Get-VpcPeering {id} {place.Parameters} | {command}");
        return () => Check(run, () =>
        {
            var (past, now) = (before.GetValueOrDefault(id), _seen.GetValueOrDefault(id));
            Assert.Equal(past?.State, now?.State);
            Assert.Equal(Wish(run, "RequesterPeeringConnectionOptions", allow, past?.RequesterDns), now?.RequesterDns);
            Assert.Equal(Wish(run, "AccepterPeeringConnectionOptions", allow, past?.AccepterDns), now?.AccepterDns);
            Assert.Equal(run.Refusals.Order(StringComparer.Ordinal), run.Errors.Select(e => ((PeeringException)e.Exception).AwsErrorCode).OfType<string>().Order(StringComparer.Ordinal));
            Assert.All(run.Errors, e => Assert.Equal(id, e.TargetObject));
            if (!run.Done.Any())
            {
                Assert.Empty(run.Objects);
                Assert.NotEmpty(run.Errors);
                tally.Add("option", run.Changes.Count == 0 ? "refused before" : "refused");
                return;
            }

            Assert.Equal((id, now!.State), (Assert.Single(run.Objects) is PeeringTools.VpcPeering changed ? changed.VpcPeeringConnectionId : null, run.Record!.State));
            tally.Add("option", run.Refusals.Any() ? "done and refused" : "done");
        });
    }

    private Action Forbid(Step step)
    {
        world.Forbid(world.Places[step.Who % world.Places.Count].Account, step.How % 2 == 0 ? Forbidden[step.What % Forbidden.Length] : null);
        return () => { };
    }

    private Action Pass(Step step)
    {
        var run = world.Run($"Step-PeeringSandboxClock {Spans[step.How % Spans.Length]}");
        return () => Check(run, () =>
        {
            Assert.Empty(run.Errors);
            Assert.Empty(run.Objects);
        });
    }

    // Half of the time the one who may act does, and on a peering that is ready for it: lives then get far, and the other half shows that nobody else may.
    private (string Id, Place Place, Place From) Choose(Step step, bool toAccept, string ready)
    {
        var stranger = world.Places[step.Who % world.Places.Count];
        if (_made.Count == 0)
            return ("pcx-0123456789abcdef0", stranger, stranger);

        var isRight = step.How % 2 == 0;
        var choice = isRight ? _made.FindAll(p => _seen.GetValueOrDefault(p.Id)?.State == ready) : [];
        if (choice.Count == 0)
            choice = _made;
        var (id, from, to) = choice[^(1 + (step.What % Math.Min(choice.Count, 6)))];
        return (id, !isRight ? stranger : toAccept ? to : from, from);
    }

    private static bool? Wish(CommandRun run, string side, bool allow, bool? past) => run.Done.Any(c => c.Has(side)) ? allow : past;

    // One error with the service's code and about that peering, and nothing that looks like success. A peering that Get- couldn't read never got as far as a request.
    private static void CheckRefused(CommandRun run, string id)
    {
        Assert.Empty(run.Objects);
        Assert.Empty(run.Warnings);
        var error = Assert.Single(run.Errors);
        Assert.Equal(id, error.TargetObject);
        Assert.Equal(run.Refusals.SingleOrDefault(), ((PeeringException)error.Exception).AwsErrorCode);
        if (run.Changes.Count == 0)
            Assert.Equal("InvalidVpcPeeringConnectionID.NotFound", ((PeeringException)error.Exception).ErrorId);
    }

    private static void Check(CommandRun run, Action checks)
    {
        try
        {
            checks();
        }
        catch (Exception e) when (e is Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{run}\n{e.Message}");
        }
    }

    /// <summary>A change of a peering's state.</summary>
    private sealed record Move(string Action, string Command, string[] LeadsTo, string[] NothingToDo);
}
