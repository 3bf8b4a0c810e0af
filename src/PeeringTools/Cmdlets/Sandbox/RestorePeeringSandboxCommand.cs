using System.Management.Automation;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sandboxes;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.Sandbox;

/// <summary>Starts the sandbox from a state that Save-PeeringSandbox wrote. A sandbox that runs already is replaced.</summary>
[Cmdlet(VerbsData.Restore, "PeeringSandbox", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(PeeringSandbox))]
public sealed class RestorePeeringSandboxCommand : SandboxCmdlet
{
    /// <summary>The file that Save-PeeringSandbox wrote.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [AllowEmptyString]
    public string? Path { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(Path, () =>
    {
        var file = Resolve(Path);
        if (!File.Exists(file))
            throw new FailureException(new(ErrorKind.NotFound, "SandboxFileNotFound", $"There is no file {file}.", "Give the file that Save-PeeringSandbox wrote.", Path));

        if (ShouldProcess(file, "Restore sandbox"))
        {
            using var stream = File.OpenRead(file);
            SandboxLatch.Start(SandboxLoader.Factory.Restore(stream, file));
            WriteObject(new PeeringSandbox(Running));
        }

        return Task.CompletedTask;
    });
}
