namespace System.Management.Automation;

/// <summary>A parameter that is on by being named.</summary>
public readonly struct SwitchParameter(bool isPresent)
{
    private readonly bool _isPresent = isPresent;

    /// <summary>On.</summary>
    public static SwitchParameter Present => new(true);

    /// <summary>Whether it is on.</summary>
    public bool IsPresent => _isPresent;

    public static implicit operator bool(SwitchParameter switchParameter) => switchParameter._isPresent;

    public static implicit operator SwitchParameter(bool value) => new(value);

    public static bool operator ==(SwitchParameter first, SwitchParameter second) => first._isPresent == second._isPresent;

    public static bool operator !=(SwitchParameter first, SwitchParameter second) => first._isPresent != second._isPresent;

    public static bool operator ==(SwitchParameter first, bool second) => first._isPresent == second;

    public static bool operator !=(SwitchParameter first, bool second) => first._isPresent != second;

    public static bool operator ==(bool first, SwitchParameter second) => first == second._isPresent;

    public static bool operator !=(bool first, SwitchParameter second) => first != second._isPresent;

    /// <summary>Whether it is on.</summary>
    public bool ToBool() => _isPresent;

    public override bool Equals(object? obj) => obj switch
    {
        bool other => other == _isPresent,
        SwitchParameter other => other._isPresent == _isPresent,
        _ => false,
    };

    public override int GetHashCode() => _isPresent.GetHashCode();

    public override string ToString() => _isPresent.ToString();
}
