using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>Tags of EC2 resources.</summary>
internal static class Tagging
{
    /// <summary>Filters of DescribeTags.</summary>
    private static readonly Filters<TagDescription> Known = new Filters<TagDescription>()
        .One("key", (_, tag) => tag.Key)
        .One("value", (_, tag) => tag.Value)
        .One("resource-id", (_, tag) => tag.ResourceId)
        .One("resource-type", (_, tag) => tag.ResourceType);

    /// <summary>The tag filter by key: <c>tag:&lt;key&gt;</c> in DescribeTags asks for the value of that key.</summary>
    private const string TagFilter = "tag:";

    // The resource type that goes with an id's prefix, as tag specifications and DescribeTags write it.
    private static readonly (string Prefix, string Type)[] Types =
    [
        ("vpc-", "vpc"), ("subnet-", "subnet"), ("rtb-", "route-table"), ("sg-", "security-group"), ("acl-", "network-acl"), ("eni-", "network-interface"),
        ("pcx-", "vpc-peering-connection"), ("tgw-attach-", "transit-gateway-attachment"), ("tgw-connect-peer-", "transit-gateway-connect-peer"),
        ("tgw-rtb-", "transit-gateway-route-table"), ("tgw-", "transit-gateway"),
    ];

    /// <summary>Adds these operations.</summary>
    public static Operations OnTagging(this Operations operations) => operations
        .On<CreateTagsRequest, CreateTagsResponse>(Create)
        .On<DeleteTagsRequest, DeleteTagsResponse>(Delete)
        .On<DescribeTagsRequest, DescribeTagsResponse>(Describe);

    /// <summary>A resource's tags as the caller sees them.</summary>
    public static List<Tag> Of(Call call, string id) => [.. call.Network.Tags.Of(call.Place, id).Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];

    /// <summary>The tags that a create brings for what it makes, checked.</summary>
    public static List<Tag> Read(List<TagSpecification>? specifications, string resourceType)
    {
        var tags = new List<Tag>();
        foreach (var specification in specifications ?? [])
        {
            if (specification.ResourceType != resourceType)
                throw new ServiceException("InvalidParameterValue", $"'{specification.ResourceType}' is not a valid taggable resource type for this operation.");
            tags.AddRange(specification.Tags ?? throw Lookup.Missing("Tag"));
        }
        Check(tags);
        return tags;
    }

    /// <summary>Puts tags on a resource, in the caller's account and Region.</summary>
    public static void Put(Call call, string id, IEnumerable<Tag> tags)
    {
        foreach (var tag in tags)
            call.Network.Tags.Set(call.Place, id, tag.Key!, tag.Value ?? "");
    }

    private static void Check(List<Tag> tags)
    {
        Call.Require(Tags.Check([.. tags.Select(tag => KeyValuePair.Create<string?, string?>(tag.Key, tag.Value ?? ""))], TagService.Ec2, "Tag"), "InvalidParameterValue");
    }

    private static CreateTagsResponse Create(Call call, CreateTagsRequest request)
    {
        var resources = Resources(call, request.Resources);
        var tags = request.Tags is { Count: > 0 } given ? given : throw Lookup.Missing("Tag");
        Check(tags);
        foreach (var id in resources)
        {
            var keys = call.Network.Tags.Of(call.Place, id).Keys.Union(tags.Select(tag => tag.Key!), StringComparer.Ordinal);
            if (keys.Count() > Tags.Most)
                throw new ServiceException("TagLimitExceeded", $"The maximum number of Tags for a resource has been reached: {id}");
        }
        call.Permit(resources);
        foreach (var id in resources)
            Put(call, id, tags);
        return new CreateTagsResponse();
    }

    private static DeleteTagsResponse Delete(Call call, DeleteTagsRequest request)
    {
        var resources = Resources(call, request.Resources);
        call.Permit(resources);
        foreach (var id in resources)
        {
            if (request.Tags is not { Count: > 0 } tags)
            {
                call.Network.Tags.Clear(call.Place, id);
                continue;
            }
            foreach (var tag in tags)
                call.Network.Tags.Remove(call.Place, id, tag.Key ?? throw Lookup.Missing("Tag.Key"), tag.Value);
        }
        return new DeleteTagsResponse();
    }

    private static DescribeTagsResponse Describe(Call call, DescribeTagsRequest request)
    {
        var byTag = (request.Filters ?? []).Where(filter => filter.Name?.StartsWith(TagFilter, StringComparison.Ordinal) == true)
            .Select(filter => new[] { new Filter { Name = "key", Values = [filter.Name![TagFilter.Length..]] }, new Filter { Name = "value", Values = filter.Values } })
            .SelectMany(pair => pair);
        var fits = Known.Compile(call, [.. (request.Filters ?? []).Where(filter => filter.Name?.StartsWith(TagFilter, StringComparison.Ordinal) != true), .. byTag]);
        var all = call.Network.Tags.In(call.Place).Where(tagged => TypeOf(tagged.Resource) is not null)
            .SelectMany(tagged => tagged.Tags.Select(tag => new TagDescription { ResourceId = tagged.Resource, ResourceType = TypeOf(tagged.Resource), Key = tag.Key, Value = tag.Value }))
            .OrderBy(tag => tag.ResourceId, StringComparer.Ordinal).ThenBy(tag => tag.Key, StringComparer.Ordinal)
            .Where(fits);
        var page = Paging.OfList(call, all, Paging.Ec2Size(request.MaxResults), request.NextToken);
        return new DescribeTagsResponse { Tags = page.Items, NextToken = page.NextToken };
    }

    private static string? TypeOf(string id) => Array.Find(Types, type => id.StartsWith(type.Prefix, StringComparison.Ordinal)).Type;

    private static List<string> Resources(Call call, List<string>? ids)
    {
        if (ids is not { Count: > 0 })
            throw Lookup.Missing("ResourceId");
        foreach (var id in ids)
        {
            var kind = ResourceIds.KindOf(id) ?? throw new ServiceException("InvalidID", $"The ID '{id}' is not valid");
            if (!Exists(call, id))
                throw Lookup.NotFound(kind, id);
        }
        return ids;
    }

    private static bool Exists(Call call, string id)
    {
        var network = call.Network;
        return TypeOf(id) switch
        {
            "vpc" => call.TryFind(network.Vpcs, id, out _),
            "subnet" => call.TryFind(network.Subnets, id, out _),
            "route-table" => call.TryFind(network.RouteTables, id, out _),
            "security-group" => call.TryFind(network.SecurityGroups, id, out _),
            "network-acl" => call.TryFind(network.NetworkAcls, id, out _),
            "network-interface" => call.TryFind(network.NetworkInterfaces, id, out _),
            "vpc-peering-connection" => call.TryFind(network.VpcPeerings, id, out _),
            "transit-gateway-attachment" => call.TryFind(network.TgwAttachments, id, out _),
            "transit-gateway-connect-peer" => call.TryFind(network.ConnectPeers, id, out _),
            "transit-gateway-route-table" => call.TryFind(network.TgwRouteTables, id, out _),
            "transit-gateway" => call.TryFind(network.TransitGateways, id, out _),
            _ => false,
        };
    }
}
