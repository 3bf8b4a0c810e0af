using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PeeringTools.Sandbox;
using PeeringTools.Sandbox.Files;

namespace PeeringTools.Host.Sandbox;

/// <summary>
/// What tests ask of the sandbox itself: GET /_sandbox, POST /_sandbox/clock {"seconds": 60}, POST and DELETE /_sandbox/faults, POST /_sandbox/reset, GET /_sandbox/state, GET /_sandbox/calls.
/// Only under the machine's own name, so that no web page can reach it through a name that it points here.
/// </summary>
internal static class ControlEndpoints
{
    /// <summary>Where they lie.</summary>
    public static readonly PathString Root = "/_sandbox";

    /// <summary>Answers one.</summary>
    public static async Task AnswerAsync(HttpContext context, PathString path, SandboxHolder holder)
    {
        if (context.Request.Host.Host is not ("127.0.0.1" or "localhost"))
        {
            await SayAsync(context, StatusCodes.Status403Forbidden, "Only 127.0.0.1 and localhost.");
            return;
        }
        try
        {
            switch (context.Request.Method, path.Value?.Trim('/'))
            {
                case ("GET", "" or null):
                    await ShowAsync(context, holder);
                    break;
                case ("GET", "state"):
                    context.Response.ContentType = "application/json";
                    var state = new MemoryStream();
                    holder.Current.Save(state);
                    await context.Response.Body.WriteAsync(state.GetBuffer().AsMemory(0, (int)state.Length), context.RequestAborted);
                    break;
                case ("GET", "calls"):
                    await context.Response.WriteAsJsonAsync(holder.Current.Calls, context.RequestAborted);
                    break;
                case ("POST", "clock"):
                    holder.Current.StepClock(TimeSpan.FromSeconds((await ReadAsync<ClockStep>(context)).Seconds));
                    await ShowAsync(context, holder);
                    break;
                case ("POST", "faults"):
                    holder.Current.Inject(await ReadAsync<Fault>(context));
                    context.Response.StatusCode = StatusCodes.Status204NoContent;
                    break;
                case ("DELETE", "faults"):
                    holder.Current.ClearFaults();
                    context.Response.StatusCode = StatusCodes.Status204NoContent;
                    break;
                case ("POST", "reset"):
                    holder.Reset();
                    await ShowAsync(context, holder);
                    break;
                default:
                    await SayAsync(context, StatusCodes.Status404NotFound, "There is no such control.");
                    break;
            }
        }
        catch (Exception problem) when (problem is JsonException or ArgumentOutOfRangeException or OverflowException)
        {
            await SayAsync(context, StatusCodes.Status400BadRequest, problem.Message);
        }
    }

    private static Task ShowAsync(HttpContext context, SandboxHolder holder) => context.Response.WriteAsJsonAsync(
        new { holder.Current.Source, holder.Current.Now, Accounts = holder.Current.Accounts.Select(account => account.AccountId), holder.Current.ResourceCounts }, context.RequestAborted);

    private static async Task<T> ReadAsync<T>(HttpContext context)
        where T : class =>
        await JsonSerializer.DeserializeAsync<T>(context.Request.Body, FileFormat.Settings, context.RequestAborted) ?? throw new JsonException("The body is null.");

    private static Task SayAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private sealed record ClockStep(double Seconds);
}
