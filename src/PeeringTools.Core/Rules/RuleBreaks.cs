namespace PeeringTools.Core.Rules;

/// <summary>The outcome of several rules on one call.</summary>
internal static class RuleBreaks
{
    /// <summary>
    /// The first break that forbids the call; null where none does. A warning before it goes to <paramref name="warn"/> and doesn't hide an error behind it, as
    /// a chain of <c>??</c> would. Rules after an error aren't evaluated where the sequence is lazy.
    /// </summary>
    /// <param name="checks">The rules' answers, in the order in which to report them.</param>
    /// <param name="warn">Takes each warning.</param>
    public static RuleBreak? FirstError(IEnumerable<RuleBreak?> checks, Action<RuleBreak> warn)
    {
        foreach (var broken in checks)
        {
            if (broken is { IsWarning: false })
                return broken;
            if (broken is not null)
                warn(broken);
        }

        return null;
    }
}
