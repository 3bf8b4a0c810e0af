using System.Management.Automation;
using PeeringTools.Core.Sandboxes;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.Sandbox;

/// <summary>Shows the sandbox that runs in this process; nothing when none does.</summary>
[Cmdlet(VerbsCommon.Get, "PeeringSandbox")]
[OutputType(typeof(PeeringSandbox))]
public sealed class GetPeeringSandboxCommand : SandboxCmdlet
{
    private protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (SandboxLatch.Current is { } running)
            WriteObject(new PeeringSandbox(running));
        return Task.CompletedTask;
    }
}
