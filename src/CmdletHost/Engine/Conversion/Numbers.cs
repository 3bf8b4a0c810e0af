using System.Globalization;
using System.Numerics;

namespace PeeringTools.CmdletHost.Conversion;

/// <summary>Numbers as the language spells them: 12, -3, 0x1F, 1.5, 1e3, 12l, 1.5d, 4kb.</summary>
internal static class Numbers
{
    private static readonly (string Suffix, long Factor)[] Multipliers =
    [
        ("kb", 1L << 10), ("mb", 1L << 20), ("gb", 1L << 30), ("tb", 1L << 40), ("pb", 1L << 50),
    ];

    /// <summary>Reads a number: an int where it fits, else a long, a decimal or a double.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out object number)
    {
        number = 0;
        var factor = 1L;
        foreach (var (suffix, value) in Multipliers)
        {
            if (text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                factor = value;
                text = text[..^suffix.Length];
                break;
            }
        }

        var negative = text.StartsWith("-");
        if (negative || text.StartsWith("+"))
            text = text[1..];
        if (text.IsEmpty || !(char.IsAsciiDigit(text[0]) || (text[0] == '.' && text.Length > 1 && char.IsAsciiDigit(text[1]))))
            return false;

        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return TryParseHex(text[2..], negative, factor, out number);

        var isLong = text[^1] is 'l' or 'L';
        if (isLong)
            text = text[..^1];
        if (text[^1] is 'd' or 'D')
            return TryParseDecimal(text[..^1], negative ? -factor : factor, out number);
        if (BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
        {
            whole *= negative ? -factor : factor;
            number = isLong
                ? whole >= long.MinValue && whole <= long.MaxValue ? (long)whole : null!
                : Narrowest(whole);
            return number is not null;
        }

        if (isLong || !double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var real))
            return false;
        number = (negative ? -real : real) * factor;
        return true;
    }

    private static bool TryParseHex(ReadOnlySpan<char> digits, bool negative, long factor, out object number)
    {
        number = 0;
        if (digits.Length is 0 or > 16 || !ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
            return false;

        // As many digits as the type has give its bit pattern: 0xFFFFFFFF is -1.
        BigInteger whole = digits.Length switch
        {
            8 => (int)(uint)bits,
            16 => (long)bits,
            _ => bits,
        };
        number = Narrowest(whole * (negative ? -factor : factor));
        return true;
    }

    private static bool TryParseDecimal(ReadOnlySpan<char> digits, decimal factor, out object number)
    {
        var isNumber = decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var exact);
        number = isNumber ? exact * factor : 0;
        return isNumber;
    }

    private static object Narrowest(BigInteger whole)
    {
        if (whole >= int.MinValue && whole <= int.MaxValue)
            return (int)whole;
        if (whole >= long.MinValue && whole <= long.MaxValue)
            return (long)whole;
        return BigInteger.Abs(whole) <= (BigInteger)decimal.MaxValue ? (object)(decimal)whole : (double)whole;
    }
}
