namespace PeeringTools.Core.Failures;

/// <summary>What kind of failure it is, whatever service it comes from.</summary>
internal enum FailureKind
{
    /// <summary>A value that can't be right.</summary>
    BadInput,

    /// <summary>The caller lacks the permission.</summary>
    Denied,

    /// <summary>The thing isn't there, or isn't visible to the caller.</summary>
    NotFound,

    /// <summary>Such a thing is there already.</summary>
    Exists,

    /// <summary>Too many calls.</summary>
    Throttled,

    /// <summary>A quota is used up.</summary>
    Limit,

    /// <summary>Credentials or Region are missing, unknown or expired.</summary>
    Credentials,

    /// <summary>The thing is in a state that doesn't allow it.</summary>
    WrongState,

    /// <summary>AWS failed on its side.</summary>
    Server,

    /// <summary>No answer came.</summary>
    Network,

    /// <summary>A wait ended before the state was reached.</summary>
    Timeout,

    /// <summary>The permitted answer to a dry run; not a failure at all.</summary>
    DryRun,
}
