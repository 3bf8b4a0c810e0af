namespace System.Management.Automation.Internal;

/// <summary>Root of the commands.</summary>
public abstract class InternalCommand
{
    internal InternalCommand()
    {
    }

    /// <summary>Who called.</summary>
    public CommandOrigin CommandOrigin => CommandOrigin.Runspace;
}
