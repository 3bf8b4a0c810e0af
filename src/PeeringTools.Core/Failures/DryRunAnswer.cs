using Amazon.Runtime;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Failures;

/// <summary>What AWS, or the rules in its place, says to a change that wasn't made.</summary>
/// <param name="Permitted">True: AWS would allow it. False: it would refuse. Null: AWS can't be asked.</param>
/// <param name="Code">AWS's code (<c>DryRunOperation</c> when permitted), a rule's id, or <c>NoDryRun</c>.</param>
/// <param name="Message">The same in words.</param>
/// <param name="RequestId">AWS's request id.</param>
/// <param name="Refusal">The failure that the real call would give, when it would be refused.</param>
internal sealed record DryRunAnswer(bool? Permitted, string Code, string Message, string? RequestId, Failure? Refusal)
{
    /// <summary>Direct Connect and GameLift: the rules and the reads found nothing against it, and AWS has no way to ask.</summary>
    public static DryRunAnswer NoDryRun { get; } = new(null, "NoDryRun", "The rules and what is there now allow it; AWS has no dry run here, so permissions are not checked.", null, null);

    /// <summary>The change stands on something that is only planned.</summary>
    public static DryRunAnswer OnPlanned { get; } = new(null, "Planned", "It stands on something that is only planned, so AWS cannot be asked yet; the rules allow it.", null, null);

    /// <summary>There is nothing to change: what is asked for is there.</summary>
    public static DryRunAnswer Already(string state) => new(true, "NothingToChange", $"{state}; nothing would be changed.", null, null);

    /// <summary>Sends a request that carries DryRun=true and reads the answer, which always comes as an exception.</summary>
    public static async Task<DryRunAnswer> AskAsync(Func<Task> send)
    {
        try
        {
            await send().ConfigureAwait(false);
        }
        catch (AmazonServiceException e) when (ErrorCodes.Classify(e.ErrorCode, e.Message) == ErrorKind.DryRun)
        {
            return new(true, e.ErrorCode, "AWS would allow it.", e.RequestId, null);
        }
        catch (Exception e) when (e is AmazonServiceException or RuleException or FailureException && Failure.Of(e) is { Kind: not ErrorKind.Network } refusal)
        {
            return Refused(refusal);
        }

        return new(true, "Success", "AWS answered the dry run as a success.", null, null);
    }

    /// <summary>The answer that stands for a failure.</summary>
    public static DryRunAnswer Refused(Failure refusal) => new(false, refusal.ErrorId, refusal.Message, refusal.RequestId, refusal);
}
