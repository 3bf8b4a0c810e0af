using PeeringTools.Aws.Generator.Model;

namespace PeeringTools.Aws.Generator.Emit;

/// <summary>One line of documentation per member: where it stands in the API, its name on the wire, what the API takes.</summary>
internal static class Docs
{
    public static string Member(ServiceModel service, string owner, Member member)
    {
        var wire = service.Protocol == Protocol.Ec2Query && owner.EndsWith("Request", StringComparison.Ordinal) ? member.QueryWireName : member.WireName;
        var text = $"{service.ServiceId} <c>{owner}.{member.Name}</c>, wire name <c>{wire}</c>.";
        if (member.IsRequired) text += " Required.";
        if (member.IsIdempotencyToken) text += " Makes a repeated request safe; a new GUID where null.";
        text += Constraints(member.Shape);
        return $"<summary>{text}</summary>";
    }

    private static string Constraints(Shape shape)
    {
        var text = shape.Type switch
        {
            ShapeType.String => Range(shape, "Length ", ""),
            ShapeType.List => Range(shape, "", " items") + Constraints(shape.Element!),
            ShapeType.Timestamp => " UTC.",
            _ => Range(shape, "Range ", ""),
        };
        if (shape.Pattern is { } pattern) text += $" Pattern <c>{CodeWriter.Escape(pattern)}</c>.";
        if (shape.IsEnum) text += $" Known values in <see cref=\"{shape.Name}\"/>; others pass through.";
        return text;
    }

    private static string Range(Shape shape, string before, string after) => (shape.Min, shape.Max) switch
    {
        (null, null) => "",
        ({ } min, null) => $" {before}{min} or more{after}.",
        (null, { } max) => $" {before}{max} at most{after}.",
        ({ } min, { } max) => $" {before}{min} to {max}{after}.",
    };
}
