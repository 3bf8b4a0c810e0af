namespace System.Management.Automation;

/// <summary>How far an activity is.</summary>
public class ProgressRecord
{
    private int _percentComplete = -1;

    public ProgressRecord(int activityId, string activity, string statusDescription)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(activityId);
        ArgumentException.ThrowIfNullOrEmpty(activity);
        ArgumentException.ThrowIfNullOrEmpty(statusDescription);
        (ActivityId, Activity, StatusDescription) = (activityId, activity, statusDescription);
    }

    /// <summary>Tells activities apart.</summary>
    public int ActivityId { get; }

    /// <summary>The activity this one is part of, or -1.</summary>
    public int ParentActivityId { get; set; } = -1;

    /// <summary>What is being done.</summary>
    public string Activity { get; set; }

    /// <summary>How it stands.</summary>
    public string StatusDescription { get; set; }

    /// <summary>What is being done within it.</summary>
    public string? CurrentOperation { get; set; }

    /// <summary>0 to 100, or -1 where it isn't known.</summary>
    public int PercentComplete
    {
        get => _percentComplete;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            _percentComplete = value;
        }
    }

    /// <summary>Seconds to go, or -1 where it isn't known.</summary>
    public int SecondsRemaining { get; set; } = -1;

    /// <summary>Whether it goes on.</summary>
    public ProgressRecordType RecordType { get; set; }

    public override string ToString() => $"{Activity}: {StatusDescription}";
}

/// <summary>Whether an activity goes on.</summary>
public enum ProgressRecordType
{
    Processing,
    Completed,
}
