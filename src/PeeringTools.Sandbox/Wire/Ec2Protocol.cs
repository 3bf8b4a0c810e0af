using System.Net;
using System.Text;
using System.Xml;
using Amazon.Runtime;
using PeeringTools.Sandbox.Codec;
using PeeringTools.Sandbox.Ec2;

namespace PeeringTools.Sandbox.Wire;

/// <summary>EC2's query protocol: a form in, XML out.</summary>
internal sealed class Ec2Protocol(QueryForm form) : IProtocol
{
    private static readonly string[] NotParameters = ["Action", "Version", "DryRun", "AWSAccessKeyId", "Signature", "SignatureMethod", "SignatureVersion", "Timestamp"];
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = false };

    /// <inheritdoc/>
    public ServiceKind Service => ServiceKind.Ec2;

    /// <inheritdoc/>
    public string ContentType => "text/xml;charset=UTF-8";

    /// <inheritdoc/>
    public string? Operation { get; } = form.Action;

    /// <inheritdoc/>
    public bool IsDryRun { get; } = string.Equals(form.Root.Child("DryRun")?.String(), "true", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public ServiceException UnknownOperation() => Operation is null
        ? new ServiceException("MissingAction", "The request is missing an action or a required parameter.")
        : new ServiceException("InvalidAction", $"The action {Operation} is not valid for this web service.");

    /// <inheritdoc/>
    public ServiceException Unsigned() => new("AuthFailure", "AWS was not able to validate the provided access credentials", HttpStatusCode.Unauthorized);

    /// <inheritdoc/>
    public AmazonWebServiceRequest ReadRequest()
    {
        var request = Ec2Operations.All.Names.Contains(Operation!) ? EC2Service.Read(Operation!, form) : null;
        if (request is null)
            throw UnknownOperation();
        var unknown = form.Unread.FirstOrDefault(name => !NotParameters.Contains(name, StringComparer.Ordinal) && !name.StartsWith("X-Amz-", StringComparison.Ordinal));
        return unknown is null ? request : throw new ServiceException("UnknownParameter", $"The parameter {unknown} is not recognized");
    }

    /// <inheritdoc/>
    public AmazonWebServiceResponse Answer(Call call, AmazonWebServiceRequest request) => Ec2Operations.All.Answer(call, request);

    /// <inheritdoc/>
    public void WriteResponse(Stream to, AmazonWebServiceResponse response, string requestId)
    {
        using var writer = XmlWriter.Create(to, Settings);
        writer.WriteStartDocument();
        EC2Service.Write(writer, Operation!, response, requestId);
    }

    /// <inheritdoc/>
    public void WriteError(Stream to, ServiceException error, string requestId)
    {
        using var writer = XmlWriter.Create(to, Settings);
        writer.WriteStartDocument();
        writer.WriteStartElement("Response");
        writer.WriteStartElement("Errors");
        writer.WriteStartElement("Error");
        writer.WriteElementString("Code", error.Code);
        writer.WriteElementString("Message", error.Message);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteElementString("RequestID", requestId);
        writer.WriteEndElement();
    }
}
