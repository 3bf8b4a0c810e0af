using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using PeeringTools.Aws.Endpoints;

namespace PeeringTools.Aws;

/// <summary>
/// How a client reaches its service. Set RegionEndpoint; for an endpoint of one's own set AuthenticationRegion and then ServiceURL
/// (the SDK keeps only one of RegionEndpoint and ServiceURL). AWS_ENDPOINT_URL, its per-service variants and a profile's endpoint_url
/// count where ServiceURL is not set; AWS_IGNORE_CONFIGURED_ENDPOINT_URLS switches them off. Retries follow the SDK's standard mode
/// (the adaptive mode's part is the <see cref="Pacer"/>'s), except that a create is never sent again after a lost answer.
/// </summary>
public abstract class AwsClientConfig : ClientConfig
{
    // The connect timeouts are those of the SDK's own defaults modes.
    private static readonly DefaultConfigurationProvider Defaults = new(
        [Mode(DefaultConfigurationMode.Standard, 3.1), Mode(DefaultConfigurationMode.InRegion, 1.1), Mode(DefaultConfigurationMode.CrossRegion, 3.1), Mode(DefaultConfigurationMode.Mobile, 30)]);

    // The SDK's own way to build this text looks up the machine's details, which every cold start would pay for.
    private static string? _userAgent;

    private readonly string _apiVersion;

    private protected AwsClientConfig(string serviceId, string endpointPrefix, string apiVersion)
        : base(Defaults)
    {
        ServiceId = serviceId;
        AuthenticationServiceName = endpointPrefix;
        RegionEndpointServiceName = endpointPrefix;
        EndpointProvider = new RegionalEndpointProvider(endpointPrefix);
        _apiVersion = apiVersion;
    }

    /// <summary>Is told of every attempt; may be null.</summary>
    public ICallObserver? Observer { get; set; }

    /// <summary>Holds attempts back; may be null.</summary>
    public IRequestPacer? Pacer { get; set; }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName { get; }

    /// <inheritdoc/>
    public override string ServiceVersion => _apiVersion;

    /// <inheritdoc/>
    public override string UserAgent => _userAgent ??= $"PeeringTools/{typeof(AwsClientConfig).Assembly.GetName().Version!.ToString(3)} ua/2.1";

    /// <summary>The Region that requests are signed for; null where only an endpoint is known.</summary>
    internal string? SigningRegion => string.IsNullOrEmpty(AuthenticationRegion) ? RegionEndpoint?.SystemName : AuthenticationRegion;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return EndpointProvider.ResolveEndpoint(RegionalEndpointProvider.Parameters(this, parameters.AlternateEndpoint));
    }

    private static DefaultConfiguration Mode(DefaultConfigurationMode mode, double connectSeconds) => new()
    {
        Name = mode,
        RetryMode = RequestRetryMode.Standard,
        ConnectTimeout = TimeSpan.FromSeconds(connectSeconds),
        TlsNegotiationTimeout = TimeSpan.FromSeconds(connectSeconds),
    };
}
