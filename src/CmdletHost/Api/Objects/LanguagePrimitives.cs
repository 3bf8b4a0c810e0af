using System.Collections;
using PeeringTools.CmdletHost.Conversion;

namespace System.Management.Automation;

/// <summary>The language's own rules for types and comparisons.</summary>
public static class LanguagePrimitives
{
    /// <summary>The value as that type.</summary>
    /// <exception cref="PSInvalidCastException">It can't be one.</exception>
    public static object? ConvertTo(object? valueToConvert, Type resultType) => TypeConversion.Convert(valueToConvert, resultType);

    /// <summary>The value as that type.</summary>
    /// <exception cref="PSInvalidCastException">It can't be one.</exception>
    public static object? ConvertTo(object? valueToConvert, Type resultType, IFormatProvider formatProvider) =>
        TypeConversion.Convert(valueToConvert, resultType);

    /// <summary>The value as that type.</summary>
    /// <exception cref="PSInvalidCastException">It can't be one.</exception>
    public static T ConvertTo<T>(object? valueToConvert) => (T)TypeConversion.Convert(valueToConvert, typeof(T))!;

    /// <summary>The value as that type, where it can be one.</summary>
    public static bool TryConvertTo<T>(object? valueToConvert, out T result)
    {
        var converted = TryConvertTo(valueToConvert, typeof(T), out var value);
        result = converted ? (T)value! : default!;
        return converted;
    }

    /// <summary>The value as that type, where it can be one.</summary>
    public static bool TryConvertTo<T>(object? valueToConvert, IFormatProvider formatProvider, out T result) => TryConvertTo(valueToConvert, out result);

    /// <summary>The value as that type, where it can be one.</summary>
    public static bool TryConvertTo(object? valueToConvert, Type resultType, out object? result)
    {
        try
        {
            result = TypeConversion.Convert(valueToConvert, resultType);
            return true;
        }
        catch (InvalidCastException)
        {
            result = null;
            return false;
        }
    }

    /// <summary>The value as that type, where it can be one.</summary>
    public static bool TryConvertTo(object? valueToConvert, Type resultType, IFormatProvider formatProvider, out object? result) =>
        TryConvertTo(valueToConvert, resultType, out result);

    /// <summary>Whether a script takes the value for true.</summary>
    public static bool IsTrue(object? obj) => Truth.Of(obj);

    /// <summary>What a pipeline would enumerate, or null where it wouldn't: text, dictionaries and XML stay whole.</summary>
    public static IEnumerable? GetEnumerable(object? obj) => PSObject.Unwrap(obj) switch
    {
        string or IDictionary or System.Xml.XmlNode or PSObject => null,
        IEnumerable elements => elements,
        _ => null,
    };

    /// <summary>An enumerator of what a pipeline would enumerate, or null where it wouldn't.</summary>
    public static IEnumerator? GetEnumerator(object? obj) => GetEnumerable(obj)?.GetEnumerator();

    /// <summary>Whether -eq says they are equal; the second is converted to the first's type.</summary>
    public static new bool Equals(object? first, object? second) => Comparison.AreEqual(first, second, ignoreCase: true);

    /// <summary>Whether -eq or -ceq says they are equal.</summary>
    public static bool Equals(object? first, object? second, bool ignoreCase) => Comparison.AreEqual(first, second, ignoreCase);

    /// <summary>Below 0, 0 or above 0 as -lt, -eq and -gt say.</summary>
    /// <exception cref="ArgumentException">They have no order.</exception>
    public static int Compare(object? first, object? second) => Comparison.Order(first, second, ignoreCase: true);

    /// <summary>Below 0, 0 or above 0 as -lt, -eq and -gt say.</summary>
    /// <exception cref="ArgumentException">They have no order.</exception>
    public static int Compare(object? first, object? second, bool ignoreCase) => Comparison.Order(first, second, ignoreCase);
}
