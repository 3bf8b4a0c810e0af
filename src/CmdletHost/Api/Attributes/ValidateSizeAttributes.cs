using System.Collections;
using System.Text.RegularExpressions;

namespace System.Management.Automation;

/// <summary>Takes text of a number of characters.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ValidateLengthAttribute : ValidateEnumeratedArgumentsAttribute
{
    public ValidateLengthAttribute(int minLength, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minLength);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxLength);
        if (maxLength < minLength)
            throw new ValidationMetadataException("The greatest length is less than the least.");
        (MinLength, MaxLength) = (minLength, maxLength);
    }

    /// <summary>The fewest characters.</summary>
    public int MinLength { get; }

    /// <summary>The most characters.</summary>
    public int MaxLength { get; }

    protected override void ValidateElement(object element)
    {
        if (element is not string text)
            throw new ValidationMetadataException("A length can be checked on text only.");
        if (text.Length < MinLength)
            throw new ValidationMetadataException($"The argument has {text.Length} characters, too few: supply {MinLength} to {MaxLength}.");
        if (text.Length > MaxLength)
            throw new ValidationMetadataException($"The argument has {text.Length} characters, too many: supply {MinLength} to {MaxLength}.");
    }
}

/// <summary>Takes a collection of a number of elements.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ValidateCountAttribute : ValidateArgumentsAttribute
{
    public ValidateCountAttribute(int minLength, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minLength);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxLength);
        if (maxLength < minLength)
            throw new ValidationMetadataException("The greatest count is less than the least.");
        (MinLength, MaxLength) = (minLength, maxLength);
    }

    /// <summary>The fewest elements.</summary>
    public int MinLength { get; }

    /// <summary>The most elements.</summary>
    public int MaxLength { get; }

    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        var count = PSObject.Unwrap(arguments) switch
        {
            null => 0,
            string => throw NotCollection(),
            ICollection collection => collection.Count,
            IEnumerable elements => elements.Cast<object?>().Count(),
            _ => throw NotCollection(),
        };
        if (count < MinLength || count > MaxLength)
        {
            throw new ValidationMetadataException(MinLength == MaxLength
                ? $"The parameter takes exactly {MinLength} value(s); {count} were provided."
                : $"The parameter takes {MinLength} to {MaxLength} values; {count} were provided.");
        }
    }

    private static ValidationMetadataException NotCollection() => new("A count can be checked on a collection only.");
}

/// <summary>Takes text that matches a regular expression.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ValidatePatternAttribute : ValidateEnumeratedArgumentsAttribute
{
    public ValidatePatternAttribute(string regexPattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(regexPattern);
        RegexPattern = regexPattern;
    }

    /// <summary>The expression.</summary>
    public string RegexPattern { get; }

    /// <summary>How to match it.</summary>
    public RegexOptions Options { get; set; } = RegexOptions.IgnoreCase;

    protected override void ValidateElement(object element)
    {
        var text = element.ToString() ?? string.Empty;
        if (!Regex.IsMatch(text, RegexPattern, Options, TimeSpan.FromSeconds(10)))
            throw new ValidationMetadataException($"The argument \"{text}\" does not match the \"{RegexPattern}\" pattern. Supply one that does.");
    }
}
