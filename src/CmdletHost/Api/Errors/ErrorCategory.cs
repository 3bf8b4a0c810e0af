namespace System.Management.Automation;

/// <summary>What kind of failure an error is.</summary>
public enum ErrorCategory
{
    NotSpecified = 0,
    OpenError = 1,
    CloseError = 2,
    DeviceError = 3,
    DeadlockDetected = 4,
    InvalidArgument = 5,
    InvalidData = 6,
    InvalidOperation = 7,
    InvalidResult = 8,
    InvalidType = 9,
    MetadataError = 10,
    NotImplemented = 11,
    NotInstalled = 12,
    ObjectNotFound = 13,
    OperationStopped = 14,
    OperationTimeout = 15,
    SyntaxError = 16,
    ParserError = 17,
    PermissionDenied = 18,
    ResourceBusy = 19,
    ResourceExists = 20,
    ResourceUnavailable = 21,
    ReadError = 22,
    WriteError = 23,
    FromStdErr = 24,
    SecurityError = 25,
    ProtocolError = 26,
    ConnectionError = 27,
    AuthenticationError = 28,
    LimitsExceeded = 29,
    QuotaExceeded = 30,
    NotEnabled = 31,
}

/// <summary>An error's category with what it happened to.</summary>
public class ErrorCategoryInfo
{
    private readonly ErrorRecord _error;
    private string? _activity;
    private string? _reason;
    private string? _targetName;
    private string? _targetType;

    internal ErrorCategoryInfo(ErrorRecord error, ErrorCategory category) => (_error, Category) = (error, category);

    /// <summary>The category.</summary>
    public ErrorCategory Category { get; }

    /// <summary>The command; by default the cmdlet that wrote the error.</summary>
    public string Activity
    {
        get => _activity ?? _error.InvocationInfo?.MyCommand?.Name ?? string.Empty;
        set => _activity = value;
    }

    /// <summary>Why; by default the exception's class.</summary>
    public string Reason
    {
        get => _reason ?? _error.Exception.GetType().Name;
        set => _reason = value;
    }

    /// <summary>The target in words.</summary>
    public string TargetName
    {
        get => _targetName ?? _error.TargetObject?.ToString() ?? string.Empty;
        set => _targetName = value;
    }

    /// <summary>The target's class.</summary>
    public string TargetType
    {
        get => _targetType ?? PSObject.Unwrap(_error.TargetObject)?.GetType().Name ?? string.Empty;
        set => _targetType = value;
    }

    /// <summary>Category, target, command and reason on one line.</summary>
    public string GetMessage() => $"{Category}: ({TargetName}:{TargetType}) [{Activity}], {Reason}";

    public override string ToString() => GetMessage();
}
