using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace PeeringTools.Aws.Endpoints;

/// <summary>Gives each request its endpoint and the Region it is signed for.</summary>
internal sealed class RegionalEndpointResolver : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        RegionalEndpointProvider.Parameters((AwsClientConfig)requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);

    // Left alone, the SDK would guess the Region of a custom endpoint from its host name.
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        executionContext.RequestContext.Request.AuthenticationRegion = ((AwsClientConfig)executionContext.RequestContext.ClientConfig).SigningRegion;
}
