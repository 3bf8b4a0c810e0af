namespace PeeringTools.Aws;

/// <summary>Is told of every attempt of every call: for verbose output and logs. It sees names and numbers only, never a request's or a response's content.</summary>
public interface ICallObserver
{
    /// <summary>An attempt is about to leave.</summary>
    /// <param name="service">The service's name in endpoints and permissions (<c>ec2</c>, <c>directconnect</c>, <c>gamelift</c>).</param>
    /// <param name="operation">The operation (<c>DescribeVpcs</c>).</param>
    /// <param name="region">The Region it is signed for; empty where only an endpoint is known.</param>
    /// <param name="attempt">1 for the first.</param>
    void Sending(string service, string operation, string region, int attempt);

    /// <summary>An attempt has ended.</summary>
    /// <param name="service">As in <see cref="Sending"/>.</param>
    /// <param name="operation">As in <see cref="Sending"/>.</param>
    /// <param name="region">As in <see cref="Sending"/>.</param>
    /// <param name="httpStatus">The status of the answer; null where none came.</param>
    /// <param name="errorCode">The service's error code; where no answer came the name of the failure (<c>HttpRequestException</c>); null on success.</param>
    /// <param name="requestId">The service's id of the request, where it gave one.</param>
    /// <param name="elapsed">From sending until the answer was read.</param>
    void Answered(string service, string operation, string region, int? httpStatus, string? errorCode, string? requestId, TimeSpan elapsed);
}
