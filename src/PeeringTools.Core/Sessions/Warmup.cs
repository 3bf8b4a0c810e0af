using Amazon.Runtime;
using PeeringTools.Aws.EC2;

namespace PeeringTools.Core.Sessions;

/// <summary>
/// Makes ready what the first call to AWS needs (the SDK's pipeline, signing, XML), by one call that is answered from memory. A host that has a core to spare runs it beside its own start.
/// </summary>
internal static class Warmup
{
    /// <summary>Makes the call. Nothing leaves the process.</summary>
    public static async Task RunAsync()
    {
        var config = new AmazonEC2Config { AuthenticationRegion = "us-east-1", ServiceURL = "http://127.0.0.1", HttpClientFactory = new FromMemory() };
        using var client = new AmazonEC2Client(new BasicAWSCredentials("none", "none"), config);
        await client.DescribeVpcPeeringConnectionsAsync(new(), CancellationToken.None).ConfigureAwait(false);
    }

    private sealed class FromMemory : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new EmptyAnswer());

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }

    private sealed class EmptyAnswer : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent("<DescribeVpcPeeringConnectionsResponse/>") });
    }
}
