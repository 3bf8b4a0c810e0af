namespace PeeringTools.Aws;

/// <summary>A request that makes something left, but no answer came back that tells whether the service did it. It was not sent again: look for the thing first.</summary>
public sealed class LostAnswerException(string service, string operation, Exception innerException) : Exception(
    $"The answer to {operation} was lost, so {service} may or may not have done it: {innerException?.Message} Look for the result before trying again.", innerException)
{
    /// <summary>The service's name in endpoints and permissions (<c>ec2</c>).</summary>
    public string Service { get; } = service;

    /// <summary>The operation whose answer was lost.</summary>
    public string Operation { get; } = operation;
}
