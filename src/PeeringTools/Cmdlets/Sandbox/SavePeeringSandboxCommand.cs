using System.Management.Automation;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.Sandbox;

/// <summary>Saves all state of the sandbox as JSON, for Restore-PeeringSandbox.</summary>
[Cmdlet(VerbsData.Save, "PeeringSandbox", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(FileInfo))]
public sealed class SavePeeringSandboxCommand : SandboxCmdlet
{
    /// <summary>The file to write. One that is there is replaced.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [AllowEmptyString]
    public string? Path { get; set; }

    /// <summary>Refuse when the file is there already.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Emit the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(Path, () =>
    {
        var running = Running;
        var file = Resolve(Path);
        if (NoClobber && File.Exists(file))
            throw new FailureException(new(ErrorKind.Exists, "FileExists", $"The file {file} is there already.", "Choose another name, or leave -NoClobber out.", Path));

        if (!Directory.Exists(System.IO.Path.GetDirectoryName(file)))
            throw new FailureException(new(ErrorKind.NotFound, "FolderNotFound", $"There is no folder {System.IO.Path.GetDirectoryName(file)}.", "Make it first, or choose another.", Path));

        if (!ShouldProcess(file, "Save sandbox"))
            return Task.CompletedTask;

        // Written beside it and moved into place: a full disk must not cost the state that was saved before.
        var beside = $"{file}.{System.IO.Path.GetRandomFileName()}";
        try
        {
            using (var stream = File.Create(beside))
                running.Save(stream);
            File.Move(beside, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(beside);
            throw new FailureException(new(ErrorKind.Denied, "FileNotWritten", $"The file {file} can't be written: {e.Message}", "Choose a folder that is there and that you may write to.", Path));
        }

        if (PassThru)
            WriteObject(new FileInfo(file));
        return Task.CompletedTask;
    });
}
