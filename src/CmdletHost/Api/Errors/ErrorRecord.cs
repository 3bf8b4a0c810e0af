namespace System.Management.Automation;

/// <summary>An exception with what a script needs to tell errors apart.</summary>
public class ErrorRecord
{
    private readonly string _errorId;
    private string? _invocationTypeName;

    public ErrorRecord(Exception exception, string errorId, ErrorCategory errorCategory, object? targetObject)
    {
        Exception = exception ?? throw new PSArgumentNullException(nameof(exception));
        _errorId = errorId ?? string.Empty;
        TargetObject = targetObject;
        CategoryInfo = new ErrorCategoryInfo(this, errorCategory);
    }

    public ErrorRecord(ErrorRecord errorRecord, Exception? replaceParentContainsErrorRecordException)
    {
        ArgumentNullException.ThrowIfNull(errorRecord);
        Exception = errorRecord.Exception is ParentContainsErrorRecordException && replaceParentContainsErrorRecordException is not null
            ? replaceParentContainsErrorRecordException
            : errorRecord.Exception;
        _errorId = errorRecord._errorId;
        _invocationTypeName = errorRecord._invocationTypeName;
        TargetObject = errorRecord.TargetObject;
        CategoryInfo = new ErrorCategoryInfo(this, errorRecord.CategoryInfo.Category);
        ErrorDetails = errorRecord.ErrorDetails;
        InvocationInfo = errorRecord.InvocationInfo;
    }

    /// <summary>What happened.</summary>
    public Exception Exception { get; }

    /// <summary>What it happened to.</summary>
    public object? TargetObject { get; private set; }

    /// <summary>What kind of failure it is.</summary>
    public ErrorCategoryInfo CategoryInfo { get; }

    /// <summary>The error's id and the class of the cmdlet that wrote it: <c>BadCidr,Some.Namespace.NewThingCommand</c>.</summary>
    public string FullyQualifiedErrorId => string.IsNullOrEmpty(_invocationTypeName) ? _errorId : $"{_errorId},{_invocationTypeName}";

    /// <summary>The message for the user, where it isn't the exception's.</summary>
    public ErrorDetails? ErrorDetails { get; set; }

    /// <summary>The call that wrote it.</summary>
    public InvocationInfo? InvocationInfo { get; private set; }

    /// <summary>The script position of the call.</summary>
    public string ScriptStackTrace => InvocationInfo?.PositionMessage ?? string.Empty;

    public override string ToString() => !string.IsNullOrEmpty(ErrorDetails?.Message) ? ErrorDetails.Message : Exception.Message;

    /// <summary>The first call an error passes through is the one it belongs to.</summary>
    internal void SetInvocation(InvocationInfo invocation)
    {
        InvocationInfo ??= invocation;
        _invocationTypeName ??= invocation.MyCommand?.ErrorIdSuffix;
    }

    internal void SetTarget(object? target) => TargetObject ??= target;
}

/// <summary>An exception that knows its own error record.</summary>
public interface IContainsErrorRecord
{
    /// <summary>The record.</summary>
    ErrorRecord ErrorRecord { get; }
}

/// <summary>Stands inside the record of an exception that holds that record, so that neither holds itself.</summary>
public class ParentContainsErrorRecordException : SystemException
{
    private readonly Exception? _wrapper;

    public ParentContainsErrorRecordException()
    {
    }

    public ParentContainsErrorRecordException(Exception wrapperException) => _wrapper = wrapperException;

    public ParentContainsErrorRecordException(string message)
        : base(message)
    {
    }

    public ParentContainsErrorRecordException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public override string Message => _wrapper?.Message ?? base.Message;
}
