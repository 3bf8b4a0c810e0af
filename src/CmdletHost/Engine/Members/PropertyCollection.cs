using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace PeeringTools.CmdletHost.Members;

/// <summary>An object's properties: those added to it first, then its type's, then the .NET object's.</summary>
internal sealed class PropertyCollection<T>(PSObject owner) : PSMemberInfoCollection<T>
    where T : PSMemberInfo
{
    [SuppressMessage("Design", "CA1065:Do not raise exceptions in unexpected locations", Justification = "PowerShell's contract: null for a name that isn't there.")]
    public override T this[string name] => (T)(PSMemberInfo?)Find(name)!;

    public override void Add(T member) => Add(member, preValidated: false);

    public override void Add(T member, bool preValidated)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (member is not PSPropertyInfo property)
            throw new ExtendedTypeSystemException($"'{member.Name}' is no property; this host adds properties only.");
        if (owner.Added?.Exists(added => Same(added, member.Name)) == true)
            throw new ExtendedTypeSystemException($"The member \"{member.Name}\" is already present.");
        (owner.Added ??= []).Add(property is PSAliasProperty alias ? alias.On(owner) : property);
    }

    public override void Remove(string name) => owner.Added?.RemoveAll(added => Same(added, name));

    public override ReadOnlyPSMemberInfoCollection<T> Match(string name) => Match(name, PSMemberTypes.All);

    public override ReadOnlyPSMemberInfoCollection<T> Match(string name, PSMemberTypes memberTypes)
    {
        var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
        var matches = new List<T>();
        foreach (var member in this)
        {
            if (memberTypes.HasFlag(member.MemberType) && pattern.IsMatch(member.Name))
                matches.Add(member);
        }

        return new ReadOnlyPSMemberInfoCollection<T>(matches);
    }

    public override IEnumerator<T> GetEnumerator()
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in All())
        {
            if (seen.Add(property.Name))
                yield return (T)(PSMemberInfo)property;
        }
    }

    private static bool Same(PSMemberInfo member, string name) => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase);

    private PSPropertyInfo? Find(string name)
    {
        if (owner.Added?.Find(added => Same(added, name)) is { } added)
            return added;
        if (!owner.IsCustom && ClrProperties.Of(owner.BaseObject.GetType()).TryGetValue(name, out var member))
            return new PSProperty(owner.BaseObject, member);
        return TypeTable.Shared.FindProperty(owner, name);
    }

    private IEnumerable<PSPropertyInfo> All()
    {
        foreach (var property in owner.Added ?? [])
            yield return property;
        foreach (var property in TypeTable.Shared.PropertiesOf(owner))
            yield return property;
        if (owner.IsCustom)
            yield break;
        foreach (var member in ClrProperties.Of(owner.BaseObject.GetType()).Values)
            yield return new PSProperty(owner.BaseObject, member);
    }
}
