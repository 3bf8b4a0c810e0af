using Amazon.Runtime;
using FsCheck;
using FsCheck.Fluent;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;

namespace PeeringTools.Sandbox.Tests;

/// <summary>Random lives of peerings between two accounts in two Regions: what any side sees never leaves the table of states.</summary>
public sealed class VpcPeeringStateMachineTests
{
    private static readonly (string Account, string Region)[] Places =
        [(Rig.One, Rig.Ireland), (Rig.One, Rig.Virginia), (Rig.Two, Rig.Ireland), (Rig.Two, Rig.Virginia)];

    private static readonly TimeSpan[] Steps =
        [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), TimeSpan.FromHours(1), TimeSpan.FromHours(30), TimeSpan.FromHours(169)];

    // Several names of one act make it as likely as that.
    public enum Act
    {
        Create,
        CreateMore,
        Accept,
        AcceptMore,
        Reject,
        Delete,
        Options,
        Step,
        StepMore,
        StepOn,
    }

    [Fact]
    public void A_peering_never_leaves_the_table()
    {
        var step = ArbMap.Default.ArbFor<(Act Act, byte Who, byte What, byte How)>().Generator;
        var lives = step.ListOf().Select(list => list.ToArray()).Resize(60).ToArbitrary();
        var reached = new HashSet<string>(StringComparer.Ordinal);
        Prop.ForAll(lives, life => Live(life, reached).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
        Assert.Equal(VpcPeeringStates.Table.Rows.Select(row => row.Name).Except(["failed"]).Order(StringComparer.Ordinal), reached.Order(StringComparer.Ordinal));
    }

    private static async Task<bool> Live((Act Act, byte Who, byte What, byte How)[] life, HashSet<string> reached)
    {
        using var rig = new Rig();
        var vpcs = new List<Vpc>();
        for (var i = 0; i < Places.Length * 2; i++)
            vpcs.Add(await rig.Vpc($"10.{i}.0.0/16", Places[i % 4].Account, Places[i % 4].Region));
        var ids = new List<(string Id, int From, int To)>();
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (act, who, what, how) in life)
        {
            // Half of the time the one who may act does: lives then get far, and the other half shows that nobody else may.
            var right = ids.Count > 0 && how % 2 == 0 ? ids[what % ids.Count].To : who;
            var (account, region) = Places[right % Places.Length];
            var succeeded = await Do(rig, act, account, region, what, how, vpcs, ids);
            var seen = await SeeAll(rig);
            foreach (var (id, states) in seen)
            {
                Assert.Single(states.Distinct(StringComparer.Ordinal));
                var state = states[0];
                Assert.NotNull(VpcPeeringStates.Table.Find(state));
                if (last.TryGetValue(id, out var before))
                    Assert.True(VpcPeeringStates.Table.CanReach(before, state), $"{before} -> {state}");
                last[id] = state;
                reached.Add(state);
            }
            var live = ids.Where(peering => seen.TryGetValue(peering.Id, out var states) && !VpcPeeringStates.Table.IsEnded(states[0]) && states[0] != "deleting").Select(peering => (Math.Min(peering.From, peering.To), Math.Max(peering.From, peering.To))).ToList();
            Assert.Equal(live.Count, live.Distinct().Count());
            if (succeeded is { } entered && seen.TryGetValue(entered.Id, out var now))
                Assert.Contains(now[0], entered.Allowed);
        }
        return true;
    }

    // Gives the peering and the states that success must lead to; null where the service refused.
    private static async Task<(string Id, string[] Allowed)?> Do(
        Rig rig, Act act, string account, string region, byte what, byte how, List<Vpc> vpcs, List<(string Id, int From, int To)> ids)
    {
        var ec2 = rig.Ec2(account, region);
        var id = ids.Count == 0 ? "pcx-0123456789abcdef0" : ids[what % ids.Count].Id;
        try
        {
            switch (act)
            {
                case Act.Create or Act.CreateMore:
                    var (from, to) = (what % vpcs.Count, how % vpcs.Count);
                    id = await rig.Peering(vpcs[from], vpcs[to], Places[from % 4].Account, Places[from % 4].Region, Places[to % 4].Region);
                    ids.Add((id, from, to));
                    return (id, ["initiating-request"]);
                case Act.Accept or Act.AcceptMore:
                    await ec2.AcceptVpcPeeringConnectionAsync(new AcceptVpcPeeringConnectionRequest { VpcPeeringConnectionId = id });
                    return (id, ["provisioning"]);
                case Act.Reject:
                    await ec2.RejectVpcPeeringConnectionAsync(new RejectVpcPeeringConnectionRequest { VpcPeeringConnectionId = id });
                    return (id, ["rejected"]);
                case Act.Delete:
                    await ec2.DeleteVpcPeeringConnectionAsync(new DeleteVpcPeeringConnectionRequest { VpcPeeringConnectionId = id });
                    return (id, ["deleted", "deleting"]);
                case Act.Options:
                    var options = new PeeringConnectionOptionsRequest { AllowDnsResolutionFromRemoteVpc = false };
                    await ec2.ModifyVpcPeeringConnectionOptionsAsync(how % 4 < 2
                        ? new ModifyVpcPeeringConnectionOptionsRequest { VpcPeeringConnectionId = id, AccepterPeeringConnectionOptions = options }
                        : new ModifyVpcPeeringConnectionOptionsRequest { VpcPeeringConnectionId = id, RequesterPeeringConnectionOptions = options });
                    return (id, ["active"]);
                default:
                    rig.Sandbox.StepClock(Steps[how / 2 % Steps.Length]);
                    return null;
            }
        }
        catch (AmazonServiceException refused)
        {
            Assert.Contains(refused.ErrorCode, new[]
            {
                "InvalidVpcPeeringConnectionID.NotFound", "InvalidStateTransition", "OperationNotPermitted", "VpcPeeringConnectionAlreadyExists", "InvalidParameterValue",
                "OutstandingVpcPeeringConnectionLimitExceeded",
            });
            return null;
        }
    }

    private static async Task<Dictionary<string, List<string>>> SeeAll(Rig rig)
    {
        var seen = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (account, region) in Places)
        {
            foreach (var peering in (await rig.Ec2(account, region).DescribeVpcPeeringConnectionsAsync(new DescribeVpcPeeringConnectionsRequest())).VpcPeeringConnections!)
            {
                if (!seen.TryGetValue(peering.VpcPeeringConnectionId!, out var states))
                    seen.Add(peering.VpcPeeringConnectionId!, states = []);
                states.Add(peering.Status!.Code!);
            }
        }
        return seen;
    }
}
