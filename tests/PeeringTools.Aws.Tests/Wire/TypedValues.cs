using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;

namespace PeeringTools.Aws.Tests.Wire;

/// <summary>Turns sample values into the typed classes and back, by reflection over the properties' names.</summary>
internal static class TypedValues
{
    // C# forbids a member with its class's name; these are the SDK's names.
    private static readonly Dictionary<string, string> Renamed = new()
    {
        ["CidrBlock.CidrBlock"] = "Cidr", ["Ipv6CidrBlock.Ipv6CidrBlock"] = "Value", ["PrefixListId.PrefixListId"] = "Id",
    };

    private static readonly string[] NotOfTheModel = ["ResponseMetadata", "ContentLength", "HttpStatusCode"];

    public static object ToTyped(Type type, JsonNode value)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying) return ToTyped(underlying, value);
        if (type == typeof(string)) return (string)value!;
        if (type == typeof(bool)) return (bool)value;
        if (type == typeof(int)) return (int)(long)JsonNode.Parse(value.ToJsonString())!;
        if (type == typeof(long)) return (long)JsonNode.Parse(value.ToJsonString())!;
        if (type == typeof(DateTime)) return DateTimeOffset.Parse((string)value!, CultureInfo.InvariantCulture).UtcDateTime;
        var result = Activator.CreateInstance(type)!;
        if (result is IList list)
        {
            foreach (var item in value.AsArray()) list.Add(ToTyped(type.GetGenericArguments()[0], item!));
            return result;
        }

        foreach (var (name, member) in value.AsObject())
        {
            var property = Property(type, name);
            property.SetValue(result, ToTyped(property.PropertyType, member!));
        }

        return result;
    }

    public static JsonNode ToTree(object value, ApiModel model, string? shape)
    {
        switch (value)
        {
            case string text: return text;
            case bool flag: return flag;
            case int number: return (long)number;
            case long number: return number;
            case DateTime time:
                Assert.Equal(DateTimeKind.Utc, time.Kind);
                return time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
            case IList list:
                return new JsonArray([.. list.Cast<object>().Select(item => ToTree(item, model, (string)model.Shape(shape!)["member"]!["shape"]!))]);
        }

        var type = value.GetType();
        var members = model.Members(shape).ToDictionary(m => Property(type, m.Name).Name);
        var own = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(p => !NotOfTheModel.Contains(p.Name)).ToList();
        Assert.Equal(members.Keys.Order(StringComparer.Ordinal), own.Select(p => p.Name).Order(StringComparer.Ordinal));
        var tree = new JsonObject();
        foreach (var property in own)
            if (property.GetValue(value) is { } set) tree[members[property.Name].Name] = ToTree(set, model, members[property.Name].Shape);
        return tree;
    }

    public static void AssertEqual(JsonNode expected, JsonNode actual)
    {
        // Parsed anew, so that an int and a long are the same number.
        if (!JsonNode.DeepEquals(JsonNode.Parse(expected.ToJsonString()), JsonNode.Parse(actual.ToJsonString())))
            Assert.Equal(expected.ToJsonString(), actual.ToJsonString());
    }

    private static PropertyInfo Property(Type type, string member)
    {
        var name = Renamed.GetValueOrDefault($"{type.Name}.{member}", char.ToUpperInvariant(member[0]) + member[1..]);
        return type.GetProperty(name) ?? throw new Xunit.Sdk.XunitException($"{type.Name} has no property {name}.");
    }
}
