using System.Globalization;
using System.Text;

namespace PeeringTools.Core.Rules;

/// <summary>The services that keep tags; they differ in the characters they take.</summary>
internal enum TagService
{
    /// <summary>EC2: any Unicode character.</summary>
    Ec2,

    /// <summary>Direct Connect: Unicode letters, digits and spaces, and <c>_ . : / = + - @</c>.</summary>
    DirectConnect,
}

/// <summary>
/// Tags of resources. Lengths count Unicode characters, not UTF-16 units. Sources: EC2 user guide, "Tag restrictions"; Direct Connect API reference, Tag
/// (pattern and lengths of the API model) and its DuplicateTagKeysException and TooManyTagsException.
/// </summary>
internal static class Tags
{
    /// <summary>Most characters of a key.</summary>
    public const int LongestKey = 128;

    /// <summary>Most characters of a value.</summary>
    public const int LongestValue = 256;

    /// <summary>Most tags on one resource.</summary>
    public const int Most = 50;

    private const string ReservedPrefix = "aws:";
    private const string AllowedKey = "1..128 characters that don't start with aws:";
    private const string DirectConnectCharacters = "Unicode letters, digits and spaces, and _ . : / = + - @";

    /// <summary>
    /// Rules on all tags that one call sets: <see cref="RuleIds.TagsTooMany"/>, <see cref="RuleIds.TagKeyDuplicate"/> (keys that differ in case are different
    /// keys) and, for each, <see cref="CheckKey"/> and <see cref="CheckValue"/>.
    /// </summary>
    public static RuleBreak? Check(IReadOnlyCollection<KeyValuePair<string?, string?>> tags, TagService service, string parameterName)
    {
        if (tags.Count > Most)
            return new(RuleIds.TagsTooMany, $"{parameterName} has {tags.Count} tags; allowed is 0..{Most}.", "Give fewer tags.");

        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in tags)
        {
            if ((CheckKey(key, service, parameterName) ?? CheckValue(key, value, service, parameterName)) is { } broken)
                return broken;

            if (!keys.Add(key!))
                return new(RuleIds.TagKeyDuplicate,
                    $"{parameterName} has the key {RuleText.Quote(key)} twice; allowed is each key once.",
                    "Remove one of the two.");
        }

        return null;
    }

    /// <summary>
    /// Rules <see cref="RuleIds.TagKeyMissing"/>, <see cref="RuleIds.TagKeyTooLong"/>, <see cref="RuleIds.TagKeyReserved"/> and
    /// <see cref="RuleIds.TagKeyCharacters"/>.
    /// </summary>
    public static RuleBreak? CheckKey(string? key, TagService service, string parameterName)
    {
        if (string.IsNullOrEmpty(key))
            return RuleText.Missing(RuleIds.TagKeyMissing, key, parameterName + " key", AllowedKey);

        var quoted = RuleText.Quote(key);
        var length = CountCharacters(key);
        if (length > LongestKey)
            return new(RuleIds.TagKeyTooLong, $"{parameterName} key {quoted} has {length} characters; allowed is {AllowedKey}.", "Shorten the key.");

        if (key.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase))
            return new(RuleIds.TagKeyReserved,
                $"{parameterName} key {quoted} starts with aws:, which AWS keeps for itself; allowed is {AllowedKey}.",
                "Choose another key.");

        return service == TagService.DirectConnect && !FitsDirectConnect(key)
            ? new(RuleIds.TagKeyCharacters,
                $"{parameterName} key {quoted} has a character that Direct Connect refuses; allowed is {DirectConnectCharacters}.",
                "Remove the character.")
            : null;
    }

    /// <summary>
    /// Rules <see cref="RuleIds.TagValueMissing"/> (null; an empty value is a value), <see cref="RuleIds.TagValueTooLong"/> and
    /// <see cref="RuleIds.TagValueCharacters"/>.
    /// </summary>
    public static RuleBreak? CheckValue(string? key, string? value, TagService service, string parameterName)
    {
        var named = $"{parameterName} value of key {RuleText.Quote(key)}";
        if (value is null)
            return new(RuleIds.TagValueMissing, $"{named} is null; allowed is 0..256 characters.", "Give a value, or an empty string.");

        var length = CountCharacters(value);
        if (length > LongestValue)
        {
            return new(RuleIds.TagValueTooLong,
                $"{named}, {RuleText.Quote(value)}, has {length} characters; allowed is 0..{LongestValue}.", "Shorten the value.");
        }

        return service == TagService.DirectConnect && !FitsDirectConnect(value)
            ? new(RuleIds.TagValueCharacters,
                $"{named}, {RuleText.Quote(value)}, has a character that Direct Connect refuses; allowed is {DirectConnectCharacters}.",
                "Remove the character.")
            : null;
    }

    private static int CountCharacters(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }

    private static bool FitsDirectConnect(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var fits = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
                    or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
                    or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
                _ => rune.IsAscii && "_.:/=+-@".Contains((char)rune.Value, StringComparison.Ordinal),
            };
            if (!fits)
                return false;
        }

        return true;
    }
}
