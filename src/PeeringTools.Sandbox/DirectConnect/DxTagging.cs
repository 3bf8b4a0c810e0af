using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.DirectConnect;

/// <summary>Tags by ARN.</summary>
internal static class DxTagging
{
    /// <summary>Adds these operations.</summary>
    public static Operations OnDxTagging(this Operations operations) => operations
        .On<TagResourceRequest, TagResourceResponse>(Tag)
        .On<UntagResourceRequest, UntagResourceResponse>(Untag)
        .On<DescribeTagsRequest, DescribeTagsResponse>(Describe);

    private static TagResourceResponse Tag(Call call, TagResourceRequest request)
    {
        var (place, id) = Find(call, request.ResourceArn);
        if (request.Tags is not { Count: > 0 })
            throw Dx.Client("tags is required.");
        var tags = Dx.ReadTags(request.Tags);
        if (call.Network.Tags.Of(place, id).Keys.Union(tags.Select(tag => tag.Key!), StringComparer.Ordinal).Count() > Tags.Most)
            throw new ServiceException("TooManyTagsException", $"You have reached the limit of {Tags.Most} tags on the resource.");
        call.Permit(id);
        Dx.Tag(call, place, id, tags);
        return new TagResourceResponse();
    }

    private static UntagResourceResponse Untag(Call call, UntagResourceRequest request)
    {
        var (place, id) = Find(call, request.ResourceArn);
        var keys = request.TagKeys is { Count: > 0 } given ? given : throw Dx.Client("tagKeys is required.");
        call.Permit(id);
        foreach (var key in keys)
            call.Network.Tags.Remove(place, id, key);
        return new UntagResourceResponse();
    }

    private static DescribeTagsResponse Describe(Call call, DescribeTagsRequest request) => new()
    {
        ResourceTags = (request.ResourceArns ?? throw Dx.Client("resourceArns is required.")).ConvertAll(arn =>
        {
            var (place, id) = Find(call, arn);
            return new ResourceTag { ResourceArn = arn, Tags = Dx.TagsOf(call, place, id) };
        }),
    };

    // arn:partition:directconnect:region:account:dxvif/dxvif-..., and dx-gateway/<uuid> without a Region.
    private static (Place Place, string Id) Find(Call call, string? arn)
    {
        var parts = (arn ?? "").Split(':', 6);
        var resource = parts is ["arn", _, "directconnect", _, _, var last] ? last.Split('/', 2) : [];
        var network = call.Network;
        Record record = resource switch
        {
            ["dxcon", var id] => Dx.Get(call, network.DxConnections, id, "Connection"),
            ["dxlag", var id] => Dx.Get(call, network.Lags, id, "LAG"),
            ["dxvif", var id] => Dx.Get(call, network.VirtualInterfaces, id, "Virtual interface"),
            ["dx-gateway", var id] => Dx.Get(call, network.DxGateways, id, "Direct Connect gateway", call.Place.Global),
            _ => throw Dx.Client($"ARN {arn} is invalid."),
        };
        return record.Account == call.Account ? (record.Home, record.Id) : throw Dx.Client($"Account {call.Account} is not authorized to tag {record.Id}.");
    }
}
