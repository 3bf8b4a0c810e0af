namespace PeeringTools.Aws;

/// <summary>A service gave the page token it was asked with, so the pages would never end.</summary>
public sealed class PageTokenLoopException(string operation) : Exception(
    $"{operation} answered with the same page token twice in a row. The pages would never end, so the list was broken off after the page that repeated it.")
{
    /// <summary>The operation that pages.</summary>
    public string Operation { get; } = operation;
}
