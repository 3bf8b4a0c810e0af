using System.Diagnostics.CodeAnalysis;

namespace PeeringTools.Sandbox.State;

/// <summary>All records of one kind: by id, and by place in the order they were made.</summary>
internal sealed class Table<T>
    where T : Record
{
    private static readonly List<T> Nothing = [];
    private readonly Dictionary<string, T> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<Place, List<T>> _byPlace = [];

    /// <summary>How many there are, tombstones included.</summary>
    public int Count => _byId.Count;

    /// <summary>All of them, in no particular order.</summary>
    public IReadOnlyCollection<T> All => _byId.Values;

    /// <summary>Finds one by its id, wherever it lives.</summary>
    public bool TryGet(string? id, [MaybeNullWhen(false)] out T record)
    {
        record = null;
        return id is not null && _byId.TryGetValue(id, out record);
    }

    /// <summary>Those that can be seen from a place, oldest first.</summary>
    public List<T> In(Place place) => _byPlace.GetValueOrDefault(place, Nothing);

    /// <summary>Takes in a record, which becomes the newest.</summary>
    public void Add(T record)
    {
        _byId.Add(record.Id, record);
        foreach (var place in record.Places.Distinct())
            ListOf(place).Add(record);
    }

    /// <summary>Makes a record visible from one more place, at its own age.</summary>
    public void Show(T record, Place place)
    {
        var list = ListOf(place);
        var at = list.FindIndex(other => other.Sequence >= record.Sequence);
        if (at < 0)
            list.Add(record);
        else if (!ReferenceEquals(list[at], record))
            list.Insert(at, record);
    }

    /// <summary>Forgets a record.</summary>
    public void Remove(T record)
    {
        _byId.Remove(record.Id);
        foreach (var list in _byPlace.Values)
            list.Remove(record);
    }

    /// <summary>Forgets every record that nobody can see any more and tells which.</summary>
    public IReadOnlyList<T> RemoveGone(DateTimeOffset now)
    {
        var gone = _byId.Values.Where(record => record.IsGone(now)).ToHashSet();
        foreach (var record in gone)
            _byId.Remove(record.Id);
        if (gone.Count > 0)
        {
            foreach (var list in _byPlace.Values)
                list.RemoveAll(gone.Contains);
        }
        return [.. gone];
    }

    private List<T> ListOf(Place place)
    {
        if (!_byPlace.TryGetValue(place, out var list))
            _byPlace.Add(place, list = []);
        return list;
    }
}
