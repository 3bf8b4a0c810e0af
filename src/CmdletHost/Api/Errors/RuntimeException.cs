namespace System.Management.Automation;

/// <summary>Root of the engine's exceptions.</summary>
public class RuntimeException : SystemException, IContainsErrorRecord
{
    private ErrorRecord? _errorRecord;

    public RuntimeException()
    {
    }

    public RuntimeException(string message)
        : base(message)
    {
    }

    public RuntimeException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public RuntimeException(string message, Exception? innerException, ErrorRecord? errorRecord)
        : base(message, innerException) => _errorRecord = errorRecord;

    /// <summary>The record.</summary>
    public virtual ErrorRecord ErrorRecord =>
        _errorRecord ??= new ErrorRecord(new ParentContainsErrorRecordException(this), RecordId, RecordCategory, RecordTarget);

    internal virtual string RecordId => "RuntimeException";

    internal virtual ErrorCategory RecordCategory => ErrorCategory.NotSpecified;

    internal virtual object? RecordTarget => null;

    internal void SetErrorRecord(ErrorRecord record) => _errorRecord = record;
}

/// <summary>Ends a pipeline that is being stopped. Never catch it: what comes after a stop belongs in StopProcessing and Dispose.</summary>
public class PipelineStoppedException : RuntimeException
{
    public PipelineStoppedException()
        : base("The pipeline has been stopped.")
    {
    }

    public PipelineStoppedException(string message)
        : base(message)
    {
    }

    public PipelineStoppedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal override string RecordId => "PipelineStopped";

    internal override ErrorCategory RecordCategory => ErrorCategory.OperationStopped;
}

/// <summary>An error that -ErrorAction Stop or its preference made the end of the script.</summary>
public class ActionPreferenceStopException : RuntimeException
{
    public ActionPreferenceStopException()
        : this("The running command stopped because its error action is Stop.")
    {
    }

    public ActionPreferenceStopException(string message)
        : base(message)
    {
    }

    public ActionPreferenceStopException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal ActionPreferenceStopException(ErrorRecord error, string message)
        : base(message, error.Exception, error)
    {
    }

    public override ErrorRecord ErrorRecord => base.ErrorRecord;

    internal override string RecordId => "ActionPreferenceStop";

    internal override ErrorCategory RecordCategory => ErrorCategory.OperationStopped;
}

/// <summary>A cmdlet ended its statement: it threw, or called ThrowTerminatingError.</summary>
public class CmdletInvocationException : RuntimeException
{
    public CmdletInvocationException()
    {
    }

    public CmdletInvocationException(string message)
        : base(message)
    {
    }

    public CmdletInvocationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal CmdletInvocationException(ErrorRecord error)
        : base(error.ToString(), error.Exception, error)
    {
    }

    public override ErrorRecord ErrorRecord => base.ErrorRecord;
}

/// <summary>No such command.</summary>
public class CommandNotFoundException : RuntimeException
{
    public CommandNotFoundException()
    {
    }

    public CommandNotFoundException(string message)
        : base(message)
    {
    }

    public CommandNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Its name.</summary>
    public string CommandName { get; set; } = string.Empty;

    public override ErrorRecord ErrorRecord => base.ErrorRecord;

    internal override string RecordId => "CommandNotFoundException";

    internal override ErrorCategory RecordCategory => ErrorCategory.ObjectNotFound;

    internal override object? RecordTarget => CommandName;
}
