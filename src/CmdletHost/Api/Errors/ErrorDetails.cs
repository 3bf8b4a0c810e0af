namespace System.Management.Automation;

/// <summary>A message for the user that replaces the exception's, and what to do next.</summary>
public class ErrorDetails(string message)
{
    private readonly string _message = message;

    /// <summary>The message.</summary>
    public string Message => _message ?? string.Empty;

    /// <summary>What to do next.</summary>
    public string RecommendedAction { get; set; } = string.Empty;

    public override string ToString() => Message;
}
