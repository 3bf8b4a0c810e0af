namespace PeeringTools;

/// <summary>A tag of a resource.</summary>
public sealed class ResourceTag
{
    internal ResourceTag(string? key, string? value)
    {
        Key = key;
        Value = value;
    }

    /// <summary>The key, 1 to 128 characters.</summary>
    public string? Key { get; }

    /// <summary>The value, 0 to 256 characters.</summary>
    public string? Value { get; }

    /// <summary><c>Key=Value</c>.</summary>
    public override string ToString() => $"{Key}={Value}";
}
