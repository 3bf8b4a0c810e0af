namespace System.Management.Automation;

/// <summary>A message with tags.</summary>
public class InformationRecord
{
    public InformationRecord(object messageData, string source) => (MessageData, Source) = (messageData, source);

    /// <summary>The message.</summary>
    public object MessageData { get; }

    /// <summary>The cmdlet or script it comes from.</summary>
    public string Source { get; set; }

    /// <summary>When it was written.</summary>
    public DateTime TimeGenerated { get; set; } = DateTime.Now;

    /// <summary>What it is about.</summary>
    public List<string> Tags { get; } = [];

    /// <summary>Who ran the command.</summary>
    public string User { get; set; } = Environment.UserName;

    /// <summary>Where.</summary>
    public string Computer { get; set; } = Environment.MachineName;

    /// <summary>In which process.</summary>
    public uint ProcessId { get; set; } = (uint)Environment.ProcessId;

    /// <summary>On which managed thread.</summary>
    public uint ManagedThreadId { get; set; } = (uint)Environment.CurrentManagedThreadId;

    public override string ToString() => MessageData?.ToString() ?? string.Empty;
}

/// <summary>What Write-Host says.</summary>
public class HostInformationMessage
{
    /// <summary>The text.</summary>
    public string Message { get; set; } = string.Empty;

    /// <summary>Whether the line stays open.</summary>
    public bool? NoNewLine { get; set; }

    /// <summary>The text's colour.</summary>
    public ConsoleColor? ForegroundColor { get; set; }

    /// <summary>The colour behind it.</summary>
    public ConsoleColor? BackgroundColor { get; set; }

    public override string ToString() => Message;
}
