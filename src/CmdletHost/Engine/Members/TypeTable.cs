using System.Collections.Concurrent;
using System.Management.Automation;
using System.Xml;
using PeeringTools.CmdletHost.Language;

namespace PeeringTools.CmdletHost.Members;

/// <summary>What types.ps1xml files add to types. A file is read when a name is first looked for in it.</summary>
internal sealed class TypeTable
{
    private readonly ConcurrentQueue<string> _unread = new();
    private readonly ConcurrentDictionary<string, TypeEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The one table: as in PowerShell, what a module adds holds for every object in the process.</summary>
    public static TypeTable Shared { get; } = new();

    public void AddFile(string path)
    {
        if (!_unread.Contains(path, StringComparer.Ordinal))
            _unread.Enqueue(path);
    }

    public PSPropertyInfo? FindProperty(PSObject owner, string name)
    {
        foreach (var entry in EntriesOf(owner))
        {
            if (entry.Properties.TryGetValue(name, out var make))
                return make(owner);
        }

        return null;
    }

    public IEnumerable<PSPropertyInfo> PropertiesOf(PSObject owner)
    {
        foreach (var entry in EntriesOf(owner))
        {
            foreach (var make in entry.Properties.Values)
                yield return make(owner);
        }
    }

    /// <summary>The properties a list of such an object shows, or null where all are shown.</summary>
    public IReadOnlyList<string>? DefaultDisplayProperties(PSObject owner)
    {
        foreach (var entry in EntriesOf(owner))
        {
            if (entry.DefaultDisplay is { Count: > 0 } names)
                return names;
        }

        return null;
    }

    private IEnumerable<TypeEntry> EntriesOf(PSObject owner)
    {
        ReadFiles();
        if (_entries.IsEmpty)
            yield break;
        foreach (var name in owner.TypeNames)
        {
            if (_entries.TryGetValue(name, out var entry))
                yield return entry;
        }
    }

    private void ReadFiles()
    {
        if (_unread.IsEmpty)
            return;
        lock (_unread)
        {
            while (_unread.TryDequeue(out var path))
                ReadFile(path);
        }
    }

    private void ReadFile(string path)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.Load(path);
        foreach (XmlElement type in document.SelectNodes("/Types/Type")!)
        {
            var entry = _entries.GetOrAdd(Text(type, "Name"), _ => new TypeEntry());
            foreach (XmlElement member in type.SelectNodes("Members/*")!)
                AddMember(entry, member, path);
        }
    }

    private static void AddMember(TypeEntry entry, XmlElement member, string path)
    {
        var name = Text(member, "Name");
        switch (member.Name)
        {
            case "AliasProperty":
                var referenced = Text(member, "ReferencedMemberName");
                entry.Properties[name] = owner => new PSAliasProperty(owner, name, referenced);
                break;
            case "NoteProperty":
                var value = Text(member, "Value");
                entry.Properties[name] = _ => new PSNoteProperty(name, value);
                break;
            case "ScriptProperty":
                var body = ScriptParser.ParseExpression(Text(member, "GetScriptBlock"), path);
                entry.Properties[name] = owner => new ComputedProperty(owner, name, body);
                break;
            case "MemberSet" when name is "PSStandardMembers":
                foreach (XmlElement property in member.SelectNodes("Members/PropertySet[Name='DefaultDisplayPropertySet']/ReferencedProperties/Name")!)
                    entry.DefaultDisplay.Add(property.InnerText.Trim());
                break;
            default:
                throw new NotSupportedException($"{path}: this host doesn't know the member kind {member.Name} ('{name}').");
        }
    }

    private static string Text(XmlElement element, string child) => element[child]?.InnerText.Trim() ?? string.Empty;

    private sealed class TypeEntry
    {
        public Dictionary<string, Func<PSObject, PSPropertyInfo>> Properties { get; } = new(StringComparer.OrdinalIgnoreCase);

        public List<string> DefaultDisplay { get; } = [];
    }
}
