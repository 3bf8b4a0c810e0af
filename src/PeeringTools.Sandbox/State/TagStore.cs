namespace PeeringTools.Sandbox.State;

/// <summary>A tag.</summary>
internal readonly record struct TagPair(string Key, string Value);

/// <summary>
/// The tags that each account put on resources in each Region. Tags exist only there: the two sides of a peering tag the same connection
/// without seeing each other's tags (VPC Peering Guide, "Work with VPC peering connections").
/// </summary>
internal sealed class TagStore
{
    private readonly Dictionary<(Place Place, string Resource), SortedDictionary<string, string>> _tags = [];

    /// <summary>The tags of one resource as its place sees them, by key.</summary>
    public IReadOnlyDictionary<string, string> Of(Place place, string resource) =>
        _tags.TryGetValue((place, resource), out var tags) ? tags : System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Adds or overwrites one tag.</summary>
    public void Set(Place place, string resource, string key, string value)
    {
        if (!_tags.TryGetValue((place, resource), out var tags))
            _tags.Add((place, resource), tags = new SortedDictionary<string, string>(StringComparer.Ordinal));
        tags[key] = value;
    }

    /// <summary>Takes one tag off; with a value, only if it has that value.</summary>
    public void Remove(Place place, string resource, string key, string? value = null)
    {
        if (_tags.TryGetValue((place, resource), out var tags) && (value is null || (tags.TryGetValue(key, out var had) && had == value)))
            tags.Remove(key);
    }

    /// <summary>Takes all tags off.</summary>
    public void Clear(Place place, string resource) => _tags.Remove((place, resource));

    /// <summary>Forgets a resource that is gone.</summary>
    public void Forget(Record record)
    {
        foreach (var place in record.Places)
            Clear(place, record.Id);
    }

    /// <summary>Every resource with tags in a place.</summary>
    public IEnumerable<(string Resource, IReadOnlyDictionary<string, string> Tags)> In(Place place) =>
        _tags.Where(entry => entry.Key.Place == place).Select(entry => (entry.Key.Resource, (IReadOnlyDictionary<string, string>)entry.Value));

    /// <summary>Everything, for saving.</summary>
    public IEnumerable<(Place Place, string Resource, IReadOnlyDictionary<string, string> Tags)> All =>
        _tags.Where(entry => entry.Value.Count > 0).Select(entry => (entry.Key.Place, entry.Key.Resource, (IReadOnlyDictionary<string, string>)entry.Value));
}
