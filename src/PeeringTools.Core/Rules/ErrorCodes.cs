namespace PeeringTools.Core.Rules;

/// <summary>What an error of AWS means for the caller.</summary>
internal enum ErrorKind
{
    /// <summary>None of the others.</summary>
    Unknown,

    /// <summary>The dry run's answer that the call would be allowed.</summary>
    DryRun,

    /// <summary>The caller may not do it.</summary>
    Denied,

    /// <summary>The credentials are expired, unknown or wrongly used.</summary>
    Credentials,

    /// <summary>What was named doesn't exist, or not any more, or not yet.</summary>
    NotFound,

    /// <summary>It exists already.</summary>
    Exists,

    /// <summary>Too many requests; later is fine.</summary>
    Throttled,

    /// <summary>A quota is full.</summary>
    Limit,

    /// <summary>The resource's state, or what stands on it, forbids it.</summary>
    WrongState,

    /// <summary>The request itself is wrong.</summary>
    BadInput,

    /// <summary>AWS failed.</summary>
    Server,

    /// <summary>No answer came.</summary>
    Network,

    /// <summary>A wait ended before the state was reached.</summary>
    Timeout,
}

/// <summary>
/// Error codes by kind. Codes compare case-insensitively: AWS itself answers with both InvalidVpcPeeringConnectionID.NotFound and
/// InvalidVpcPeeringConnectionId.NotFound. Sources: EC2 API reference, "Error codes for the Amazon EC2 API"; GameLift API reference, errors of each operation;
/// AWS "Common errors". Direct Connect has one code for all mistakes of a client, so its messages decide.
/// </summary>
internal static class ErrorCodes
{
    private static readonly Dictionary<string, ErrorKind> ByCode = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DryRunOperation"] = ErrorKind.DryRun,

        ["UnauthorizedOperation"] = ErrorKind.Denied,
        ["UnauthorizedException"] = ErrorKind.Denied,
        ["AccessDenied"] = ErrorKind.Denied,
        ["AccessDeniedException"] = ErrorKind.Denied,
        ["NotAuthorized"] = ErrorKind.Denied,
        ["OperationNotPermitted"] = ErrorKind.Denied,
        ["OptInRequired"] = ErrorKind.Denied,
        ["Blocked"] = ErrorKind.Denied,
        ["PendingVerification"] = ErrorKind.Denied,

        ["AuthFailure"] = ErrorKind.Credentials,
        ["ExpiredToken"] = ErrorKind.Credentials,
        ["ExpiredTokenException"] = ErrorKind.Credentials,
        ["RequestExpired"] = ErrorKind.Credentials,
        ["IncompleteSignature"] = ErrorKind.Credentials,
        ["IncompleteSignatureException"] = ErrorKind.Credentials,
        ["InvalidAccessKeyId"] = ErrorKind.Credentials,
        ["InvalidClientTokenId"] = ErrorKind.Credentials,
        ["InvalidSignatureException"] = ErrorKind.Credentials,
        ["MissingAuthenticationToken"] = ErrorKind.Credentials,
        ["MissingAuthenticationTokenException"] = ErrorKind.Credentials,
        ["SignatureDoesNotMatch"] = ErrorKind.Credentials,
        ["UnrecognizedClientException"] = ErrorKind.Credentials,

        ["NotFoundException"] = ErrorKind.NotFound,
        ["ResourceNotFoundException"] = ErrorKind.NotFound,

        ["VpcPeeringConnectionAlreadyExists"] = ErrorKind.Exists,
        ["RouteAlreadyExists"] = ErrorKind.Exists,
        ["DuplicateTransitGatewayAttachment"] = ErrorKind.Exists,

        ["RequestLimitExceeded"] = ErrorKind.Throttled,
        ["BandwidthLimitExceeded"] = ErrorKind.Throttled,
        ["EC2ThrottledException"] = ErrorKind.Throttled,
        ["PriorRequestNotComplete"] = ErrorKind.Throttled,
        ["RequestThrottled"] = ErrorKind.Throttled,
        ["RequestThrottledException"] = ErrorKind.Throttled,
        ["SlowDown"] = ErrorKind.Throttled,
        ["ThrottledException"] = ErrorKind.Throttled,
        ["Throttling"] = ErrorKind.Throttled,
        ["ThrottlingException"] = ErrorKind.Throttled,
        ["TooManyRequestsException"] = ErrorKind.Throttled,

