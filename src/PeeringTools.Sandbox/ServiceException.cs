using System.Net;

namespace PeeringTools.Sandbox;

/// <summary>The service's refusal of a call, with its code as AWS writes it.</summary>
internal sealed class ServiceException(string code, string message, HttpStatusCode status = HttpStatusCode.BadRequest) : Exception(message)
{
    /// <summary>AWS's error code.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status it travels with.</summary>
    public HttpStatusCode Status { get; } = status;
}
