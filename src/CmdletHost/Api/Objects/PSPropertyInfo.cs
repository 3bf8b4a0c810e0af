using System.Reflection;

namespace System.Management.Automation;

/// <summary>A property of an object.</summary>
public abstract class PSPropertyInfo : PSMemberInfo
{
    /// <summary>Whether it can be set.</summary>
    public abstract bool IsSettable { get; }

    /// <summary>Whether it can be read.</summary>
    public abstract bool IsGettable { get; }
}

/// <summary>A value with a name.</summary>
public class PSNoteProperty : PSPropertyInfo
{
    private object? _value;

    public PSNoteProperty(string name, object? value)
    {
        SetMemberName(name);
        _value = value;
        IsInstance = true;
    }

    public override PSMemberTypes MemberType => PSMemberTypes.NoteProperty;

    public override bool IsSettable => true;

    public override bool IsGettable => true;

    public override object? Value
    {
        get => _value;
        set => _value = value;
    }

    public override string TypeNameOfValue => PSObject.Unwrap(_value)?.GetType().FullName ?? "System.Object";

    public override PSMemberInfo Copy() => new PSNoteProperty(Name, _value);

    public override string ToString() => $"{TypeNameOfValue} {Name}={_value}";
}

/// <summary>Another name of a property.</summary>
public class PSAliasProperty : PSPropertyInfo
{
    private readonly PSObject? _owner;

    public PSAliasProperty(string name, string referencedMemberName)
    {
        SetMemberName(name);
        ReferencedMemberName = referencedMemberName;
    }

    internal PSAliasProperty(PSObject owner, string name, string referencedMemberName)
        : this(name, referencedMemberName) => _owner = owner;

    /// <summary>The property it stands for.</summary>
    public string ReferencedMemberName { get; }

    public override PSMemberTypes MemberType => PSMemberTypes.AliasProperty;

    public override bool IsSettable => Referenced.IsSettable;

    public override bool IsGettable => Referenced.IsGettable;

    public override object? Value
    {
        get => Referenced.Value;
        set => Referenced.Value = value;
    }

    public override string TypeNameOfValue => Referenced.TypeNameOfValue;

    private PSPropertyInfo Referenced =>
        _owner?.Properties[ReferencedMemberName] ?? throw new ExtendedTypeSystemException($"'{Name}' is an alias of '{ReferencedMemberName}', which isn't there.");

    public override PSMemberInfo Copy() => new PSAliasProperty(Name, ReferencedMemberName);

    public override string ToString() => $"{Name} = {ReferencedMemberName}";

    internal PSAliasProperty On(PSObject owner) => new(owner, Name, ReferencedMemberName) { IsInstance = true };
}

/// <summary>A property of the .NET object.</summary>
public class PSProperty : PSPropertyInfo
{
    private readonly object _target;
    private readonly MemberInfo _member;

    internal PSProperty(object target, MemberInfo member)
    {
        SetMemberName(member.Name);
        (_target, _member) = (target, member);
    }

    public override PSMemberTypes MemberType => PSMemberTypes.Property;

    public override bool IsSettable => _member is PropertyInfo property ? property.SetMethod is { IsPublic: true } : _member is FieldInfo { IsInitOnly: false };

    public override bool IsGettable => true;

    public override object? Value
    {
        get
        {
            try
            {
                return _member is PropertyInfo property ? property.GetValue(_target) : ((FieldInfo)_member).GetValue(_target);
            }
            catch (TargetInvocationException e)
            {
                throw new GetValueException($"Exception getting \"{Name}\": \"{e.InnerException!.Message}\"", e.InnerException);
            }
        }

        set
        {
            if (!IsSettable)
                throw new SetValueException($"'{Name}' can only be read.");
            var converted = LanguagePrimitives.ConvertTo(value, ValueType);
            try
            {
                if (_member is PropertyInfo property)
                    property.SetValue(_target, converted);
                else
                    ((FieldInfo)_member).SetValue(_target, converted);
            }
            catch (TargetInvocationException e)
            {
                throw new SetValueException($"Exception setting \"{Name}\": \"{e.InnerException!.Message}\"", e.InnerException);
            }
        }
    }

    public override string TypeNameOfValue => ValueType.FullName ?? ValueType.Name;

    private Type ValueType => _member is PropertyInfo property ? property.PropertyType : ((FieldInfo)_member).FieldType;

    public override PSMemberInfo Copy() => new PSProperty(_target, _member);

    public override string ToString() => $"{TypeNameOfValue} {Name}";
}
