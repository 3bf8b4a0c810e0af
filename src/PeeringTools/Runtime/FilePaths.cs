using System.Management.Automation;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;

namespace PeeringTools.Runtime;

/// <summary>Reads a path as the shell writes it: relative to its location, or on one of its drives.</summary>
internal static class FilePaths
{
    private const string FileSystem = "FileSystem";

    /// <summary>The full path of a file or folder that need not exist.</summary>
    /// <exception cref="FailureException">It is empty, or on a drive that isn't there or isn't one of files.</exception>
    public static string Resolve(PSCmdlet cmdlet, string? path, string parameter = "Path")
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new FailureException(new(ErrorKind.BadInput, "PathEmpty", $"-{parameter} is empty.", $"Give -{parameter} a file or folder.", path));

        var (resolved, provider) = Ask(cmdlet, path, parameter);
        return provider.Name == FileSystem
            ? resolved
            : throw new FailureException(new(ErrorKind.BadInput, "PathNotInFileSystem", $"-{parameter} '{path}' is in {provider.Name}, not in the file system.", $"Give -{parameter} a file or folder on a disk.", path));
    }

    private static (string Path, ProviderInfo Provider) Ask(PSCmdlet cmdlet, string path, string parameter)
    {
        try
        {
            return (cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _), provider);
        }
        catch (SessionStateException e)
        {
            throw new FailureException(new(ErrorKind.NotFound, "PathDriveNotFound", $"-{parameter} '{path}' is on no drive of this shell: {e.Message}", $"Get-PSDrive lists the drives; give -{parameter} a file or folder on a disk.", path));
        }
    }
}
