using System.Globalization;
using System.Management.Automation;

namespace PeeringTools.CmdletHost.Conversion;

/// <summary>Names, unique beginnings of names, and numbers as enumeration values.</summary>
internal static class EnumConversion
{
    public static object FromText(string text, Type type)
    {
        text = text.Trim();
        if (text.Length == 0)
            throw NoMatch(text, type);
        if (text[0] is '-' or '+' || char.IsAsciiDigit(text[0]))
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? FromNumber(number, type)
                : throw NoMatch(text, type);
        }

        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length > 1 && !type.IsDefined(typeof(FlagsAttribute), inherit: false))
            throw new PSInvalidCastException("NoCommaEnumeration", $"Cannot convert value \"{text}\" to type \"{type}\": it takes one name only.", innerException: null);
        var value = 0L;
        foreach (var part in parts)
            value |= Convert.ToInt64(OneName(part, type), CultureInfo.InvariantCulture);
        return Enum.ToObject(type, value);
    }

    public static object FromNumber(object number, Type type)
    {
        var value = Enum.ToObject(type, TypeConversion.Convert(number, Enum.GetUnderlyingType(type))!);

        // A value that no combination of names covers prints as its number.
        var printed = value.ToString()!;
        return char.IsAsciiDigit(printed[0]) || printed[0] == '-' ? throw NoMatch(printed, type) : value;
    }

    private static object OneName(string name, Type type)
    {
        string? match = null;
        foreach (var candidate in Enum.GetNames(type))
        {
            if (string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase))
                return Enum.Parse(type, candidate);
            if (!candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                continue;
            if (match is not null)
            {
                throw new PSInvalidCastException(
                    "MoreThanOneEnumerationValue", $"Cannot convert value \"{name}\" to type \"{type}\": it could be {match} or {candidate}.", innerException: null);
            }

            match = candidate;
        }

        return match is null ? throw NoMatch(name, type) : Enum.Parse(type, match);
    }

    private static PSInvalidCastException NoMatch(string text, Type type) => new(
        "EnumerationValueNotFound",
        $"Cannot convert value \"{text}\" to type \"{type}\". The possible values are: {string.Join(", ", Enum.GetNames(type))}.",
        innerException: null);
}
