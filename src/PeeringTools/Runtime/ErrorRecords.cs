using System.Management.Automation;
using PeeringTools.Core.Failures;

namespace PeeringTools.Runtime;

/// <summary>Makes error records out of neutral failures: the one place that knows PowerShell's categories.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord From(Failure failure, object? item)
    {
        var exception = new PeeringException(failure.Message, failure.ErrorId, failure.AwsCode, failure.HttpStatus, failure.RequestId);
        return new ErrorRecord(exception, failure.ErrorId, Category(failure.Kind), failure.Target ?? item)
        {
            ErrorDetails = new ErrorDetails(failure.RequestId is null ? failure.Message : $"{failure.Message} (request id {failure.RequestId})") { RecommendedAction = failure.Remedy },
        };
    }

    /// <summary>The error for an id that a list read by filter doesn't have, with the code that AWS gives when it is asked for the id itself.</summary>
    public static ErrorRecord NotFound(string noun, string id, string code, string region) => From(
        new(FailureKind.NotFound, code, $"There is no {noun} {id} in {region}.", "Check the id, and that -Region and -ProfileName lead to the account and Region it is in."), id);

    private static ErrorCategory Category(FailureKind kind) => kind switch
    {
        FailureKind.Denied => ErrorCategory.PermissionDenied,
        FailureKind.NotFound => ErrorCategory.ObjectNotFound,
        FailureKind.Exists => ErrorCategory.ResourceExists,
        FailureKind.Throttled or FailureKind.Limit => ErrorCategory.LimitsExceeded,
        FailureKind.Network => ErrorCategory.ConnectionError,
        FailureKind.Credentials => ErrorCategory.AuthenticationError,
        FailureKind.WrongState => ErrorCategory.ResourceUnavailable,
        FailureKind.Timeout => ErrorCategory.OperationTimeout,
        FailureKind.Server => ErrorCategory.InvalidResult,
        _ => ErrorCategory.InvalidArgument,
    };
}
