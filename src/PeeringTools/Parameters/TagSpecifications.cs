using PeeringTools.Aws.EC2.Model;

namespace PeeringTools.Parameters;

/// <summary>Tags in the form that EC2's create calls take.</summary>
internal static class TagSpecifications
{
    /// <summary>One specification for <paramref name="resourceType"/>, or null where there are no tags.</summary>
    public static List<TagSpecification>? For(string resourceType, IReadOnlyList<KeyValuePair<string?, string?>> tags) => tags.Count == 0
        ? null
        : [new() { ResourceType = resourceType, Tags = [.. tags.Select(t => new Tag { Key = t.Key, Value = t.Value })] }];
}
