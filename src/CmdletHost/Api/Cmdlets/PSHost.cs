using System.Globalization;

namespace System.Management.Automation.Host;

/// <summary>The program that runs the engine.</summary>
public abstract class PSHost
{
    /// <summary>Its name.</summary>
    public abstract string Name { get; }

    /// <summary>Its version.</summary>
    public abstract Version Version { get; }

    /// <summary>Tells this run from others.</summary>
    public abstract Guid InstanceId { get; }

    /// <summary>How it writes numbers and dates.</summary>
    public abstract CultureInfo CurrentCulture { get; }

    /// <summary>The language it speaks.</summary>
    public abstract CultureInfo CurrentUICulture { get; }
}
