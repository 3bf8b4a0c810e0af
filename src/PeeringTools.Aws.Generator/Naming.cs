using PeeringTools.Aws.Generator.Model;

namespace PeeringTools.Aws.Generator;

/// <summary>C# names for the API's names, as the AWS SDK for .NET has them.</summary>
internal static class Naming
{
    // C# forbids a member with its class's name; the SDK calls these three so.
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["CidrBlock.CidrBlock"] = "Cidr",
        ["Ipv6CidrBlock.Ipv6CidrBlock"] = "Value",
        ["PrefixListId.PrefixListId"] = "Id",
    };

    private static readonly char[] Separators = ['-', '.', ' ', '/', ':'];

    public static string Capitalize(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    public static string Property(Member member) =>
        Renamed.TryGetValue(member.Owner.Name + "." + member.Name, out var name) ? name : Capitalize(member.Name);

    /// <summary>The constant for each value of an enum: its pieces with capitals (<c>opt-in-not-required</c> is OptInNotRequired).</summary>
    public static IEnumerable<(string Constant, string Value)> Constants(Shape shape)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { shape.Name };
        foreach (var value in shape.Values)
        {
            var name = string.Concat(value.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(Capitalize));
            if (name.Length == 0 || char.IsDigit(name[0])) name = "_" + name;
            while (!taken.Add(name)) name += "_";
            yield return (name, value);
        }
    }

    public static string Type(Shape shape) => shape.Type switch
    {
        ShapeType.Structure => shape.Name,
        ShapeType.List => $"List<{Type(shape.Element!)}>",
        ShapeType.String => "string",
        ShapeType.Boolean => "bool",
        ShapeType.Integer => "int",
        ShapeType.Long => "long",
        _ => "DateTime",
    };
}