        ["TooManyTagsException"] = ErrorKind.Limit,

        ["DependencyViolation"] = ErrorKind.WrongState,
        ["IncorrectState"] = ErrorKind.WrongState,
        ["IncorrectStateException"] = ErrorKind.WrongState,
        ["InvalidFleetStatusException"] = ErrorKind.WrongState,
        ["InvalidState"] = ErrorKind.WrongState,
        ["InvalidStateTransition"] = ErrorKind.WrongState,
        ["ResourceInUse"] = ErrorKind.WrongState,

        ["DuplicateTagKeysException"] = ErrorKind.BadInput,
        ["IdempotentParameterMismatch"] = ErrorKind.BadInput,
        ["MalformedQueryString"] = ErrorKind.BadInput,
        ["MissingAction"] = ErrorKind.BadInput,
        ["MissingParameter"] = ErrorKind.BadInput,
        ["SerializationException"] = ErrorKind.BadInput,
        ["UnknownOperationException"] = ErrorKind.BadInput,
        ["UnknownParameter"] = ErrorKind.BadInput,
        ["UnsupportedOperation"] = ErrorKind.BadInput,
        ["ValidationError"] = ErrorKind.BadInput,
        ["ValidationException"] = ErrorKind.BadInput,
        ["VPCIdNotSpecified"] = ErrorKind.BadInput,

        ["DirectConnectServerException"] = ErrorKind.Server,
        ["InternalError"] = ErrorKind.Server,
        ["InternalFailure"] = ErrorKind.Server,
        ["InternalServerError"] = ErrorKind.Server,
        ["InternalServiceException"] = ErrorKind.Server,
        ["ServiceUnavailable"] = ErrorKind.Server,
        ["ServiceUnavailableException"] = ErrorKind.Server,
        ["Unavailable"] = ErrorKind.Server,
    };

    // In this order: the first part that a code has decides.
    private static readonly (string Part, ErrorKind Kind)[] ByPart =
    [
        (".NotFound", ErrorKind.NotFound),
        ("LimitExceeded", ErrorKind.Limit),
        ("AlreadyExists", ErrorKind.Exists),
        (".Duplicate", ErrorKind.Exists),
        (".Malformed", ErrorKind.BadInput),
        ("InvalidVpcPeeringConnectionState", ErrorKind.WrongState),
        ("InUse", ErrorKind.WrongState),
        ("Throttl", ErrorKind.Throttled),
        ("Invalid", ErrorKind.BadInput),
    ];

    private static readonly (string Part, ErrorKind Kind)[] ByDirectConnectMessage =
    [
        ("last BGP Peer", ErrorKind.WrongState),
        ("does not exist", ErrorKind.NotFound),
        ("could not be found", ErrorKind.NotFound),
        ("not found", ErrorKind.NotFound),
        ("already exists", ErrorKind.Exists),
        ("already in use", ErrorKind.Exists),
        ("not authorized", ErrorKind.Denied),
        ("Cannot allocate VirtualInterface for the connection owner", ErrorKind.BadInput),
        ("exceed", ErrorKind.Limit),
        ("limit", ErrorKind.Limit),
        ("maximum number", ErrorKind.Limit),
        ("state", ErrorKind.WrongState),
    ];

    /// <summary>The kind of an error.</summary>
    /// <param name="code">AWS's error code.</param>
    /// <param name="message">AWS's message; only Direct Connect's generic code needs it.</param>
    /// <param name="httpStatus">The HTTP status, for codes that aren't known; 0 where there's none.</param>
    public static ErrorKind Classify(string? code, string? message = null, int httpStatus = 0)
    {
        if (string.Equals(code, "DirectConnectClientException", StringComparison.OrdinalIgnoreCase))
            return Match(ByDirectConnectMessage, message) ?? ErrorKind.BadInput;

        if (code is not null && ByCode.TryGetValue(code, out var kind))
            return kind;

        return Match(ByPart, code) ?? httpStatus switch
        {
            401 or 403 => ErrorKind.Denied,
            404 => ErrorKind.NotFound,
            429 => ErrorKind.Throttled,
            >= 500 => ErrorKind.Server,
            _ => ErrorKind.Unknown,
        };
    }

    private static ErrorKind? Match((string Part, ErrorKind Kind)[] table, string? text)
    {
        foreach (var (part, kind) in table)
        {
            if (text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true)
                return kind;
        }

        return null;
    }
}
