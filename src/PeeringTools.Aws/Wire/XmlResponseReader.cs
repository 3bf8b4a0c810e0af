using System.Net;
using System.Xml;
using Amazon.Runtime;

namespace PeeringTools.Aws.Wire;

/// <summary>Reads EC2's XML responses.</summary>
internal sealed class XmlResponseReader<TResponse>(Func<XmlReader, TResponse> read, MakeException makeException) : ResponseReader(makeException)
    where TResponse : AmazonWebServiceResponse
{
    protected override AmazonWebServiceResponse Read(ResponseStream context)
    {
        using var reader = XmlReader.Create(context.Stream, XmlResponse.Settings);
        reader.MoveToContent();
        return read(reader);
    }

    protected override ServiceError ReadError(ResponseStream context, HttpStatusCode status, string? requestId)
    {
        using var reader = XmlReader.Create(context.Stream, XmlResponse.Settings);
        return ServiceError.FromXml(reader, status, requestId);
    }
}

internal static class XmlResponse
{
    /// <summary>Whitespace is kept: a tag's value may be one blank.</summary>
    public static XmlReaderSettings Settings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };
}
