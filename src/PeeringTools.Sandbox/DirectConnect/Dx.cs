using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.DirectConnect;

/// <summary>What all Direct Connect handlers need: finding, refusing, paging, tagging.</summary>
internal static class Dx
{
    /// <summary>The client's mistake; Direct Connect has one code for all of them.</summary>
    public static ServiceException Client(string message) => new("DirectConnectClientException", message);

    /// <summary>Refuses where a rule is broken.</summary>
    public static void Require(RuleBreak? broken)
    {
        if (broken is { IsWarning: false })
            throw Client(broken.Message);
    }

    /// <summary>The resource that an id leads to, from here.</summary>
    public static T Get<T>(Call call, Table<T> table, string? id, string noun, Place? from = null)
        where T : Record
    {
        if (string.IsNullOrEmpty(id))
            throw Client($"{noun} ID is required.");
        return table.TryGet(id, out var record) && record.Places.Contains(from ?? call.Place) && call.Sees(record, from ?? call.Place)
            ? record
            : throw Client($"{noun} {id} does not exist in Region {call.Region}.");
    }

    /// <summary>A page of records that are all wanted or chosen by one id. Sizes above 100 count as 100 (Direct Connect API Reference, maxResults).</summary>
    public static Page<T> Page<T>(Call call, List<T> ordered, Func<T, bool> fits, int? maxResults, string? nextToken, Place? from = null)
        where T : Record =>
        Paging.Of(call, ordered, record => call.Sees(record, from ?? call.Place) && fits(record), Size(maxResults), nextToken);

    /// <summary>A page of things worked out for the call.</summary>
    public static Page<T> PageOfList<T>(Call call, IEnumerable<T> ordered, int? maxResults, string? nextToken) => Paging.OfList(call, ordered, Size(maxResults), nextToken);

    /// <summary>The tags of a create, checked.</summary>
    public static List<Tag> ReadTags(List<Tag>? tags)
    {
        var given = tags ?? [];
        if (given.Count > Tags.Most)
            throw new ServiceException("TooManyTagsException", $"You have reached the limit of {Tags.Most} tags on the resource.");
        if (given.DistinctBy(tag => tag.Key, StringComparer.Ordinal).Count() < given.Count)
            throw new ServiceException("DuplicateTagKeysException", "A tag key was specified more than once.");
        Require(Tags.Check([.. given.Select(tag => KeyValuePair.Create<string?, string?>(tag.Key, tag.Value ?? ""))], TagService.DirectConnect, "tags"));
        return given;
    }

    /// <summary>Puts tags on a resource.</summary>
    public static void Tag(Call call, Place place, string id, IEnumerable<Tag> tags)
    {
        foreach (var tag in tags)
            call.Network.Tags.Set(place, id, tag.Key!, tag.Value ?? "");
    }

    /// <summary>A resource's tags as its place has them.</summary>
    public static List<Tag> TagsOf(Call call, Place place, string id) => [.. call.Network.Tags.Of(place, id).Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];

    private static int? Size(int? maxResults) => maxResults switch
    {
        null => null,
        < 1 => throw Client("maxResults must be greater than 0."),
        _ => Math.Min(maxResults.Value, PageSizes.DirectConnectMost),
    };
}
