namespace PeeringTools.Core.Sandboxes;

/// <summary>AWS on this machine, as sessions and cmdlets see it. PeeringTools.Sandbox implements it; <see cref="SandboxLoader"/> finds it by name.</summary>
internal interface ISandbox : IDisposable
{
    /// <summary>The folder or file it was loaded from, or "empty".</summary>
    string Source { get; }

    /// <summary>The sandbox's own time; it moves with the machine's clock from its start and jumps with <see cref="StepClock"/>.</summary>
    DateTimeOffset Now { get; }

    /// <summary>The accounts of the rehearsal.</summary>
    IReadOnlyList<SandboxAccount> Accounts { get; }

    /// <summary>The account that a session without a profile works in.</summary>
    string DefaultAccountId { get; }

    /// <summary>The Region that a session without a Region works in, or null where the network files name none.</summary>
    string? DefaultRegion { get; }

    /// <summary>Counts per resource kind (<c>vpc</c>, <c>vpc-peering-connection</c>, <c>dx-virtual-interface</c> ...), for Get-PeeringSandbox.</summary>
    IReadOnlyDictionary<string, int> ResourceCounts { get; }

    /// <summary>Answers SDK requests in memory, over AWS's own wire formats; no port is opened.</summary>
    HttpMessageHandler CreateHandler();

    /// <summary>Moves the clock forward: pending things become available, requests and authorizations expire, tombstones go.</summary>
    void StepClock(TimeSpan by);

    /// <summary>Writes all state as JSON. BGP keys are written only in a form that nobody can read back as text.</summary>
    void Save(Stream destination);
}

/// <summary>An account of the sandbox.</summary>
/// <param name="AccountId">12 digits.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Profiles">The profile names that lead to it; the profile <c>default</c> marks the default account.</param>
internal sealed record SandboxAccount(string AccountId, string Name, IReadOnlyList<string> Profiles);

/// <summary>Makes sandboxes; implemented once, by PeeringTools.Sandbox.</summary>
internal interface ISandboxFactory
{
    /// <summary>An empty network: the accounts and Regions are made as they are used.</summary>
    ISandbox CreateEmpty();

    /// <summary>Reads a folder of describe-output files and its sandbox.json. All files are read before anything is loaded.</summary>
    /// <exception cref="SandboxFileException">A file is malformed: names the file, the line and the field.</exception>
    ISandbox LoadFolder(string path);

    /// <summary>Reads state that <see cref="ISandbox.Save"/> wrote.</summary>
    /// <exception cref="SandboxFileException">The state is malformed or of another version.</exception>
    ISandbox Restore(Stream state, string source);
}

/// <summary>A network file that can't be read: which, where and why. Nothing was loaded.</summary>
internal sealed class SandboxFileException(string file, long? line, string? field, string problem)
    : Exception($"{file}{(line is { } l ? $", line {l}" : "")}{(field is null ? "" : $", field {field}")}: {problem}")
{
    /// <summary>The file's path.</summary>
    public string File { get; } = file;

    /// <summary>The line, from 1, where it is known.</summary>
    public long? Line { get; } = line;

    /// <summary>The JSON path of the field, where it is known.</summary>
    public string? Field { get; } = field;
}
