using PeeringTools.CmdletHost;

namespace System.Management.Automation;

/// <summary>The session's paths. The file system is the one provider here.</summary>
public sealed class PathIntrinsics
{
    private readonly Session _session;

    internal PathIntrinsics(Session session) => _session = session;

    /// <summary>The current folder.</summary>
    public PathInfo CurrentLocation => new(_session.CurrentDirectory);

    /// <summary>The current folder.</summary>
    public PathInfo CurrentFileSystemLocation => new(_session.CurrentDirectory);

    /// <summary>The provider's current place.</summary>
    public PathInfo CurrentProviderLocation(string providerName) =>
        string.Equals(providerName, PathInfo.FileSystem, StringComparison.OrdinalIgnoreCase)
            ? new PathInfo(_session.CurrentDirectory)
            : throw new PSNotSupportedException($"This host has no provider '{providerName}': only {PathInfo.FileSystem}.");

    /// <summary>The full path of one that need not exist; ~ is the home folder.</summary>
    public string GetUnresolvedProviderPathFromPSPath(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        const string Qualifier = PathInfo.FileSystem + "::";
        if (path.StartsWith(Qualifier, StringComparison.OrdinalIgnoreCase))
            path = path[Qualifier.Length..];
        else if (DriveOf(path) is { } drive)
            throw new DriveNotFoundException($"Cannot find drive. A drive with the name '{drive}' does not exist.");
        if (path is "~" || path.StartsWith("~/", StringComparison.Ordinal))
            path = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + path[1..];
        return System.IO.Path.GetFullPath(path, _session.CurrentDirectory);
    }

    /// <summary>The same, with the provider and the drive that it is on.</summary>
    /// <exception cref="DriveNotFoundException">It names a drive: here are none but those of the file system.</exception>
    public string GetUnresolvedProviderPathFromPSPath(string path, out ProviderInfo provider, out PSDriveInfo drive)
    {
        var resolved = GetUnresolvedProviderPathFromPSPath(path);
        provider = new ProviderInfo(PathInfo.FileSystem);
        drive = new PSDriveInfo(System.IO.Path.GetPathRoot(resolved)!, provider);
        return resolved;
    }

    /// <summary>The two as one path.</summary>
    public string Combine(string parent, string child) => System.IO.Path.Combine(parent, child);

    // What stands before a colon is a drive, and on Windows one letter is a disk.
    private static string? DriveOf(string path)
    {
        var end = path.IndexOfAny([':', '/', '\\']);
        return end > 0 && path[end] == ':' && !(OperatingSystem.IsWindows() && end == 1) ? path[..end] : null;
    }
}

/// <summary>A place.</summary>
public sealed class PathInfo
{
    internal const string FileSystem = "FileSystem";

    internal PathInfo(string path) => Path = path;

    /// <summary>The path.</summary>
    public string Path { get; }

    /// <summary>The path as its provider spells it.</summary>
    public string ProviderPath => Path;

    public override string ToString() => Path;
}
