using System.Management.Automation;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sandboxes;
using PeeringTools.Core.Sessions;
using PeeringTools.Core.Waiting;

namespace PeeringTools.Runtime;

/// <summary>A cmdlet that changes something: rules first, then one ShouldProcess per item, then the call; under -WhatIf and -DryRun AWS is asked, and nothing is changed.</summary>
public abstract class ChangeCmdlet : SessionCmdlet
{
    /// <summary>The tag of the information records that tell what AWS answered under -WhatIf.</summary>
    public const string WhatIfTag = "PeeringTools.WhatIf";

    private static readonly string[] WhatIfTags = [WhatIfTag, "PSHOST"];

    /// <summary>Ask whether it would be allowed, change nothing, and emit a <see cref="DryRunResult"/> for a script to read.</summary>
    [Parameter]
    public SwitchParameter DryRun { get; set; }

    /// <summary>Makes one change, or tells what would become of it. A broken rule is told before anything else: before credentials are looked for, too.</summary>
    private protected async Task ChangeAsync(Change change, CancellationToken cancellationToken)
    {
        var broken = Array.Find(change.Rules, r => r is { IsWarning: false } && !IsPlanned(r));
        if (broken is not null && DryRun)
        {
            WriteObject(Result(change, new(change.Region ?? Region, null, ProfileName, SandboxLatch.Current is not null), DryRunAnswer.Refused(Failure.Of(new RuleException(broken, change.TargetObject))!)));
            return;
        }

        Require(change.TargetObject, [.. change.Rules.Where(r => !IsPlanned(r))]);
        var session = await OpenSessionAsync(change.Region, change.ProfileName);
        var refusal = Array.Exists(change.Rules, IsPlanned) ? null : change.Answer?.Refusal(session.AccountId);
        if (refusal is not null && !DryRun)
            throw new FailureException(refusal);
        if (refusal is not null)
        {
            WriteObject(Result(change, RecordOrigin.Of(session), DryRunAnswer.Refused(refusal)));
            return;
        }

        if (DryRun)
        {
            WriteObject(Result(change, RecordOrigin.Of(session), await AskAsync(change, session, cancellationToken)));
            return;
        }

        if (Confirmed(change.Description, change.Target, session, out var reason))
        {
            Require(change.TargetObject, Array.Find(change.Rules, IsPlanned));
            if (await change.Apply(session, cancellationToken) is { } made)
                WriteObject(made);
        }
        else if (reason == ShouldProcessReason.WhatIf)
        {
            await TellAsync(change, session, cancellationToken);
        }
    }

    /// <summary>The Region where a request is answered: the accepter's, unless <c>-Region</c> was typed and the accepter's only came along the pipe; null for that of <c>-Region</c>.</summary>
    private protected string? AccepterRegion(string? peerRegion) =>
        peerRegion is { Length: > 0 } && (GivenByName("PeerRegion") || !GivenByName(nameof(Region))) ? peerRegion : null;

    /// <summary>Gives the answer to a request. A wait for one that AWS doesn't show is seen, and it ends as soon as it turns out that the request is another account's.</summary>
    private protected async Task<TResult> GiveAsync<T, TResult>(
        PeeringAnswer answer, StateChange<T> change, PeeringSession session, Func<StateChange<T>, Task<TResult>> give, CancellationToken cancellationToken)
        where T : class
    {
        var activity = $"Waiting until {answer.Id} can be {answer.Participle}";
        Task<string?>? account = null;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            return await give(change with { Pausing = Pause });
        }
        finally
        {
            await ended.CancelAsync();
            if (account is not null)
                EndProgress(activity);
        }

        void Pause(T? found, TimeSpan elapsed, TimeSpan limit)
        {
            // STS is asked beside the wait: where it can't be reached, the wait is no longer for it.
            account ??= answer.Accepter is null ? Task.FromResult<string?>(null) : AccountAsync(session, ended.Token);
            if (found is null && account.IsCompletedSuccessfully && answer.Refusal(account.Result) is { } refusal)
                throw new FailureException(refusal);
            PostProgress(activity, new(answer.Id, found is null ? "not found" : "not ready yet", 0, 1, elapsed, limit));
        }
    }

    private async Task<string?> AccountAsync(PeeringSession session, CancellationToken cancellationToken)
    {
        try
        {
            return await session.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (Failure.Of(e) is { } failure)
        {
            PostVerbose($"It isn't known which account these credentials are of: {failure.Message}");
            return null;
        }
    }

    /// <summary>Decides once about a change that takes several calls. Under -WhatIf and -DryRun each of them is asked about instead.</summary>
    private protected async Task<Decision> DecideAsync(string description, string target, PeeringSession session, IReadOnlyList<PlannedCall> calls, CancellationToken cancellationToken)
    {
        if (DryRun)
        {
            foreach (var call in calls)
                WriteObject(Result(call.Action, call.Target, RecordOrigin.Of(call.Session), await call.Ask(cancellationToken)));
            return Decision.Told;
        }

        if (Confirmed(description, target, session, out var reason))
            return Decision.Make;
        if (reason != ShouldProcessReason.WhatIf)
            return Decision.Told;

        foreach (var call in calls)
            Tell($"{call.Action} {call.Target}", call.TargetObject, call.Session, await call.Ask(cancellationToken));
        return Decision.Plan;
    }

    private bool Confirmed(string description, string target, PeeringSession session, out ShouldProcessReason reason)
    {
        var performing = $"Performing the operation \"{description}\" on target \"{target}{(session.Sandbox is null ? "" : " (Sandbox)")}\".";
        return ShouldProcess(performing, "Are you sure you want to perform this action?\n" + performing, "Confirm", out reason);
    }

    private async Task TellAsync(Change change, PeeringSession session, CancellationToken cancellationToken)
    {
        if (Tell(change.Action, change.TargetObject, session, await AskAsync(change, session, cancellationToken)) && change.Plan?.Invoke(session) is { } planned)
            WriteObject(planned);
    }

    private bool Tell(string action, object targetObject, PeeringSession session, DryRunAnswer answer)
    {
        if (answer.Refusal is { } refusal)
        {
            WriteError(ErrorRecords.From(refusal, targetObject));
            return false;
        }

        var where = session.Sandbox is null ? "" : "Sandbox: ";
        WriteInformation($"{where}{action}: {answer.Message}{(answer.RequestId is null ? "" : $" (request id {answer.RequestId})")}", WhatIfTags);
        return true;
    }

    // A step on a thing that -WhatIf only planned can't be asked about; in earnest it is a broken rule like any other.
    private static async Task<DryRunAnswer> AskAsync(Change change, PeeringSession session, CancellationToken cancellationToken) =>
        Array.Exists(change.Rules, IsPlanned) ? DryRunAnswer.OnPlanned : await change.Ask(session, cancellationToken);

    private static DryRunResult Result(Change change, RecordOrigin origin, DryRunAnswer answer) => Result(change.Action, change.Target, origin, answer);

    private static DryRunResult Result(string action, string target, RecordOrigin origin, DryRunAnswer answer) =>
        new(origin, action, target, answer.Permitted, answer.Code, answer.Message, answer.RequestId);

    private static bool IsPlanned(RuleBreak? broken) => broken?.RuleId == RuleIds.PlannedIdInCall;
}
