using System.Runtime.InteropServices;
using PeeringTools.CmdletHost;

namespace PeeringTools.Host;

/// <summary>Ctrl+C and a termination signal stop the session; a second one ends the process.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly Session _session;
    private readonly PosixSignalRegistration[] _registrations;
    private readonly CancellationTokenSource _stop = new();
    private int _count;

    public Interrupt(Session session)
    {
        _session = session;
        _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        Array.ForEach(_registrations, registration => registration.Dispose());
        _stop.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = Interlocked.Increment(ref _count) == 1;
        if (!context.Cancel)
            return;
        _stop.Cancel();
        _session.Stop();
    }
}
