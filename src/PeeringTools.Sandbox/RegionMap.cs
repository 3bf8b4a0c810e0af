using System.Collections.Frozen;
using Amazon;

namespace PeeringTools.Sandbox;

/// <summary>Regions, their partitions and zones. Any Region can be called here, listed or not.</summary>
internal static class RegionMap
{
    // Regions from before 20 March 2019 are on for every account (AWS Account Management reference, "Enable or disable AWS Regions").
    private static readonly FrozenSet<string> AlwaysOn = FrozenSet.ToFrozenSet(
    [
        "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1",
        "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2",
    ], StringComparer.Ordinal);

    private static readonly (string Word, string Letters)[] Directions =
    [
        ("northeast", "ne"), ("northwest", "nw"), ("southeast", "se"), ("southwest", "sw"), ("north", "n"), ("south", "s"), ("east", "e"), ("west", "w"), ("central", "c"),
    ];

    /// <summary>The partition, such as aws or aws-cn.</summary>
    public static string PartitionOf(string region) => RegionEndpoint.GetBySystemName(region).PartitionName;

    /// <summary>The domain of the partition's endpoints.</summary>
    public static string DomainOf(string region) => RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix;

    /// <summary>The Regions of a Region's partition, that Region among them.</summary>
    public static IEnumerable<string> Beside(string region) =>
        RegionEndpoint.EnumerableAllRegions.Where(other => other.PartitionName == PartitionOf(region)).Select(other => other.SystemName)
            .Append(region).Where(name => !name.EndsWith("-global", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>True where an account has the Region without asking for it.</summary>
    public static bool IsAlwaysOn(string region) => AlwaysOn.Contains(region) || PartitionOf(region) != "aws";

    /// <summary>The names and ids of a Region's zones: three, a to c.</summary>
    public static IEnumerable<(string Name, string Id)> ZonesOf(string region) => [.. "abc".Select(letter => (region + letter, $"{Abbreviate(region)}-az{letter - 'a' + 1}"))];

    // eu-west-1 is euw1, ap-southeast-2 is apse2, us-gov-west-1 is usgw1.
    private static string Abbreviate(string region)
    {
        var parts = region.Split('-');
        var middle = parts[1..^1].Select(part => Array.Find(Directions, direction => direction.Word == part).Letters ?? part[..1]);
        return parts[0] + string.Concat(middle) + parts[^1];
    }
}
