using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace PeeringTools.Aws.Wire;

/// <summary>Makes the typed exception of an error response.</summary>
internal delegate AmazonServiceException MakeException(ServiceError error, Exception inner, HttpStatusCode status);

/// <summary>Plugs a streaming reader into the SDK's pipeline, past its path-matching contexts.</summary>
internal abstract class ResponseReader(MakeException makeException) : ResponseUnmarshaller
{
    public sealed override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input)
    {
        var context = (ResponseStream)input;
        var requestId = RequestIdOf(context.ResponseData);
        try
        {
            var response = Read(context);
            response.ResponseMetadata ??= new ResponseMetadata { RequestId = requestId };
            return response;
        }
        catch (Exception problem) when (problem is System.Xml.XmlException or System.Text.Json.JsonException or FormatException or OverflowException)
        {
            // The body stays out of the exception: it may hold secrets.
            throw new AmazonUnmarshallingException(requestId, lastKnownLocation: null, problem, context.ResponseData.StatusCode);
        }
    }

    public sealed override AmazonServiceException UnmarshallException(UnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var context = (ResponseStream)input;
        return makeException(ReadError(context, statusCode, RequestIdOf(context.ResponseData)), innerException, statusCode);
    }

    protected abstract AmazonWebServiceResponse Read(ResponseStream context);

    protected abstract ServiceError ReadError(ResponseStream context, HttpStatusCode status, string? requestId);

    protected sealed override UnmarshallerContext ConstructUnmarshallerContext(Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException) =>
        new ResponseStream(responseStream, response);

    protected sealed override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException, IRequestContext requestContext) =>
        new ResponseStream(responseStream, response);

    private static string? RequestIdOf(IWebResponseData response) =>
        response.GetHeaderValue(HeaderNames.RequestId) is { Length: > 0 } id ? id : response.GetHeaderValue(HeaderNames.AmazonRequestId);
}

/// <summary>The body of a response, unread.</summary>
internal sealed class ResponseStream : UnmarshallerContext
{
    public ResponseStream(Stream stream, IWebResponseData response)
    {
        Stream = stream;
        WebResponseData = response;
    }

    public Stream Stream { get; }

    public override string CurrentPath => "";

    public override int CurrentDepth => 0;

    public override bool IsStartElement => false;

    public override bool IsEndElement => false;

    public override bool IsStartOfDocument => true;
}
