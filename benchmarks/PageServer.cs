using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PeeringTools.Benchmarks;

/// <summary>Serves pages made beforehand, from a process of its own, so that only the reader's work and memory are measured.</summary>
internal sealed class PageServer : IDisposable
{
    private readonly Process _process;

    private PageServer(Process process, string url)
    {
        _process = process;
        Url = url;
    }

    public string Url { get; }

    /// <summary>Starts this program again as the server of <paramref name="count"/> peerings.</summary>
    public static PageServer Start(int count)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["serve", count.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false })!;
        return new(process, process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The page server did not start."));
    }

    /// <summary>The server itself: ends when its standard input does.</summary>
    public static async Task ServeAsync(int count)
    {
        var pages = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (var first = 0; first < count; first += PeeringPages.PageSize)
        {
            var rest = count - first;
            pages.Add(
                first == 0 ? "" : $"page-{first}",
                PeeringPages.Page(first, Math.Min(PeeringPages.PageSize, rest), rest > PeeringPages.PageSize ? $"page-{first + PeeringPages.PageSize}" : null));
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapPost("/", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            var page = pages[form["NextToken"].ToString()];
            context.Response.ContentType = "text/xml;charset=UTF-8";
            context.Response.ContentLength = page.Length;
            await context.Response.Body.WriteAsync(page);
        });
        await app.StartAsync();
        await Console.Out.WriteLineAsync(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await Console.In.ReadToEndAsync();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
