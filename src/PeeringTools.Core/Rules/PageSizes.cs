namespace PeeringTools.Core.Rules;

/// <summary>
/// Page sizes. Sources: EC2 API reference, DescribeVpcPeeringConnections (MaxResults); Direct Connect API reference, DescribeVirtualInterfaces (maxResults).
/// </summary>
internal static class PageSizes
{
    /// <summary>Direct Connect answers at most this many items a page, whatever larger number is asked for.</summary>
    public const int DirectConnectMost = 100;

    /// <summary>Rule <see cref="RuleIds.MaxResultsOutOfRange"/>: EC2's describe operations take 5..1000.</summary>
    public static RuleBreak? CheckEc2(int value, string parameterName) => value is >= 5 and <= 1000
        ? null
        : new(RuleIds.MaxResultsOutOfRange, $"{parameterName} {value} is out of range; allowed is 5..1000.", "Give a page size in that range.");
}
