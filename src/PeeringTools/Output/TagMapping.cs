namespace PeeringTools;

/// <summary>Tags of each service as the module's own.</summary>
internal static class TagMapping
{
    public static IReadOnlyList<ResourceTag> From(List<Aws.EC2.Model.Tag>? tags) => tags is null ? [] : [.. tags.Select(t => new ResourceTag(t.Key, t.Value))];

    public static IReadOnlyList<ResourceTag> From(List<Aws.DirectConnect.Model.Tag>? tags) => tags is null ? [] : [.. tags.Select(t => new ResourceTag(t.Key, t.Value))];
}
