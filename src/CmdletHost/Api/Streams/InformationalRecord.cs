namespace System.Management.Automation;

/// <summary>A message of a stream.</summary>
public abstract class InformationalRecord
{
    internal InformationalRecord(string message) => Message = message;

    /// <summary>The message.</summary>
    public string Message { get; set; }

    public override string ToString() => Message;
}

/// <summary>A warning.</summary>
public class WarningRecord(string message) : InformationalRecord(message);
