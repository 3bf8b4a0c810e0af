using System.Management.Automation;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;

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
        new(ErrorKind.NotFound, code, $"There is no {noun} {id} in {region}.", "Check the id, and that -Region and -ProfileName lead to the account and Region it is in."), id);

    private static ErrorCategory Category(ErrorKind kind) => kind switch
    {
        ErrorKind.Denied => ErrorCategory.PermissionDenied,
        ErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        ErrorKind.Exists => ErrorCategory.ResourceExists,
        ErrorKind.Throttled or ErrorKind.Limit => ErrorCategory.LimitsExceeded,
        ErrorKind.Network => ErrorCategory.ConnectionError,
        ErrorKind.Credentials => ErrorCategory.AuthenticationError,
        ErrorKind.WrongState => ErrorCategory.ResourceUnavailable,
        ErrorKind.Timeout => ErrorCategory.OperationTimeout,
        ErrorKind.Server => ErrorCategory.InvalidResult,
        _ => ErrorCategory.InvalidArgument,
    };
}
