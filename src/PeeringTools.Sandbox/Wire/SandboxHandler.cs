using System.Net;
using System.Net.Http.Headers;

namespace PeeringTools.Sandbox.Wire;

/// <summary>Stands where the network would: SDK clients send to it, and the sandbox answers.</summary>
internal sealed class SandboxHandler(Front front) : HttpMessageHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var answer = await front.AnswerAsync(
            new WireRequest(request.RequestUri?.Query.TrimStart('?') ?? "", First(request.Headers, "Authorization"), First(request.Headers, "X-Amz-Target"), body), cancellationToken).ConfigureAwait(false);
        if (answer.IsDropped)
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was closed before an answer came.", new IOException("Connection reset by peer"));
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { RequestMessage = request, Content = new ReadOnlyMemoryContent(answer.Body) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", answer.ContentType);
        response.Headers.TryAddWithoutValidation("x-amzn-RequestId", answer.RequestId);
        return response;
    }

    private static string? First(HttpRequestHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
