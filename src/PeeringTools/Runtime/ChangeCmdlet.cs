using System.Management.Automation;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;

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

    /// <summary>Makes one change, or tells what would become of it.</summary>
    private protected async Task ChangeAsync(Change change, CancellationToken cancellationToken)
    {
        if (DryRun)
        {
            var answer = Broken(change) is { } broken ? DryRunAnswer.Refused(broken) : await AskAsync(change, cancellationToken);
            WriteObject(new DryRunResult(RecordOrigin.Of(change.Session), change.Action, change.Target, answer.Permitted, answer.Code, answer.Message, answer.RequestId));
            return;
        }

        Require(change.TargetObject, [.. change.Rules.Where(r => !IsPlanned(r))]);
        var performing = $"Performing the operation \"{change.Description}\" on target \"{change.Target}{(change.Session.Sandbox is null ? "" : " (Sandbox)")}\".";
        if (ShouldProcess(performing, "Are you sure you want to perform this action?\n" + performing, "Confirm", out var reason))
        {
            Require(change.TargetObject, change.Rules);
            if (await change.Apply(cancellationToken) is { } made)
                WriteObject(made);
        }
        else if (reason == ShouldProcessReason.WhatIf)
        {
            await TellAsync(change, cancellationToken);
        }
    }

    private async Task TellAsync(Change change, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(change, cancellationToken);
        if (answer.Refusal is { } refusal)
        {
            WriteError(ErrorRecords.From(refusal, change.TargetObject));
            return;
        }

        var where = change.Session.Sandbox is null ? "" : "Sandbox: ";
        WriteInformation($"{where}{change.Action}: {answer.Message}{(answer.RequestId is null ? "" : $" (request id {answer.RequestId})")}", WhatIfTags);
        if (change.Plan?.Invoke() is { } planned)
            WriteObject(planned);
    }

    // A step on a thing that -WhatIf only planned can't be asked about; in earnest it is a broken rule like any other.
    private static async Task<DryRunAnswer> AskAsync(Change change, CancellationToken cancellationToken) =>
        Array.Exists(change.Rules, IsPlanned) ? DryRunAnswer.OnPlanned : await change.Ask(cancellationToken);

    private static Failure? Broken(Change change) =>
        Array.Find(change.Rules, r => r is { IsWarning: false } && !IsPlanned(r)) is { } broken ? Failure.Of(new RuleException(broken, change.TargetObject)) : null;

    private static bool IsPlanned(RuleBreak? broken) => broken?.RuleId == RuleIds.PlannedIdInCall;
}
