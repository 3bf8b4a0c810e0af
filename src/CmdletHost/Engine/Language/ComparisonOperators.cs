using System.Management.Automation;
using System.Text.RegularExpressions;
using PeeringTools.CmdletHost.Conversion;

namespace PeeringTools.CmdletHost.Language;

/// <summary>The comparison operators, for conditions and for Where-Object's parameters.</summary>
internal static class ComparisonOperators
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(10);

    /// <summary>By name without the dash: what it does, and whether it takes a list on its left whole.</summary>
    public static readonly Dictionary<string, (Func<object?, object?, bool> Compare, bool Whole)> Table = new(StringComparer.OrdinalIgnoreCase)
    {
        ["eq"] = ((left, right) => Comparison.AreEqual(left, right, ignoreCase: true), false),
        ["ne"] = ((left, right) => !Comparison.AreEqual(left, right, ignoreCase: true), false),
        ["gt"] = ((left, right) => Comparison.Order(left, right, ignoreCase: true) > 0, false),
        ["ge"] = ((left, right) => Comparison.Order(left, right, ignoreCase: true) >= 0, false),
        ["lt"] = ((left, right) => Comparison.Order(left, right, ignoreCase: true) < 0, false),
        ["le"] = ((left, right) => Comparison.Order(left, right, ignoreCase: true) <= 0, false),
        ["like"] = (Like, false),
        ["notlike"] = ((left, right) => !Like(left, right), false),
        ["match"] = (Match, false),
        ["notmatch"] = ((left, right) => !Match(left, right), false),
        ["in"] = ((left, right) => Contains(right, left), true),
        ["notin"] = ((left, right) => !Contains(right, left), true),
        ["contains"] = (Contains, true),
        ["notcontains"] = ((left, right) => !Contains(left, right), true),
    };

    private static bool Like(object? left, object? right) => new Wildcard(ToText.Of(right), ignoreCase: true).IsMatch(ToText.Of(left));

    private static bool Match(object? left, object? right) => Regex.IsMatch(ToText.Of(left), ToText.Of(right), RegexOptions.IgnoreCase, MatchTimeout);

    private static bool Contains(object? list, object? value) =>
        LanguagePrimitives.GetEnumerable(list) is { } elements
            ? elements.Cast<object?>().Any(element => Comparison.AreEqual(element, value, ignoreCase: true))
            : Comparison.AreEqual(list, value, ignoreCase: true);
}
