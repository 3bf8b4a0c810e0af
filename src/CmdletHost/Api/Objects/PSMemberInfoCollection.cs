using System.Collections;

namespace System.Management.Automation;

/// <summary>Members by name, whatever its case.</summary>
public abstract class PSMemberInfoCollection<T> : IEnumerable<T>
    where T : PSMemberInfo
{
    /// <summary>The member of that name, or null.</summary>
    public abstract T this[string name] { get; }

    /// <summary>Adds a member to this one object.</summary>
    public abstract void Add(T member);

    /// <summary>Adds a member to this one object.</summary>
    public abstract void Add(T member, bool preValidated);

    /// <summary>Takes an added member away.</summary>
    public abstract void Remove(string name);

    /// <summary>The members whose names match a wildcard pattern.</summary>
    public abstract ReadOnlyPSMemberInfoCollection<T> Match(string name);

    /// <summary>The members of some kinds whose names match a wildcard pattern.</summary>
    public abstract ReadOnlyPSMemberInfoCollection<T> Match(string name, PSMemberTypes memberTypes);

    public abstract IEnumerator<T> GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Members that were found.</summary>
public class ReadOnlyPSMemberInfoCollection<T> : IEnumerable<T>
    where T : PSMemberInfo
{
    private readonly List<T> _members;

    internal ReadOnlyPSMemberInfoCollection(List<T> members) => _members = members;

    /// <summary>How many.</summary>
    public int Count => _members.Count;

    /// <summary>The member at a place, from 0.</summary>
    public T this[int index] => _members[index];

    /// <summary>The member of that name, or null.</summary>
    public T? this[string name] => _members.Find(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase));

    public virtual IEnumerator<T> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
