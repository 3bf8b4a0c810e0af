using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using static Amazon.Runtime.Internal.Endpoints.StandardLibrary.Fn;

namespace PeeringTools.Aws.Endpoints;

/// <summary>
/// The endpoint of a regional service, over the SDK's own partition data. The tests hold it to AWS's rule sets for every Region, partition and combination.
/// </summary>
internal sealed class RegionalEndpointProvider(string endpointPrefix) : IEndpointProvider
{
    private const string Region = "Region";
    private const string UseFips = "UseFIPS";
    private const string UseDualStack = "UseDualStack";
    private const string CustomEndpoint = "Endpoint";

    public static EndpointParameters Parameters(AwsClientConfig config, RegionEndpoint? alternate) => Parameters(
        alternate?.SystemName ?? config.SigningRegion, config.UseFIPSEndpoint, config.UseDualstackEndpoint, config.ServiceURL);

    public static EndpointParameters Parameters(string? region, bool useFips, bool useDualStack, string? endpoint) => new()
    {
        [Region] = region,
        [UseFips] = useFips,
        [UseDualStack] = useDualStack,
        [CustomEndpoint] = endpoint,
    };

    /// <exception cref="AmazonClientException">The combination has no endpoint; the message is that of AWS's rule set.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = parameters[UseFips] is true;
        var dualStack = parameters[UseDualStack] is true;
        if (parameters[CustomEndpoint] is string custom)
        {
            if (fips) throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported");
            if (dualStack) throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported");
            return new Endpoint(custom);
        }

        if (parameters[Region] is not string region) throw new AmazonClientException("Invalid Configuration: Missing Region");
        var partition = Partition(region);
        return new Endpoint((fips, dualStack) switch
        {
            (true, true) when !partition.supportsFIPS || !partition.supportsDualStack =>
                throw new AmazonClientException("FIPS and DualStack are enabled, but this partition does not support one or both"),
            (true, false) when !partition.supportsFIPS =>
                throw new AmazonClientException("FIPS is enabled but this partition does not support FIPS"),
            (false, true) when !partition.supportsDualStack =>
                throw new AmazonClientException("DualStack is enabled but this partition does not support DualStack"),
            (true, true) => $"https://{endpointPrefix}-fips.{region}.{partition.dualStackDnsSuffix}",
            // EC2's ordinary endpoints in GovCloud are FIPS endpoints already.
            (true, false) when endpointPrefix == "ec2" && partition.name == "aws-us-gov" => $"https://ec2.{region}.amazonaws.com",
            (true, false) => $"https://{endpointPrefix}-fips.{region}.{partition.dnsSuffix}",
            (false, true) => $"https://{endpointPrefix}.{region}.{partition.dualStackDnsSuffix}",
            (false, false) => $"https://{endpointPrefix}.{region}.{partition.dnsSuffix}",
        });
    }
}
