using System.Collections.Concurrent;
using System.Reflection;

namespace PeeringTools.CmdletHost.Members;

/// <summary>The public properties and fields of .NET types, by name in any case and in order.</summary>
internal static class ClrProperties
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, MemberInfo>> ByType = new();

    public static Dictionary<string, MemberInfo> Of(Type type) => ByType.GetOrAdd(type, static type =>
    {
        var members = new Dictionary<string, MemberInfo>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
                members.TryAdd(property.Name, property);
        }

        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
            members.TryAdd(field.Name, field);
        return members;
    });
}
