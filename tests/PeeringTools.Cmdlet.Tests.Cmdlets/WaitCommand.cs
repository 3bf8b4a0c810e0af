using System.Management.Automation;

namespace PeeringTools.Cmdlet.Tests.Cmdlets;

/// <summary>Waits until it is stopped.</summary>
[Cmdlet(VerbsLifecycle.Wait, "Forever")]
public sealed class WaitForeverCommand : PSCmdlet, IDisposable
{
    private readonly ManualResetEventSlim _stop = new();

    /// <summary>Set when the last one waits.</summary>
    public static ManualResetEventSlim Waiting { get; } = new();

    public void Dispose() => _stop.Dispose();

    protected override void ProcessRecord()
    {
        Waiting.Set();
        _stop.Wait();
        WriteObject("never seen");
    }

    protected override void StopProcessing() => _stop.Set();
}
