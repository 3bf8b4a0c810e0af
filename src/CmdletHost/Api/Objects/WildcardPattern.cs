using PeeringTools.CmdletHost.Conversion;

namespace System.Management.Automation;

/// <summary>How to match a wildcard pattern.</summary>
[Flags]
public enum WildcardOptions
{
    None = 0,
    Compiled = 1,
    IgnoreCase = 2,
    CultureInvariant = 4,
}

/// <summary>A pattern with * ? [a-z]; a backtick takes their meaning away.</summary>
public sealed class WildcardPattern
{
    private const string Special = "*?[]`";
    private readonly Wildcard _wildcard;

    public WildcardPattern(string pattern)
        : this(pattern, WildcardOptions.None)
    {
    }

    public WildcardPattern(string pattern, WildcardOptions options)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        _wildcard = new Wildcard(pattern, options.HasFlag(WildcardOptions.IgnoreCase));
    }

    /// <summary>The pattern.</summary>
    public static WildcardPattern Get(string pattern, WildcardOptions options) => new(pattern, options);

    /// <summary>Whether it isn't plain text.</summary>
    public static bool ContainsWildcardCharacters(string pattern)
    {
        for (var i = 0; i < pattern?.Length; i++)
        {
            if (pattern[i] == '`')
                i++;
            else if (pattern[i] is '*' or '?' or '[')
                return true;
        }

        return false;
    }

    /// <summary>The pattern that matches that text only.</summary>
    public static string Escape(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return string.Concat(pattern.Select(c => Special.Contains(c, StringComparison.Ordinal) ? $"`{c}" : c.ToString()));
    }

    /// <summary>The text that <see cref="Escape"/> made a pattern of.</summary>
    public static string Unescape(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var text = new System.Text.StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '`' && i + 1 < pattern.Length && Special.Contains(pattern[i + 1], StringComparison.Ordinal))
                i++;
            text.Append(pattern[i]);
        }

        return text.ToString();
    }

    /// <summary>Whether the whole text matches.</summary>
    public bool IsMatch(string input) => input is not null && _wildcard.IsMatch(input);
}
