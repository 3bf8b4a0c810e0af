namespace PeeringTools.Core.Rules;

/// <summary>Page sizes. Source: Direct Connect API reference, DescribeVirtualInterfaces (maxResults).</summary>
internal static class PageSizes
{
    /// <summary>Direct Connect answers at most this many items a page, whatever larger number is asked for.</summary>
    public const int DirectConnectMost = 100;
}
