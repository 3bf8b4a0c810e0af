using System.Management.Automation;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sandboxes;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.Sandbox;

/// <summary>
/// Starts AWS on this machine, in memory: from now on every cmdlet in this process talks to it, in other runspaces too. A sandbox that runs already is replaced.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "PeeringSandbox", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(PeeringSandbox))]
public sealed class StartPeeringSandboxCommand : SandboxCmdlet
{
    /// <summary>A folder of files that <c>aws ... describe-*</c> printed, with a <c>sandbox.json</c> for what they don't tell. Default: an empty network.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [AllowEmptyString]
    public string? Path { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(Path, () =>
    {
        var folder = Path is null && !GivenByName(nameof(Path)) && !MyInvocation.ExpectingInput ? null : Resolve(Path);
        if (folder is not null && !Directory.Exists(folder))
        {
            throw new FailureException(new(
                ErrorKind.NotFound, "SandboxFolderNotFound", $"There is no folder {folder}.", "Give the folder that holds the describe files; Restore-PeeringSandbox reads a saved state.", Path));
        }

        if (ShouldProcess(folder ?? "an empty network", "Start sandbox"))
        {
            SandboxLatch.Start(folder is null ? SandboxLoader.Factory.CreateEmpty() : SandboxLoader.Factory.LoadFolder(folder));
            WriteObject(new PeeringSandbox(Running));
        }
        else if (SandboxLatch.Current is null)
        {
            WriteWarning("No sandbox was started, so the cmdlets that follow reach AWS.");
        }

        return Task.CompletedTask;
    });
}
