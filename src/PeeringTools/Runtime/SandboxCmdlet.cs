using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sandboxes;

namespace PeeringTools.Runtime;

/// <summary>A cmdlet that works on the sandbox of this process itself, not through it.</summary>
public abstract class SandboxCmdlet : PeeringCmdlet
{
    private protected static ISandbox Running => SandboxLatch.Current ?? throw new FailureException(new(
        ErrorKind.NotFound, "SandboxNotRunning", "No sandbox runs in this process.", "Start one with Start-PeeringSandbox, with -Path for a network of yours."));

    private protected string Resolve(string? path) => FilePaths.Resolve(this, path);
}
