using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.TransitGateway;

/// <summary>What the reads of transit gateway resources share.</summary>
internal static class TgwReads
{
    /// <summary>The largest page that these describes give (1000).</summary>
    public const int PageSize = 1000;

    /// <summary>A filter takes 200 values at most (EC2 API reference, Filter).</summary>
    public const int MaxFilterValues = 200;

    /// <summary>A filter.</summary>
    public static Filter On(string name, params IEnumerable<string> values) => new() { Name = name, Values = [.. values] };

    /// <summary>Reads what a filter on many values selects, in as many questions as that takes.</summary>
    public static async Task<IReadOnlyList<T>> ManyAsync<T>(
        IEnumerable<string> values, string filter, Func<List<Filter>, CancellationToken, IAsyncEnumerable<IReadOnlyList<T>>> read, CancellationToken cancellationToken)
    {
        var found = new List<T>();
        foreach (var some in values.Chunk(MaxFilterValues))
        {
            await foreach (var page in read([On(filter, some)], cancellationToken).ConfigureAwait(false))
                found.AddRange(page);
        }

        return found;
    }

    /// <summary>The first thing that filters select, or null.</summary>
    public static async Task<T?> FirstAsync<T>(IAsyncEnumerable<IReadOnlyList<T>> pages) where T : class
    {
        await foreach (var page in pages.ConfigureAwait(false))
        {
            if (page.Count > 0)
                return page[0];
        }

        return null;
    }

    /// <summary>Throws for a broken rule that tells of a state or a quota, not of the input.</summary>
    public static void Require(RuleBreak? broken, ErrorKind kind, object? target)
    {
        if (broken is { IsWarning: false })
            throw new FailureException(Failure.Of(broken, kind, target));
    }
}
