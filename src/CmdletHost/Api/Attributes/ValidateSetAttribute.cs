namespace System.Management.Automation;

/// <summary>Takes one of a list of values.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ValidateSetAttribute : ValidateEnumeratedArgumentsAttribute
{
    private readonly string[] _validValues;

    public ValidateSetAttribute(params string[] validValues)
    {
        ArgumentNullException.ThrowIfNull(validValues);
        ArgumentOutOfRangeException.ThrowIfZero(validValues.Length, nameof(validValues));
        _validValues = validValues;
    }

    /// <summary>Whether case matters; it doesn't unless this is false.</summary>
    public bool IgnoreCase { get; set; } = true;

    /// <summary>The values.</summary>
    public IList<string> ValidValues => _validValues;

    protected override void ValidateElement(object element)
    {
        var comparison = IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var text = element.ToString();
        if (!Array.Exists(_validValues, valid => string.Equals(valid, text, comparison)))
            throw new ValidationMetadataException($"The argument \"{text}\" is not one of \"{string.Join(',', _validValues)}\". Supply one of these.");
    }
}
