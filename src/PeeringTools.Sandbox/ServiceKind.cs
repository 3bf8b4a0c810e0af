using System.Net;

namespace PeeringTools.Sandbox;

/// <summary>A service's own words for what may happen to every call.</summary>
/// <param name="Name">Its name in credential scopes and actions.</param>
/// <param name="Denied">Not permitted.</param>
/// <param name="Throttled">Too many calls.</param>
/// <param name="Failed">The service's own fault, with an HTTP status.</param>
/// <param name="Malformed">A request that can't be read.</param>
internal sealed record ServiceKind(
    string Name,
    Func<string, ServiceException> Denied,
    Func<ServiceException> Throttled,
    Func<int, string, ServiceException> Failed,
    Func<string, ServiceException> Malformed)
{
    /// <summary>Amazon EC2.</summary>
    public static readonly ServiceKind Ec2 = new(
        "ec2",
        message => new ServiceException("UnauthorizedOperation", "You are not authorized to perform this operation. " + message, HttpStatusCode.Forbidden),
        () => new ServiceException("RequestLimitExceeded", "Request limit exceeded.", HttpStatusCode.ServiceUnavailable),
        (status, message) => new ServiceException(status == 503 ? "Unavailable" : "InternalError", message, (HttpStatusCode)status),
        message => new ServiceException("InvalidParameterValue", message));

    /// <summary>AWS Direct Connect.</summary>
    public static readonly ServiceKind DirectConnect = new(
        "directconnect",
        message => new ServiceException("AccessDeniedException", message),
        () => new ServiceException("ThrottlingException", "Rate exceeded"),
        (status, message) => new ServiceException("DirectConnectServerException", message, (HttpStatusCode)status),
        message => new ServiceException("DirectConnectClientException", message));

    /// <summary>Amazon GameLift Servers.</summary>
    public static readonly ServiceKind GameLift = new(
        "gamelift",
        message => new ServiceException("UnauthorizedException", message),
        () => new ServiceException("ThrottlingException", "Rate exceeded"),
        (status, message) => new ServiceException("InternalServiceException", message, (HttpStatusCode)status),
        message => new ServiceException("InvalidRequestException", message));

    /// <summary>AWS Security Token Service.</summary>
    public static readonly ServiceKind Sts = new(
        "sts",
        message => new ServiceException("AccessDenied", message, HttpStatusCode.Forbidden),
        () => new ServiceException("Throttling", "Rate exceeded"),
        (status, message) => new ServiceException("InternalFailure", message, (HttpStatusCode)status),
        message => new ServiceException("ValidationError", message));
}
