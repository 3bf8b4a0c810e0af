using Amazon.Runtime;

namespace PeeringTools.Core.Sandboxes;

/// <summary>Gives the SDK HTTP clients whose every request ends in a sandbox, in memory; all but those made for a call that was sent outside by name.</summary>
internal sealed class SandboxHttpClientFactory(ISandbox sandbox) : HttpClientFactory
{
    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        SandboxLatch.IsOutside ? OutsideHttpClientFactory.NewClient() : new(sandbox.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    /// <inheritdoc/>
    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    /// <inheritdoc/>
    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    /// <inheritdoc/>
    public override string? GetConfigUniqueString(IClientConfig clientConfig) => null;
}
