using System.IO.Enumeration;
using PeeringTools.Aws.EC2.Model;

namespace PeeringTools.Sandbox;

/// <summary>
/// The filters that an EC2 describe takes: a table from the filter's name to the values that a record has for it. Filters are joined by and, a filter's
/// values by or; * and ? are wildcards; case counts (EC2 User Guide, "Filter your resources").
/// </summary>
internal sealed class Filters<T>(Func<T, string>? idOf = null)
    where T : class
{
    private const int MostValues = 200;
    private readonly Dictionary<string, Func<Call, T, IEnumerable<string?>>> _values = new(StringComparer.Ordinal);

    /// <summary>The names, without the tag filters.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <summary>Adds a filter on one value.</summary>
    public Filters<T> One(string name, Func<Call, T, string?> value)
    {
        _values.Add(name, (call, record) => [value(call, record)]);
        return this;
    }

    /// <summary>Adds a filter that any of several values meets.</summary>
    public Filters<T> Any(string name, Func<Call, T, IEnumerable<string?>> values)
    {
        _values.Add(name, values);
        return this;
    }

    /// <summary>Puts a request's filters together.</summary>
    /// <exception cref="ServiceException">A filter isn't known, has no values or too many.</exception>
    public Func<T, bool> Compile(Call call, List<Filter>? filters)
    {
        if (filters is not { Count: > 0 })
            return _ => true;
        var tests = new List<Func<T, bool>>(filters.Count);
        foreach (var filter in filters)
        {
            if (string.IsNullOrEmpty(filter.Name))
                throw new ServiceException("InvalidParameterValue", "The filter 'null' is invalid");
            if (filter.Values is not { Count: > 0 })
                throw new ServiceException("InvalidParameterValue", $"The filter '{filter.Name}' has no values");
            if (filter.Values.Count > MostValues)
                throw new ServiceException("FilterLimitExceeded", $"The maximum number of filter values specified on a single call is {MostValues}");
            var valuesOf = ValuesOf(call, filter.Name);
            var wanted = filter.Values;
            tests.Add(record => valuesOf(record).Any(has => has is not null && wanted.Exists(value => Matches(value, has))));
        }
        return record => tests.TrueForAll(test => test(record));
    }

    private Func<T, IEnumerable<string?>> ValuesOf(Call call, string name)
    {
        if (_values.TryGetValue(name, out var values))
            return record => values(call, record);
        if (idOf is not null)
        {
            IReadOnlyDictionary<string, string> TagsOf(T record) => call.Network.Tags.Of(call.Place, idOf(record));
            if (name.StartsWith("tag:", StringComparison.Ordinal) && name.Length > 4)
                return record => TagsOf(record).TryGetValue(name[4..], out var value) ? [value] : [];
            if (name == "tag-key")
                return record => TagsOf(record).Keys;
            if (name == "tag-value")
                return record => TagsOf(record).Values;
        }
        throw new ServiceException("InvalidParameterValue", $"The filter '{name}' is invalid");
    }

    private static bool Matches(string pattern, string value) =>
        pattern.AsSpan().IndexOfAny("*?\\") < 0 ? pattern == value : FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase: false);
}
