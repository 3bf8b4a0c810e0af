using Amazon.Runtime;

namespace PeeringTools.Core.Sandboxes;

/// <summary>Gives the SDK HTTP clients that do reach the network although a sandbox runs: for what was sent outside by name (<c>-Live</c>, <c>-EndpointUrl</c>).</summary>
internal sealed class OutsideHttpClientFactory : HttpClientFactory
{
    /// <summary>A client that goes to the address it is given.</summary>
    public static HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => NewClient();

    /// <inheritdoc/>
    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    /// <inheritdoc/>
    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
}
