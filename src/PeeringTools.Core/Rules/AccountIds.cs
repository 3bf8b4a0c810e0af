namespace PeeringTools.Core.Rules;

/// <summary>AWS account ids. Source: AWS Account Management reference, "View AWS account identifiers": 12 digits, leading zeros count.</summary>
internal static class AccountIds
{
    private const string Allowed = "exactly 12 digits, such as 111122223333";

    /// <summary>Rules <see cref="RuleIds.AccountIdMissing"/> and <see cref="RuleIds.AccountIdMalformed"/>.</summary>
    public static RuleBreak? Check(string? value, string parameterName)
    {
        if (string.IsNullOrWhiteSpace(value))
            return RuleText.Missing(RuleIds.AccountIdMissing, value, parameterName, Allowed);

        return IsAccountId(value)
            ? null
            : new(RuleIds.AccountIdMalformed, $"{parameterName} {RuleText.Quote(value)} isn't an account id; allowed is {Allowed}.",
                "Give the 12 digits without hyphens or spaces, as a string so that leading zeros stay.");
    }

    /// <summary>True for 12 ASCII digits.</summary>
    public static bool IsAccountId(ReadOnlySpan<char> value) => value.Length == 12 && !value.ContainsAnyExceptInRange('0', '9');
}
