using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PeeringTools.Sandbox.Wire;

namespace PeeringTools.Host.Sandbox;

/// <summary>The sandbox over HTTP on 127.0.0.1, and nowhere else.</summary>
internal sealed class SandboxServer : IAsyncDisposable
{
    private const long LargestBody = 16 * 1024 * 1024;
    private readonly WebApplication _app;
    private readonly SandboxHolder _holder;

    private SandboxServer(WebApplication app, SandboxHolder holder)
    {
        _app = app;
        _holder = holder;
        Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    /// <summary>What to say when it is ready: where it is, and what to set so that AWS tools go there.</summary>
    public IReadOnlyList<string> Greeting =>
    [
        $"PeeringTools sandbox ({_holder.Current.Source}) listens on {Url}. Ctrl+C stops it.",
        $"export AWS_ENDPOINT_URL={Url}",
        $"export AWS_ACCESS_KEY_ID={_holder.Current.DefaultAccountId}",
        "export AWS_SECRET_ACCESS_KEY=sandbox",
        $"export AWS_DEFAULT_REGION={_holder.Current.DefaultRegion ?? "us-east-1"}",
    ];

    /// <summary>Loads the network and starts to listen.</summary>
    /// <exception cref="PortTakenException">The port can't be used.</exception>
    /// <exception cref="Core.Sandboxes.SandboxFileException">The network's files are malformed.</exception>
    public static async Task<SandboxServer> StartAsync(int port, string? path)
    {
        var holder = new SandboxHolder(path);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Limits.MaxRequestBodySize = LargestBody;
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, port);
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        app.Run(context => AnswerAsync(context, holder));
        try
        {
            await app.StartAsync();
        }
        catch (Exception problem) when (problem is IOException or SocketException)
        {
            await app.DisposeAsync();
            throw new PortTakenException(port, problem);
        }
        return new SandboxServer(app, holder);
    }

    /// <summary>Waits for Ctrl+C, a termination signal or the token.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation) => _app.WaitForShutdownAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task AnswerAsync(HttpContext context, SandboxHolder holder)
    {
        if (context.Request.Path.StartsWithSegments(ControlEndpoints.Root, StringComparison.Ordinal, out var rest))
        {
            await ControlEndpoints.AnswerAsync(context, rest, holder);
            return;
        }
        var cancellation = context.RequestAborted;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellation);
        var headers = context.Request.Headers;
        var request = new WireRequest(
            context.Request.QueryString.Value?.TrimStart('?') ?? "", NullIfEmpty(headers.Authorization.ToString()), NullIfEmpty(headers["X-Amz-Target"].ToString()), body.GetBuffer().AsMemory(0, (int)body.Length));
        var cborOperation = CborFront.OperationOf(context.Request);
        var answer = cborOperation is null
            ? await holder.Current.Front.AnswerAsync(request, cancellation)
            : await CborFront.AnswerAsync(cborOperation, request, holder.Current.Front, cancellation);
        if (answer.IsDropped)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = answer.Body.Length;
        context.Response.Headers["x-amzn-RequestId"] = answer.RequestId;
        if (cborOperation is not null)
            context.Response.Headers[CborFront.ProtocolHeader] = CborFront.Protocol;
        await context.Response.Body.WriteAsync(answer.Body, cancellation);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
