using System.Net.Http.Headers;
using PeeringTools.Core.Sandboxes;

namespace PeeringTools.Cmdlet.Tests.Module;

/// <summary>A sandbox whose requests pass by a test first.</summary>
/// <param name="inner">The sandbox.</param>
/// <param name="onRequest">Gets a request's body and a way to send another body in its place; gives the answer, or null to let the request pass.</param>
internal sealed class InterceptedSandbox(ISandbox inner, Func<string, Func<string, Task<HttpResponseMessage>>, Task<HttpResponseMessage?>> onRequest) : ISandbox
{
    public string Source => inner.Source;

    public DateTimeOffset Now => inner.Now;

    public IReadOnlyList<SandboxAccount> Accounts => inner.Accounts;

    public string DefaultAccountId => inner.DefaultAccountId;

    public string? DefaultRegion => inner.DefaultRegion;

    public IReadOnlyDictionary<string, int> ResourceCounts => inner.ResourceCounts;

    public HttpMessageHandler CreateHandler() => new Interceptor(onRequest) { InnerHandler = inner.CreateHandler() };

    public void StepClock(TimeSpan by) => inner.StepClock(by);

    public void Save(Stream destination) => inner.Save(destination);

    public void Dispose() => inner.Dispose();

    private sealed class Interceptor(Func<string, Func<string, Task<HttpResponseMessage>>, Task<HttpResponseMessage?>> onRequest) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            var answer = await onRequest(body, other => base.SendAsync(WithBody(request, other), cancellationToken));
            return answer ?? await base.SendAsync(WithBody(request, body), cancellationToken);
        }

        private static HttpRequestMessage WithBody(HttpRequestMessage request, string body)
        {
            var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new StringContent(body) };
            copy.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded; charset=utf-8");
            foreach (var header in request.Headers)
                copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
            return copy;
        }
    }
}
