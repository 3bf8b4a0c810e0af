namespace PeeringTools;

/// <summary>Why a cmdlet failed: a rule broken before any call, an answer of AWS, or a lost connection. It is the exception of every error record of this module.</summary>
public sealed class PeeringException : Exception
{
    /// <summary>Makes an exception without details.</summary>
    public PeeringException()
    {
    }

    /// <summary>Makes an exception with a message only.</summary>
    public PeeringException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and its cause.</summary>
    public PeeringException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal PeeringException(string message, string errorId, string? awsErrorCode, int? httpStatus, string? requestId)
        : base(message)
    {
        ErrorId = errorId;
        AwsErrorCode = awsErrorCode;
        HttpStatus = httpStatus;
        RequestId = requestId;
    }

    /// <summary>The stable id of the error: a rule's id, or AWS's error code.</summary>
    public string? ErrorId { get; }

    /// <summary>AWS's error code, such as <c>InvalidVpcPeeringConnectionID.NotFound</c>; null when no answer of AWS is the reason.</summary>
    public string? AwsErrorCode { get; }

    /// <summary>The HTTP status of AWS's answer, or null.</summary>
    public int? HttpStatus { get; }

    /// <summary>AWS's request id, for its support and CloudTrail; or null.</summary>
    public string? RequestId { get; }
}
