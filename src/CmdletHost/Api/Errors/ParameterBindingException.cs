namespace System.Management.Automation;

/// <summary>The arguments don't fit the cmdlet's parameters.</summary>
public class ParameterBindingException : RuntimeException
{
    private readonly ErrorCategory _category;

    public ParameterBindingException()
        : this(string.Empty)
    {
    }

    public ParameterBindingException(string message)
        : base(message) => ErrorId = "RuntimeException";

    public ParameterBindingException(string message, Exception innerException)
        : base(message, innerException) => ErrorId = "RuntimeException";

    internal ParameterBindingException(string errorId, ErrorCategory category, string message, InvocationInfo? invocation, string? parameterName, Exception? inner)
        : base(message, inner)
    {
        ErrorId = errorId;
        _category = category;
        CommandInvocation = invocation;
        ParameterName = parameterName ?? string.Empty;
        if (invocation is not null)
            ErrorRecord.SetInvocation(invocation);
    }

    public override ErrorRecord ErrorRecord => base.ErrorRecord;

    public override string Message => base.Message;

    /// <summary>The error's id.</summary>
    public string ErrorId { get; }

    /// <summary>The parameter, where one is to blame.</summary>
    public string ParameterName { get; } = string.Empty;

    /// <summary>The parameter's type.</summary>
    public Type? ParameterType { get; internal init; }

    /// <summary>The argument's type.</summary>
    public Type? TypeSpecified { get; internal init; }

    /// <summary>The call.</summary>
    public InvocationInfo? CommandInvocation { get; }

    /// <summary>The line in the script, from 1.</summary>
    public long Line => CommandInvocation?.ScriptLineNumber ?? 0;

    /// <summary>The column in that line, from 1.</summary>
    public long Offset => CommandInvocation?.OffsetInLine ?? 0;

    internal override string RecordId => ErrorId;

    internal override ErrorCategory RecordCategory => _category;
}
