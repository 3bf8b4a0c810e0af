namespace System.Management.Automation;

/// <summary>Takes a value between two, both included.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ValidateRangeAttribute : ValidateEnumeratedArgumentsAttribute
{
    private readonly IComparable _min;
    private readonly IComparable _max;

    public ValidateRangeAttribute(object minRange, object maxRange)
    {
        ArgumentNullException.ThrowIfNull(minRange);
        ArgumentNullException.ThrowIfNull(maxRange);
        var type = minRange.GetType() == maxRange.GetType() ? minRange.GetType() : CommonType(minRange, maxRange);
        _min = LanguagePrimitives.ConvertTo(minRange, type) as IComparable ?? throw new ValidationMetadataException("The limits of a range have to be comparable.");
        _max = (IComparable)LanguagePrimitives.ConvertTo(maxRange, type)!;
        if (_min.CompareTo(_max) > 0)
            throw new ValidationMetadataException("The lower limit of a range is above its upper limit.");
    }

    /// <summary>The least value.</summary>
    public object MinRange => _min;

    /// <summary>The greatest value.</summary>
    public object MaxRange => _max;

    protected override void ValidateElement(object element)
    {
        var type = _min.GetType();
        if (element.GetType() != type && !LanguagePrimitives.TryConvertTo(element, type, out element!))
            throw new ValidationMetadataException($"The argument is not a {type}, as the limits of its range are.");
        if (_min.CompareTo(element) > 0)
            throw new ValidationMetadataException($"The {element} argument is less than the minimum allowed range of {_min}. Supply one from {_min} to {_max}.");
        if (_max.CompareTo(element) < 0)
            throw new ValidationMetadataException($"The {element} argument is greater than the maximum allowed range of {_max}. Supply one from {_min} to {_max}.");
    }

    private static Type CommonType(object min, object max)
    {
        foreach (var wide in (Type[])[typeof(int), typeof(long), typeof(double)])
        {
            if (LanguagePrimitives.TryConvertTo(min, wide, out _) && LanguagePrimitives.TryConvertTo(max, wide, out _))
                return wide;
        }

        throw new ValidationMetadataException($"The lower limit of a range ({min.GetType()}) and its upper limit ({max.GetType()}) differ in type.");
    }
}
