using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using PeeringTools.Aws.Endpoints;
using PeeringTools.Aws.Wire;

namespace PeeringTools.Aws;

/// <summary>What the clients share: the SDK's pipeline (credentials, signing, retries, HTTP) with this assembly's wire formats, endpoints and retry rules in it.</summary>
public abstract class AwsClient : AmazonServiceClient
{
    private readonly AwsClientConfig _config;

    private protected AwsClient(AwsClientConfig config)
        : base(config) => _config = config;

    private protected AwsClient(AWSCredentials credentials, AwsClientConfig config)
        : base(credentials, config) => _config = config;

    /// <summary>Off: a response may hold a BGP key, and the SDK would log it whole.</summary>
    protected override bool SupportResponseLogging => false;

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new RegionalEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4());
        var retries = new CreateOnceRetryPolicy(Config);
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(retries));
        pipeline.AddHandlerAfter<RetryHandler>(new Attempt(retries));
        pipeline.AddHandlerBefore<HttpHandler<HttpContent>>(new SendMark());
    }

    private protected abstract AmazonServiceException ToException(ServiceError error, Exception inner, HttpStatusCode status);

    private protected Task<TResponse> QueryAsync<TRequest, TResponse>(
        TRequest request, string operation, OperationKind kind,
        Action<QueryWriter, string, TRequest> write, Func<XmlReader, TResponse> read, CancellationToken cancellationToken)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() => InvokeAsync<TResponse>(
            NotNull(request),
            new OperationCall(_config.RegionEndpointServiceName, operation, kind)
            {
                RequestMarshaller = new QueryRequestWriter<TRequest>(_config.ServiceId, operation, _config.ServiceVersion, write),
                ResponseUnmarshaller = new XmlResponseReader<TResponse>(read, ToException),
            },
            cancellationToken);

    private protected Task<TResponse> JsonAsync<TRequest, TResponse>(
        TRequest request, string operation, string target, OperationKind kind,
        Action<Utf8JsonWriter, TRequest> write, JsonRead<TResponse> read, CancellationToken cancellationToken)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() => InvokeAsync<TResponse>(
            NotNull(request),
            new OperationCall(_config.RegionEndpointServiceName, operation, kind)
            {
                RequestMarshaller = new JsonRequestWriter<TRequest>(_config.ServiceId, target, write),
                ResponseUnmarshaller = new JsonResponseReader<TResponse>(read, ToException),
            },
            cancellationToken);

    private protected static T NotNull<T>(T? value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class => value ?? throw new ArgumentNullException(name);
}
