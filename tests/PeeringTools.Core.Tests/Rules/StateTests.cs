using FsCheck;
using FsCheck.Fluent;
using PeeringTools.Core.Rules;
using static PeeringTools.Core.Rules.StateActions;

namespace PeeringTools.Core.Tests.Rules;

public class StateTests
{
    private static readonly Dictionary<string, StateTable> Tables = new(StringComparer.Ordinal)
    {
        ["VpcPeering"] = VpcPeeringStates.Table,
        ["TgwConnectPeer"] = TgwConnectPeerStates.Table,
        ["TgwAttachment"] = TgwAttachmentStates.Table,
        ["TgwPeering"] = TgwPeeringStates.Table,
        ["VirtualInterface"] = VirtualInterfaceStates.Table,
        ["BgpPeer"] = BgpPeerStates.Table,
        ["GameLiftPeering"] = GameLiftPeeringStates.Table,
    };

    public static TheoryData<string> TableNames => new(Tables.Keys);

    [Theory]
    [MemberData(nameof(TableNames))]
    public void A_table_is_closed_and_nothing_leads_out_of_an_ended_state(string name)
    {
        var table = Tables[name];
        var names = table.Rows.Select(row => row.Name).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        foreach (var row in table.Rows)
        {
            Assert.Equal(row.Phase == StatePhase.Ended, row.Moves.Length == 0);
            Assert.All(row.Moves, move => Assert.Contains(move.Next, names));
            Assert.All(row.Moves, move => Assert.NotEqual(StateActor.None, move.By));
            Assert.All(names.Where(other => other != row.Name && table.IsEnded(row.Name)), other => Assert.False(table.CanReach(row.Name, other)));
            if (row.Phase == StatePhase.Moving)
                Assert.Contains(row.Moves, move => move.By == StateActor.Service);
            Assert.Contains(table.Rows, end => end.Phase == StatePhase.Ended && table.CanReach(row.Name, end.Name));
        }
    }

