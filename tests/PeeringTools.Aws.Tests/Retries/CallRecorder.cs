using System.Globalization;

namespace PeeringTools.Aws.Tests.Retries;

/// <summary>Keeps what an observer and a pacer are told.</summary>
internal sealed class CallRecorder : ICallObserver, IRequestPacer
{
    public List<string> Lines { get; } = [];

    public List<(string Service, string Region, TimeSpan? Elapsed)> Details { get; } = [];

    public void Sending(string service, string operation, string region, int attempt)
    {
        Lines.Add(string.Create(CultureInfo.InvariantCulture, $"sending {operation} {attempt}"));
        Details.Add((service, region, null));
    }

    public void Answered(string service, string operation, string region, int? httpStatus, string? errorCode, string? requestId, TimeSpan elapsed)
    {
        Lines.Add(string.Create(CultureInfo.InvariantCulture, $"answered {httpStatus} {errorCode ?? requestId}"));
        Details.Add((service, region, elapsed));
    }

    public ValueTask WaitAsync(string service, string operation, CancellationToken cancellationToken)
    {
        Lines.Add($"pacing {service} {operation}");
        return ValueTask.CompletedTask;
    }
}
