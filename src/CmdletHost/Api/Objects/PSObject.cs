using System.Collections;
using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using PeeringTools.CmdletHost.Conversion;
using PeeringTools.CmdletHost.Members;

namespace System.Management.Automation;

/// <summary>An object with the members that scripts see.</summary>
public class PSObject : IFormattable, IComparable
{
    private readonly object _base;
    private Collection<string>? _typeNames;

    public PSObject() => _base = PSCustomObject.Instance;

    public PSObject(object obj) => _base = obj switch
    {
        null => throw new PSArgumentNullException(nameof(obj)),
        PSObject inner => inner._base,
        _ => obj,
    };

    /// <summary>The object itself.</summary>
    public object BaseObject => _base;

    /// <summary>The object itself.</summary>
    public object ImmediateBaseObject => _base;

    /// <summary>Its properties: those added to it, those of its type, those of the .NET object.</summary>
    [field: AllowNull]
    public PSMemberInfoCollection<PSPropertyInfo> Properties => field ??= new PropertyCollection<PSPropertyInfo>(this);

    /// <summary>Its members; this host sees properties only.</summary>
    [field: AllowNull]
    public PSMemberInfoCollection<PSMemberInfo> Members => field ??= new PropertyCollection<PSMemberInfo>(this);

    /// <summary>The names its views and members are found by, the nearest first.</summary>
    public Collection<string> TypeNames => _typeNames ??= TypeNameList.Of(_base);

    internal List<PSPropertyInfo>? Added { get; set; }

    /// <summary>A number's spelling in the script, so that 0123 given to a text parameter stays 0123.</summary>
    internal string? TokenText { get; init; }

    internal bool IsCustom => _base is PSCustomObject;

    public static implicit operator PSObject(int valueToConvert) => new(valueToConvert);

    public static implicit operator PSObject(string valueToConvert) => new(valueToConvert);

    public static implicit operator PSObject(Hashtable valueToConvert) => new(valueToConvert);

    public static implicit operator PSObject(double valueToConvert) => new(valueToConvert);

    public static implicit operator PSObject(bool valueToConvert) => new(valueToConvert);

    /// <summary>The object wrapped, once.</summary>
    public static PSObject AsPSObject(object obj) => obj as PSObject ?? new PSObject(obj);

    /// <summary>One like it, with its own added members.</summary>
    public virtual PSObject Copy()
    {
        var copy = new PSObject(_base);
        foreach (var property in Added ?? [])
            copy.Properties.Add((PSPropertyInfo)property.Copy());
        if (_typeNames is not null)
            copy._typeNames = new Collection<string>([.. _typeNames]);
        return copy;
    }

    public int CompareTo(object? obj) => ReferenceEquals(this, obj) ? 0 : LanguagePrimitives.Compare(this, obj);

    public override bool Equals(object? obj) =>
        ReferenceEquals(this, obj) || (!IsCustom && LanguagePrimitives.Equals(_base, Unwrap(obj)));

    public override int GetHashCode() => IsCustom ? base.GetHashCode() : _base.GetHashCode();

    public override string ToString() => TokenText ?? (IsCustom ? CustomText() : ToText.Of(_base));

    public string ToString(string? format, IFormatProvider? formatProvider) =>
        _base is IFormattable formattable ? formattable.ToString(format, formatProvider) : ToString();

    /// <summary>The .NET object, or the property bag itself where there is none.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    internal static object? Unwrap(object? value) => value is PSObject { IsCustom: false } wrapper ? wrapper._base : value;

    private string CustomText()
    {
        if (Added is not { Count: > 0 })
            return string.Empty;
        return "@{" + string.Join("; ", Added.Select(property => $"{property.Name}={ToText.Of(property.Value)}")) + "}";
    }
}
