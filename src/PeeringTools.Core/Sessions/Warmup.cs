using Amazon.Runtime;
using PeeringTools.Aws.EC2;

namespace PeeringTools.Core.Sessions;

/// <summary>
/// Makes ready what the first call to AWS needs (the SDK's pipeline, signing, HTTP, XML), by one call over a connection to nobody. A host that has a core to spare runs it beside its own start.
/// </summary>
internal static class Warmup
{
    /// <summary>Makes the call. Nothing leaves the process.</summary>
    public static async Task RunAsync()
    {
        var config = new AmazonEC2Config { AuthenticationRegion = "us-east-1", ServiceURL = "http://127.0.0.1", HttpClientFactory = new ToNobody() };
        using var client = new AmazonEC2Client(new BasicAWSCredentials("none", "none"), config);
        await client.DescribeVpcPeeringConnectionsAsync(new(), CancellationToken.None).ConfigureAwait(false);
    }

    private sealed class ToNobody : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new SocketsHttpHandler { ConnectCallback = (_, _) => new(new EmptyAnswer()) });

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }

    /// <summary>A connection that takes any request, and answers it with a list of nothing.</summary>
    private sealed class EmptyAnswer() : MemoryStream(
        "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 40\r\n\r\n<DescribeVpcPeeringConnectionsResponse/>"u8.ToArray(), writable: false)
    {
        public override bool CanWrite => true;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
