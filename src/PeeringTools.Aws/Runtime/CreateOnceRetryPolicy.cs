using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace PeeringTools.Aws;

/// <summary>
/// The SDK's standard mode, except that a create is sent again only where the service certainly did not act: it was throttled,
/// its signature was refused because of clock skew, or no connection came about.
/// </summary>
internal sealed class CreateOnceRetryPolicy(IClientConfig config) : StandardRetryPolicy(config)
{
    /// <summary>Whether the service may have acted although the attempt failed.</summary>
    public bool MayHaveActed(IRequestContext context, Exception problem) => problem switch
    {
        OperationCanceledException when context.CancellationToken.IsCancellationRequested => false,
        // The answer came, but could not be read to its end.
        AmazonUnmarshallingException => true,
        AmazonServiceException answer => (int)answer.StatusCode >= 500 && !IsThrottlingError(answer),
        HttpRequestException failure => !NeverConnected(failure),
        AmazonClientException => false,
        _ => true,
    };

    /// <inheritdoc/>
    public override bool IsStaleConnectionError(Exception exception) => exception is not LostAnswerException && base.IsStaleConnectionError(exception);

    /// <inheritdoc/>
    public override Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception) =>
        ((OperationCall)executionContext.RequestContext.Options).Kind == OperationKind.Create
            ? Task.FromResult(IsThrottlingError(exception) || exception is HttpRequestException failure && NeverConnected(failure))
            : base.RetryForExceptionAsync(executionContext, exception);

    private static bool NeverConnected(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