    [Theory]
    [MemberData(nameof(TableNames))]
    public void Any_walk_stays_in_the_table_and_stops_at_an_end(string name)
    {
        var table = Tables[name];
        var walks = Gen.Elements(table.Rows.ToArray()).SelectMany(start => Gen.Choose(0, 7).ArrayOf().Select(choices => (Start: start, Choices: choices)));
        Prop.ForAll(walks.ToArbitrary(), walk =>
        {
            var state = walk.Start.Name;
            foreach (var choice in walk.Choices)
            {
                var moves = table.Find(state)!.Moves;
                if (moves.Length == 0)
                    return table.IsEnded(state);

                var next = moves[choice % moves.Length].Next;
                if (!table.CanReach(state, next) || !table.CanReach(walk.Start.Name, next))
                    return false;
                state = next;
            }

            return table.Find(state) is not null;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(TableNames))]
    public void An_unknown_state_moves_and_stops_nobody(string name)
    {
        var table = Tables[name];
        foreach (var unknown in new[] { "a-state-of-tomorrow", "", null })
        {
            Assert.True(table.IsMoving(unknown));
            Assert.False(table.IsEnded(unknown));
            Assert.Null(table.CheckAction("id", unknown, Delete, StateActor.Requester));
            Assert.Equal(WaitVerdict.Continue, table.Judge(unknown, table.Rows[0].Name));
        }
    }

    [Theory]
    [MemberData(nameof(TableNames))]
    public void States_compare_without_case(string name)
    {
        var table = Tables[name];
        Assert.All(table.Rows, row => Assert.Same(row, table.Find(row.Name.ToUpperInvariant())));
        Assert.All(table.Rows, row => Assert.Equal(WaitVerdict.Reached, table.Judge(row.Name.ToUpperInvariant(), row.Name)));
    }

    [Theory]
    [InlineData("VpcPeering", "initiating-request pending-acceptance provisioning active deleting deleted failed expired rejected")]
    [InlineData("TgwConnectPeer", "pending available deleting deleted")]
    [InlineData("TgwAttachment", "initiating initiatingRequest pendingAcceptance rollingBack pending available modifying deleting deleted failed rejected rejecting failing")]
    [InlineData("VirtualInterface", "confirming verifying pending available down testing deleting deleted rejected unknown approving")]
    [InlineData("BgpPeer", "verifying pending available deleting deleted")]
    public void A_table_has_the_states_of_the_model(string name, string states) =>
        Assert.Equal(states.Split(' ').Order(StringComparer.Ordinal), Tables[name].Rows.Select(row => row.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("VpcPeering", "initiating-request", "active", "Continue")]
    [InlineData("VpcPeering", "pending-acceptance", "active", "Continue")]
    [InlineData("VpcPeering", "failed", "active", "Missed")]
    [InlineData("VpcPeering", "expired", "active", "Missed")]
    [InlineData("VpcPeering", "rejected", "active", "Missed")]
    [InlineData("VpcPeering", "deleting", "active", "Missed")]
    [InlineData("VpcPeering", "active", "deleted", "Continue")]
    [InlineData("VpcPeering", "active", "pending-acceptance", "Missed")]
    [InlineData("VpcPeering", "failed", "deleted", "Missed")]
    [InlineData("VirtualInterface", "pending", "available", "Continue")]
    [InlineData("VirtualInterface", "approving", "available", "Continue")]
    [InlineData("VirtualInterface", "testing", "available", "Continue")]
    [InlineData("VirtualInterface", "unknown", "available", "Continue")]
    [InlineData("VirtualInterface", "down", "available", "Missed")]
    [InlineData("VirtualInterface", "down", "down", "Reached")]
    [InlineData("VirtualInterface", "down", "deleted", "Continue")]
    [InlineData("TgwAttachment", "failing", "available", "Missed")]
    [InlineData("TgwAttachment", "rollingBack", "available", "Continue")]
    [InlineData("TgwConnectPeer", "pending", "available", "Continue")]
    public void A_wait_ends_where_its_state_will_not_come(string name, string state, string wanted, string verdict) =>
        Assert.Equal(verdict, Tables[name].Judge(state, wanted).ToString());

    [Theory]
    [InlineData("pending-acceptance", Accept, StateActor.Accepter, null)]
    [InlineData("pending-acceptance", Accept, StateActor.Either, null)]
    [InlineData("pending-acceptance", Accept, StateActor.Requester, RuleIds.VpcPeeringNotYourSide)]
    [InlineData("pending-acceptance", Reject, StateActor.Requester, RuleIds.VpcPeeringNotYourSide)]
    [InlineData("pending-acceptance", Delete, StateActor.Requester, null)]
    [InlineData("pending-acceptance", Delete, StateActor.Accepter, RuleIds.VpcPeeringNotYourSide)]
    [InlineData("active", Delete, StateActor.Accepter, null)]
    [InlineData("active", Delete, StateActor.Requester, null)]
    [InlineData("active", Reject, StateActor.Accepter, RuleIds.VpcPeeringWrongState)]
    [InlineData("active", Accept, StateActor.Accepter, RuleIds.VpcPeeringWrongState)]
    [InlineData("initiating-request", Accept, StateActor.Either, RuleIds.VpcPeeringWrongState)]
    [InlineData("provisioning", Delete, StateActor.Either, RuleIds.VpcPeeringWrongState)]
    [InlineData("rejected", Accept, StateActor.Accepter, RuleIds.VpcPeeringWrongState)]
    [InlineData("rejected", Delete, StateActor.Requester, RuleIds.VpcPeeringWrongState)]
    [InlineData("expired", Accept, StateActor.Either, RuleIds.VpcPeeringWrongState)]
    [InlineData("failed", Delete, StateActor.Either, RuleIds.VpcPeeringWrongState)]
    [InlineData("deleted", Delete, StateActor.Either, RuleIds.VpcPeeringWrongState)]
    [InlineData("Pending-Acceptance", Accept, StateActor.Accepter, null)]
    internal void Each_side_of_a_peering_does_what_is_its_own(string state, string action, StateActor by, string? ruleId) =>
        Assert.Equal(ruleId, VpcPeeringStates.CheckAction("pcx-0a1b2c3d", state, action, by)?.RuleId);

    [Theory]
    [InlineData("failed", StateActor.Requester, StateActor.None, 2.0)]
    [InlineData("failed", StateActor.Accepter, StateActor.None, 0.0)]
    [InlineData("failed", StateActor.Either, StateActor.None, 2.0)]
    [InlineData("expired", StateActor.Requester, StateActor.None, 48.0)]
    [InlineData("expired", StateActor.Accepter, StateActor.None, 48.0)]
    [InlineData("rejected", StateActor.Requester, StateActor.None, 48.0)]
    [InlineData("rejected", StateActor.Accepter, StateActor.None, 2.0)]
    [InlineData("rejected", StateActor.Either, StateActor.None, 2.0)]
    [InlineData("deleted", StateActor.Requester, StateActor.Requester, 2.0)]
    [InlineData("deleted", StateActor.Accepter, StateActor.Requester, 48.0)]
    [InlineData("deleted", StateActor.Accepter, StateActor.Accepter, 2.0)]
    [InlineData("deleted", StateActor.Either, StateActor.Either, 2.0)]
    [InlineData("active", StateActor.Requester, StateActor.None, null)]
    [InlineData("pending-acceptance", StateActor.Accepter, StateActor.None, null)]
    [InlineData("a state of tomorrow", StateActor.Accepter, StateActor.None, null)]
    internal void Ended_peerings_stay_visible_for_their_time(string state, StateActor viewer, StateActor deletedBy, double? hours) =>
        Assert.Equal(hours is { } h ? TimeSpan.FromHours(h) : null, VpcPeeringStates.VisibleFor(state, viewer, deletedBy));

    [Fact]
    public void Peering_requests_expire_after_a_week_and_authorizations_after_a_day()
    {
        var made = new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(TimeSpan.FromDays(7), VpcPeeringStates.ExpiresAfter);
        Assert.True(GameLiftPeeringStates.IsValid(made, made.AddHours(24).AddTicks(-1)));
        Assert.False(GameLiftPeeringStates.IsValid(made, made.AddHours(24)));
    }

    [Fact]
    public void An_active_peering_between_regions_passes_through_deleting()
    {
        Assert.Equal("deleting", VpcPeeringStates.AfterDelete("active", interRegion: true));
        Assert.Equal("deleted", VpcPeeringStates.AfterDelete("active", interRegion: false));
        Assert.Equal("deleted", VpcPeeringStates.AfterDelete("pending-acceptance", interRegion: true));
    }

    [Fact]
    public void The_confirmed_status_messages()
    {
        Assert.Equal("Pending Acceptance by 444455556666", VpcPeeringStates.Message("pending-acceptance", "444455556666", "111122223333"));
        Assert.Equal("Active", VpcPeeringStates.Message("active", "444455556666", "111122223333"));
    }
}
