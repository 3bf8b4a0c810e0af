using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace PeeringTools.Aws;

/// <summary>Follows page tokens.</summary>
internal static class Pages
{
    public static async IAsyncEnumerable<TResponse> ReadAsync<TRequest, TResponse>(
        string operation,
        TRequest request,
        Func<TRequest, CancellationToken, Task<TResponse>> call,
        Func<TRequest, string?> asked,
        Action<TRequest, string?> ask,
        Func<TResponse, string?> answered,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse
    {
        while (true)
        {
            var page = await call(request, cancellationToken).ConfigureAwait(false);
            yield return page;
            var next = answered(page);
            if (string.IsNullOrEmpty(next)) yield break;
            if (next == asked(request)) throw new PageTokenLoopException(operation);
            ask(request, next);
        }
    }
}
