namespace System.Management.Automation;

/// <summary>A member of an object.</summary>
public abstract class PSMemberInfo
{
    /// <summary>Its name.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>What kind it is.</summary>
    public abstract PSMemberTypes MemberType { get; }

    /// <summary>Its value.</summary>
    public abstract object? Value { get; set; }

    /// <summary>The type of its value.</summary>
    public abstract string TypeNameOfValue { get; }

    /// <summary>Whether it was added to this one object.</summary>
    public bool IsInstance { get; internal set; }

    /// <summary>One like it.</summary>
    public abstract PSMemberInfo Copy();

    protected void SetMemberName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }
}

/// <summary>Kinds of member.</summary>
[Flags]
public enum PSMemberTypes
{
    AliasProperty = 1,
    CodeProperty = 2,
    Property = 4,
    NoteProperty = 8,
    ScriptProperty = 16,
    Properties = AliasProperty | CodeProperty | Property | NoteProperty | ScriptProperty,
    PropertySet = 32,
    Method = 64,
    CodeMethod = 128,
    ScriptMethod = 256,
    Methods = Method | CodeMethod | ScriptMethod,
    ParameterizedProperty = 512,
    MemberSet = 1024,
    Event = 2048,
    Dynamic = 4096,
    All = Properties | PropertySet | Methods | ParameterizedProperty | MemberSet | Event | Dynamic,
}
