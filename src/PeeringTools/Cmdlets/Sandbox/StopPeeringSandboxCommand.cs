using System.Management.Automation;
using PeeringTools.Core.Sandboxes;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.Sandbox;

/// <summary>Stops the sandbox: its state is gone unless it was saved, and the next cmdlet reaches AWS.</summary>
[Cmdlet(VerbsLifecycle.Stop, "PeeringSandbox", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(void))]
public sealed class StopPeeringSandboxCommand : SandboxCmdlet
{
    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(null, () =>
    {
        if (ShouldProcess(Running.Source, "Stop sandbox"))
            SandboxLatch.Stop();
        return Task.CompletedTask;
    });
}
