using Amazon.Runtime;
using PeeringTools.Aws.Endpoints;

namespace PeeringTools.Aws.Tests.Endpoints;

/// <summary>Our endpoints against AWS's own rules, for every Region, partition and combination.</summary>
public sealed class RuleSetTests
{
    // Regions of tomorrow in each partition's style, Regions of no partition, and things that aren't Regions.
    private static readonly string?[] Unknown =
    [
        null, "eu-north-9", "cn-south-7", "us-gov-central-1", "us-iso-north-1", "us-isob-south-1", "eu-isoe-east-1", "us-isof-west-9", "eusc-de-west-2",
        "xx-nowhere-1", "moon-base-1", "local",
    ];

    [Theory]
    [InlineData("ec2")]
    [InlineData("directconnect")]
    [InlineData("gamelift")]
    public void Every_endpoint_equals_the_rule_sets(string service)
    {
        var rules = new RuleSet(service);
        var ours = new RegionalEndpointProvider(service);
        bool[] either = [false, true];
        var compared = 0;
        foreach (var region in RuleSet.Regions.Concat(Unknown))
            foreach (var fips in either)
                foreach (var dualStack in either)
                    foreach (var endpoint in new[] { null, "http://127.0.0.1:4566", "https://vpce-1.ec2.eu-west-1.vpce.amazonaws.com/path" })
                    {
                        var expected = rules.Resolve(region, fips, dualStack, endpoint);
                        Assert.Equal((region, fips, dualStack, endpoint, expected), (region, fips, dualStack, endpoint, Resolve(ours, region, fips, dualStack, endpoint)));
                        compared++;
                    }

        Assert.True(compared > 600);
    }

    [Fact]
    public void All_partitions_are_among_them() =>
        Assert.Equal(["amazonaws.com", "amazonaws.com.cn", "amazonaws.eu", "c2s.ic.gov", "cloud.adc-e.uk", "csp.hci.ic.gov", "sc2s.sgov.gov"],
            RuleSet.Regions.Select(r => Resolve(new RegionalEndpointProvider("ec2"), r, fips: false, dualStack: false, null).Split('.', 3)[2]).Distinct().Order(StringComparer.Ordinal));

    private static string Resolve(RegionalEndpointProvider provider, string? region, bool fips, bool dualStack, string? endpoint)
    {
        try
        {
            return provider.ResolveEndpoint(RegionalEndpointProvider.Parameters(region, fips, dualStack, endpoint)).URL;
        }
        catch (AmazonClientException problem)
        {
            return "error: " + problem.Message;
        }
    }
}
