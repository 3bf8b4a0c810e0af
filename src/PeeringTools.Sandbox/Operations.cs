using Amazon.Runtime;

namespace PeeringTools.Sandbox;

/// <summary>A service's operations and what answers them.</summary>
internal sealed class Operations(ServiceKind service)
{
    private readonly Dictionary<string, Func<Call, AmazonWebServiceRequest, AmazonWebServiceResponse>> _handlers = new(StringComparer.Ordinal);

    /// <summary>The service.</summary>
    public ServiceKind Service { get; } = service;

    /// <summary>The operations' names.</summary>
    public IReadOnlyCollection<string> Names => _handlers.Keys;

    /// <summary>Adds an operation. Its name is that of the request's class without <c>Request</c>.</summary>
    public Operations On<TRequest, TResponse>(Func<Call, TRequest, TResponse> handler)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse
    {
        _handlers.Add(typeof(TRequest).Name[..^"Request".Length], (call, request) => handler(call, (TRequest)request));
        return this;
    }

    /// <summary>True for operations that change nothing.</summary>
    public static bool IsRead(string operation) =>
        operation.StartsWith("Describe", StringComparison.Ordinal) || operation.StartsWith("Get", StringComparison.Ordinal)
        || operation.StartsWith("List", StringComparison.Ordinal) || operation.StartsWith("Search", StringComparison.Ordinal);

    /// <summary>Answers a call.</summary>
    /// <exception cref="ServiceException">The service refuses it.</exception>
    public AmazonWebServiceResponse Answer(Call call, AmazonWebServiceRequest request)
    {
        var response = _handlers[call.Operation](call, request);
        if (IsRead(call.Operation))
            call.Permit();
        else if (!call.HasAsked)
            throw new InvalidOperationException($"{call.Operation} changed something without asking for permission.");
        return response;
    }
}
