namespace PeeringTools.Core.Rules;

/// <summary>Whether a resource in a state is on its way, at rest, or at its end.</summary>
internal enum StatePhase
{
    /// <summary>The service is working; the state changes by itself.</summary>
    Moving,

    /// <summary>Somebody must act, or a deadline passes.</summary>
    Waiting,

    /// <summary>At rest until somebody changes it, or its link goes up or down.</summary>
    Settled,

    /// <summary>At its end: no state follows.</summary>
    Ended,
}

/// <summary>Who makes a transition happen.</summary>
[Flags]
internal enum StateActor
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>AWS, by itself.</summary>
    Service = 1,

    /// <summary>The account that asked for the resource, or its owner where there is one side only.</summary>
    Requester = 2,

    /// <summary>The account that was asked.</summary>
    Accepter = 4,

    /// <summary>Either account; both in one where one account has both sides.</summary>
    Either = Requester | Accepter,
}

/// <summary>A change of state.</summary>
/// <param name="Action">What makes it: <c>accept</c>, <c>reject</c>, <c>delete</c>, <c>modify</c> ..., or <c>progress</c>, <c>expire</c> by the
/// service.</param>
/// <param name="By">Who may.</param>
/// <param name="Next">The state that follows.</param>
internal sealed record StateMove(string Action, StateActor By, string Next);

/// <summary>A state and the ways out of it.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Phase">What it means for someone who waits.</param>
/// <param name="Moves">The ways out; empty for an ended state.</param>
internal sealed record StateRow(string Name, StatePhase Phase, params StateMove[] Moves);

/// <summary>What a waiter learns from a state.</summary>
internal enum WaitVerdict
{
    /// <summary>Ask again later.</summary>
    Continue,

    /// <summary>The wanted state is there.</summary>
    Reached,

    /// <summary>The wanted state won't come, or not by itself: the resource ended or came to rest elsewhere.</summary>
    Missed,
}

/// <summary>
/// The states of one kind of resource as data. Names compare case-insensitively. A state that isn't in the table (AWS adds some, and answers a few that it
/// doesn't document) counts as moving and may lead anywhere: a tool goes on instead of failing.
/// </summary>
internal sealed class StateTable
{
    private readonly Dictionary<string, StateRow> _rows;

    /// <summary>Makes a table.</summary>
    /// <param name="resource">What messages call the resource, without article (<c>VPC peering connection</c>).</param>
    /// <param name="wrongStateRuleId">The rule that an action breaks which the state doesn't allow.</param>
    /// <param name="rows">Every state once, the first one first.</param>
    public StateTable(string resource, string wrongStateRuleId, params StateRow[] rows)
    {
        Resource = resource;
        WrongStateRuleId = wrongStateRuleId;
        Rows = rows;
        _rows = rows.ToDictionary(row => row.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What messages call the resource.</summary>
    public string Resource { get; }

    /// <summary>The rule that an action breaks which the state doesn't allow.</summary>
    public string WrongStateRuleId { get; }

    /// <summary>The states.</summary>
    public IReadOnlyList<StateRow> Rows { get; }

    /// <summary>The row of a state; null for a state that isn't in the table.</summary>
    public StateRow? Find(string? state) => state is not null && _rows.TryGetValue(state, out var row) ? row : null;

    /// <summary>Rule <see cref="RuleIds.StateUnknown"/>: a state that somebody asks for is one of the table. AWS adds some, so it is a warning.</summary>
    public RuleBreak? CheckNames(IEnumerable<string> states)
    {
        var unknown = states.Where(state => Find(state) is null).Select(RuleText.Quote).ToList();
        return unknown.Count == 0
            ? null
            : new(RuleIds.StateUnknown,
                $"{Resource}: state {string.Join(", ", unknown)} isn't known here; allowed is {string.Join(", ", Rows.Select(row => row.Name))}, or one that AWS has added since.",
                "Check how it is written; AWS is asked for it all the same.",
                IsWarning: true);
    }

    /// <summary>The phase of a state; moving where the table doesn't know it.</summary>
    public StatePhase Phase(string? state) => Find(state)?.Phase ?? StatePhase.Moving;

    /// <summary>True where nothing follows.</summary>
    public bool IsEnded(string? state) => Phase(state) == StatePhase.Ended;

    /// <summary>True where the state changes by itself, unknown states included.</summary>
    public bool IsMoving(string? state) => Phase(state) == StatePhase.Moving;

    /// <summary>The move that an actor's action makes; null where the table has none.</summary>
    public StateMove? FindMove(string? state, string action, StateActor by) =>
        Find(state)?.Moves.FirstOrDefault(move => string.Equals(move.Action, action, StringComparison.OrdinalIgnoreCase) && (move.By & by) != StateActor.None);

    /// <summary>
    /// True where any number of steps leads from a state to another; an unknown state leads anywhere and may be reached from any that isn't ended.
    /// </summary>
    public bool CanReach(string from, string to)
    {
        if (Same(from, to) || Find(from) is null)
            return true;
        if (Find(to) is null)
            return !IsEnded(from);

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { from };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var state))
        {
            foreach (var move in _rows[state].Moves)
            {
                if (Same(move.Next, to))
                    return true;
                if (seen.Add(move.Next))
                    open.Enqueue(move.Next);
            }
        }

        return false;
    }

    /// <summary>
    /// What a state tells somebody who waits for another. <c>down</c>, <c>failed</c>, <c>rejected</c>, <c>expired</c> and <c>deleted</c> are ends, never a
    /// hang; only a wait for an ended state (<c>deleted</c>) goes on while the resource is at rest.
    /// </summary>
    public WaitVerdict Judge(string? state, string wanted)
    {
        if (state is null)
            return WaitVerdict.Continue;
        if (Same(state, wanted))
            return WaitVerdict.Reached;

        var rests = Phase(state) == StatePhase.Settled && !IsEnded(wanted);
        return rests || !CanReach(state, wanted) ? WaitVerdict.Missed : WaitVerdict.Continue;
    }

    /// <summary>
    /// Rule <see cref="WrongStateRuleId"/>: the resource's state allows the action by that actor. Where the table doesn't know the state, nothing is claimed.
    /// </summary>
    public RuleBreak? CheckAction(string resourceId, string? state, string action, StateActor by)
    {
        if (Find(state) is not { } row || FindMove(state, action, by) is not null)
            return null;

        var allowed = Rows.Where(other => FindMove(other.Name, action, by) is not null).Select(other => other.Name).ToArray();
        var states = allowed.Length == 0 ? "no state" : string.Join(", ", allowed);
        return new(WrongStateRuleId,
            $"{Resource} {RuleText.Quote(resourceId)} is {row.Name}; to {action} it, allowed is {states}.",
            row.Phase == StatePhase.Moving ? "Wait until it has settled, then try again." : $"Check its state before you {action} it.");
    }

    private static bool Same(string first, string second) => string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
}
