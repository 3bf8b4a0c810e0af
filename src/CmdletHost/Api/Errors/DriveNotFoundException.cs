namespace System.Management.Automation;

/// <summary>A path names a drive that isn't there.</summary>
public class DriveNotFoundException : SessionStateException
{
    public DriveNotFoundException()
    {
    }

    public DriveNotFoundException(string message)
        : base(message)
    {
    }

    public DriveNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal override string RecordId => "DriveNotFound";

    internal override ErrorCategory RecordCategory => ErrorCategory.ObjectNotFound;
}
