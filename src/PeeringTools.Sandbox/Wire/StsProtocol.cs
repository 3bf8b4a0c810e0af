using System.Net;
using System.Text;
using System.Xml;
using Amazon.Runtime;
using PeeringTools.Sandbox.Codec;
using PeeringTools.Sandbox.Sts;

namespace PeeringTools.Sandbox.Wire;

/// <summary>STS's query protocol: a form in, XML with a result element out.</summary>
internal sealed class StsProtocol(QueryForm form) : IProtocol
{
    /// <summary>The API's version, which tells its requests from EC2's.</summary>
    public const string Version = "2011-06-15";

    private const string Namespace = StsOperations.Namespace;
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = false };

    /// <inheritdoc/>
    public ServiceKind Service => ServiceKind.Sts;

    /// <inheritdoc/>
    public string ContentType => "text/xml";

    /// <inheritdoc/>
    public string? Operation { get; } = form.Action;

    /// <inheritdoc/>
    public bool IsDryRun => false;

    /// <inheritdoc/>
    public ServiceException UnknownOperation() => new("InvalidAction", $"Could not find operation {Operation} for version {Version}");

    /// <inheritdoc/>
    public ServiceException Unsigned() => new("MissingAuthenticationToken", "Request is missing Authentication Token", HttpStatusCode.Forbidden);

    /// <inheritdoc/>
    public AmazonWebServiceRequest ReadRequest() => StsOperations.Read(Operation, form) ?? throw UnknownOperation();

    /// <inheritdoc/>
    public AmazonWebServiceResponse Answer(Call call, AmazonWebServiceRequest request) => StsOperations.All.Answer(call, request);

    /// <inheritdoc/>
    public void WriteResponse(Stream to, AmazonWebServiceResponse response, string requestId)
    {
        using var writer = XmlWriter.Create(to, Settings);
        writer.WriteStartElement(Operation + "Response", Namespace);
        writer.WriteStartElement(Operation + "Result", Namespace);
        StsOperations.Write(writer, response);
        writer.WriteEndElement();
        writer.WriteStartElement("ResponseMetadata", Namespace);
        writer.WriteElementString("RequestId", Namespace, requestId);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <inheritdoc/>
    public void WriteError(Stream to, ServiceException error, string requestId)
    {
        using var writer = XmlWriter.Create(to, Settings);
        writer.WriteStartElement("ErrorResponse", Namespace);
        writer.WriteStartElement("Error", Namespace);
        writer.WriteElementString("Type", Namespace, (int)error.Status < 500 ? "Sender" : "Receiver");
        writer.WriteElementString("Code", Namespace, error.Code);
        writer.WriteElementString("Message", Namespace, error.Message);
        writer.WriteEndElement();
        writer.WriteElementString("RequestId", Namespace, requestId);
        writer.WriteEndElement();
    }
}
