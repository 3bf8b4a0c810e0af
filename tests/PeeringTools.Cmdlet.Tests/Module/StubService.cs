using System.Net;
using System.Text;

namespace PeeringTools.Cmdlet.Tests.Module;

/// <summary>A service on this machine that answers what a test tells it to, and keeps what it was asked.</summary>
internal sealed class StubService : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<int, string, (int Status, string Body)?> _answer;
    private readonly Task _serving;

    /// <param name="answer">Given the number of the request, from 1, and its body: status and body of the answer, or null to never answer.</param>
    public StubService(Func<int, string, (int Status, string Body)?> answer)
    {
        _answer = answer;
        using (var free = new CountingEndpoint())
            Url = free.Url;
        _listener.Prefixes.Add(Url + "/");
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url { get; }

    public List<string> Requests { get; } = [];

    public static (int Status, string Body) Ec2Error(int status, string code) =>
        (status, $"<Response><Errors><Error><Code>{code}</Code><Message>The message of {code}.</Message></Error></Errors><RequestID>req-1</RequestID></Response>");

    public static (int Status, string Body) Peerings(int first, int count, string? nextToken)
    {
        var items = string.Concat(Enumerable.Range(first, count).Select(i => $"<item><vpcPeeringConnectionId>pcx-{i:x8}</vpcPeeringConnectionId><status><code>active</code></status></item>"));
        var next = nextToken is null ? "" : $"<nextToken>{nextToken}</nextToken>";
        return (200, $"<DescribeVpcPeeringConnectionsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>req-1</requestId><vpcPeeringConnectionSet>{items}</vpcPeeringConnectionSet>{next}</DescribeVpcPeeringConnectionsResponse>");
    }

    public void Dispose()
    {
        _listener.Abort();
        _serving.Wait(TimeSpan.FromSeconds(5));
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                var body = await reader.ReadToEndAsync();
                Requests.Add(body);
                if (_answer(Requests.Count, body) is not { } answer)
                    continue;
                context.Response.StatusCode = answer.Status;
                var bytes = Encoding.UTF8.GetBytes(answer.Body);
                context.Response.ContentLength64 = bytes.Length;
                await context.Response.OutputStream.WriteAsync(bytes);
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The listener was stopped, or a client went away.
        }
    }
}
