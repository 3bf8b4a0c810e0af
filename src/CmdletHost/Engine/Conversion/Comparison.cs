using System.Globalization;
using System.Management.Automation;

namespace PeeringTools.CmdletHost.Conversion;

/// <summary>-eq and -lt: the right side is taken for the left side's type.</summary>
internal static class Comparison
{
    public static bool AreEqual(object? first, object? second, bool ignoreCase)
    {
        first = PSObject.Unwrap(first);
        second = PSObject.Unwrap(second);
        if (first is null || second is null)
            return first is null && second is null;
        if (first is string text)
            return CompareText(text, ToText.Of(second), ignoreCase) == 0;
        if (first.Equals(second))
            return true;
        if (TypeConversion.IsNumber(first.GetType()) && TypeConversion.IsNumber(second.GetType()))
            return CompareNumbers(first, second) == 0;
        return LanguagePrimitives.TryConvertTo(second, first.GetType(), out var converted)
            && (converted is string other && first is string mine ? CompareText(mine, other, ignoreCase) == 0 : first.Equals(converted));
    }

    public static int Order(object? first, object? second, bool ignoreCase)
    {
        first = PSObject.Unwrap(first);
        second = PSObject.Unwrap(second);
        if (first is null)
            return second is null ? 0 : OrderOfNullAnd(second);
        if (second is null)
            return -OrderOfNullAnd(first);
        if (first is string text)
            return CompareText(text, ToText.Of(second), ignoreCase);
        if (TypeConversion.IsNumber(first.GetType()) && TypeConversion.IsNumber(second.GetType()))
            return CompareNumbers(first, second);
        if (!LanguagePrimitives.TryConvertTo(second, first.GetType(), out var converted))
            throw new ArgumentException($"Cannot compare \"{ToText.Of(first)}\" to \"{ToText.Of(second)}\": the second can't be converted to {first.GetType()}.", nameof(second));
        if (TypeConversion.IsNumber(first.GetType()))
            return CompareNumbers(first, converted!);
        if (first is IComparable comparable)
            return comparable.CompareTo(converted);
        if (first.Equals(second))
            return 0;
        throw new ArgumentException($"Cannot compare \"{ToText.Of(first)}\": {first.GetType()} has no order.", nameof(first));
    }

    // Null comes before everything but negative numbers.
    private static int OrderOfNullAnd(object other) =>
        TypeConversion.IsNumber(other.GetType()) && Convert.ToDouble(other, CultureInfo.InvariantCulture) < 0 ? 1 : -1;

    private static int CompareText(string first, string second, bool ignoreCase) =>
        string.Compare(first, second, CultureInfo.InvariantCulture, ignoreCase ? CompareOptions.IgnoreCase : CompareOptions.None);

    private static int CompareNumbers(object first, object second)
    {
        if (first is double or float || second is double or float)
            return Convert.ToDouble(first, CultureInfo.InvariantCulture).CompareTo(Convert.ToDouble(second, CultureInfo.InvariantCulture));
        return Convert.ToDecimal(first, CultureInfo.InvariantCulture).CompareTo(Convert.ToDecimal(second, CultureInfo.InvariantCulture));
    }
}
