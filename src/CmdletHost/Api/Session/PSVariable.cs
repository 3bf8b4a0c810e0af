namespace System.Management.Automation;

/// <summary>A variable.</summary>
public class PSVariable
{
    private object? _value;

    public PSVariable(string name)
        : this(name, null)
    {
    }

    public PSVariable(string name, object? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        (Name, _value) = (name, value);
    }

    public PSVariable(string name, object? value, ScopedItemOptions options)
        : this(name, value) => Options = options;

    /// <summary>Its name, without the dollar.</summary>
    public string Name { get; }

    /// <summary>What it is for.</summary>
    public virtual string Description { get; set; } = string.Empty;

    /// <summary>What may be done to it.</summary>
    public virtual ScopedItemOptions Options { get; set; }

    /// <summary>Its value.</summary>
    /// <exception cref="SessionStateUnauthorizedAccessException">It can't be set.</exception>
    public virtual object? Value
    {
        get => _value;
        set
        {
            if ((Options & (ScopedItemOptions.ReadOnly | ScopedItemOptions.Constant)) != ScopedItemOptions.None)
                throw new SessionStateUnauthorizedAccessException($"Cannot overwrite variable {Name} because it is read-only or constant.");
            _value = value;
        }
    }
}

/// <summary>Something in the session can't be changed.</summary>
public class SessionStateUnauthorizedAccessException : SessionStateException
{
    public SessionStateUnauthorizedAccessException()
    {
    }

    public SessionStateUnauthorizedAccessException(string message)
        : base(message)
    {
    }

    public SessionStateUnauthorizedAccessException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal override string RecordId => "VariableNotWritable";
}

/// <summary>Root of the exceptions of a session's contents.</summary>
public class SessionStateException : RuntimeException
{
    public SessionStateException()
    {
    }

    public SessionStateException(string message)
        : base(message)
    {
    }

    public SessionStateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public override ErrorRecord ErrorRecord => base.ErrorRecord;

    internal override ErrorCategory RecordCategory => ErrorCategory.WriteError;
}
