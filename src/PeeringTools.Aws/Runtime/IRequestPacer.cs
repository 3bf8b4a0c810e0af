namespace PeeringTools.Aws;

/// <summary>Holds attempts back so that bulk work stays below a service's rates.</summary>
public interface IRequestPacer
{
    /// <summary>Completes when the next attempt may leave. It is asked before every attempt, repeated ones too.</summary>
    /// <param name="service">The service's name in endpoints and permissions (<c>ec2</c>).</param>
    /// <param name="operation">The operation (<c>DescribeVpcs</c>).</param>
    /// <param name="cancellationToken">The call's own token.</param>
    ValueTask WaitAsync(string service, string operation, CancellationToken cancellationToken);
}
