using PeeringTools.Aws.EC2.Model;

namespace PeeringTools.Parameters;

/// <summary>Filters as EC2 takes them.</summary>
internal static class Ec2Filters
{
    /// <summary>A filter takes 200 values at most (EC2 API reference, Filter).</summary>
    public const int MaxValues = 200;

    /// <summary>The filters that are set; null where none is, for a request without any.</summary>
    public static List<Filter>? OrNull(IEnumerable<Filter?> filters) => filters.OfType<Filter>().ToList() is { Count: > 0 } set ? set : null;
}
