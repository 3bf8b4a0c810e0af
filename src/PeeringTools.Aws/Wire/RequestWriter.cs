using System.Buffers;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace PeeringTools.Aws.Wire;

/// <summary>Makes the HTTP request of a query operation.</summary>
internal sealed class QueryRequestWriter<TRequest>(string service, string operation, string version, Action<QueryWriter, string, TRequest> write)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var query = new QueryWriter(operation, version);
        write(query, "", (TRequest)input);
        return new DefaultRequest(input, service)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = query.ToBytes(),
            Headers = { [HeaderNames.ContentType] = "application/x-www-form-urlencoded; charset=utf-8" },
        };
    }
}

/// <summary>Makes the HTTP request of a JSON 1.1 operation.</summary>
internal sealed class JsonRequestWriter<TRequest>(string service, string target, Action<Utf8JsonWriter, TRequest> write)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body)) write(writer, (TRequest)input);
        return new DefaultRequest(input, service)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = body.WrittenSpan.ToArray(),
            Headers = { [HeaderNames.ContentType] = "application/x-amz-json-1.1", [HeaderNames.Target] = target },
        };
    }
}
