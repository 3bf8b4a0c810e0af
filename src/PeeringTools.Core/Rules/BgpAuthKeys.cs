namespace PeeringTools.Core.Rules;

/// <summary>
/// BGP MD5 keys. A message never shows a key, only its length. Sources: Direct Connect API reference, NewBGPPeer (6..80 characters); CloudFormation reference,
/// AWS::DirectConnect::PublicVirtualInterface BgpPeer (printable ASCII without spaces).
/// </summary>
internal static class BgpAuthKeys
{
    /// <summary>Fewest characters of a key.</summary>
    public const int Shortest = 6;

    /// <summary>Most characters of a key.</summary>
    public const int Longest = 80;

    /// <summary>
    /// Rules <see cref="RuleIds.BgpAuthKeyLength"/> and, as a warning (CloudFormation's pattern says so, Direct Connect's own reference doesn't),
    /// <see cref="RuleIds.BgpAuthKeyCharacters"/>.
    /// </summary>
    public static RuleBreak? Check(ReadOnlySpan<char> key, string parameterName) => CheckLength(key.Length, parameterName)
        ?? (key.ContainsAnyExceptInRange('!', '~')
            ? new(RuleIds.BgpAuthKeyCharacters,
                $"{parameterName} has a space or a character outside printable ASCII; allowed is ! to ~.",
                "Use letters, digits and ASCII punctuation.",
                IsWarning: true)
            : null);

    /// <summary>Rule <see cref="RuleIds.BgpAuthKeyLength"/>, where only the length is at hand.</summary>
    public static RuleBreak? CheckLength(int length, string parameterName) => length is >= Shortest and <= Longest
        ? null
        : new(RuleIds.BgpAuthKeyLength, $"{parameterName} has {length} characters; allowed is {Shortest}..{Longest}.",
            "Give a key of that length, or omit it and AWS generates one.");
}
