using System.Globalization;
using PeeringTools.Aws;

namespace PeeringTools.Core.Sessions;

/// <summary>Tells each call in a line of text: what was asked, where, how long it took, what came back. No parameter of a call is in it, so no secret is.</summary>
internal sealed class CallLog : ICallObserver
{
    private readonly Action<string> _write;

    private CallLog(Action<string> write) => _write = write;

    /// <summary>A log whose lines go to <paramref name="write"/>, on whatever thread the call is on.</summary>
    public static ICallObserver To(Action<string> write) => new CallLog(write);

    /// <inheritdoc/>
    public void Sending(string service, string operation, string region, int attempt)
    {
        if (attempt > 1)
            _write(string.Create(CultureInfo.InvariantCulture, $"{service} {operation} in {region}: attempt {attempt}"));
    }

    /// <inheritdoc/>
    public void Answered(string service, string operation, string region, int? httpStatus, string? errorCode, string? requestId, TimeSpan elapsed) =>
        _write(string.Create(
            CultureInfo.InvariantCulture,
            $"{service} {operation} in {region}: {(httpStatus is { } status ? $"HTTP {status}" : "no answer")}{(errorCode is null ? "" : $" {errorCode}")}, {elapsed.TotalMilliseconds:0} ms{(requestId is null ? "" : $", request id {requestId}")}"));
}
