using Amazon.Runtime;

namespace PeeringTools.Sandbox.Wire;

/// <summary>A service's way to be asked and to answer.</summary>
internal interface IProtocol
{
    /// <summary>The service.</summary>
    ServiceKind Service { get; }

    /// <summary>The type of its bodies.</summary>
    string ContentType { get; }

    /// <summary>The operation that a request names, or null.</summary>
    string? Operation { get; }

    /// <summary>The refusal of an operation that there isn't.</summary>
    ServiceException UnknownOperation();

    /// <summary>The refusal of a request that isn't signed.</summary>
    ServiceException Unsigned();

    /// <summary>True where the request asks only whether it would be permitted.</summary>
    bool IsDryRun { get; }

    /// <summary>The typed request.</summary>
    AmazonWebServiceRequest ReadRequest();

    /// <summary>Answers a call.</summary>
    AmazonWebServiceResponse Answer(Call call, AmazonWebServiceRequest request);

    /// <summary>Writes an answer.</summary>
    void WriteResponse(Stream to, AmazonWebServiceResponse response, string requestId);

    /// <summary>Writes a refusal.</summary>
    void WriteError(Stream to, ServiceException error, string requestId);
}
