using System.Collections.ObjectModel;

namespace PeeringTools.CmdletHost.Members;

/// <summary>The type names of an object: its class and the classes it derives from.</summary>
internal static class TypeNameList
{
    public static Collection<string> Of(object value)
    {
        var names = new Collection<string>();
        for (var type = value.GetType(); type is not null; type = type.BaseType)
            names.Add(type.FullName ?? type.Name);
        return names;
    }
}
