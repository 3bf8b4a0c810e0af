using System.CommandLine;

namespace PeeringTools.Host.Commands;

/// <summary>How objects are printed.</summary>
internal enum OutputForm
{
    /// <summary>As tables and lists.</summary>
    Table,

    /// <summary>As JSON, one object to a line.</summary>
    Json,
}

/// <summary>What a run is told besides the script.</summary>
/// <param name="Output">How objects are printed.</param>
/// <param name="SandboxPath">A folder or saved state to rehearse on, or null to work on AWS.</param>
/// <param name="ReadsInput">Whether JSON lines on standard input enter the first pipeline.</param>
internal sealed record RunSettings(OutputForm Output, string? SandboxPath, bool ReadsInput);

/// <summary>The options that <c>run</c> and <c>-c</c> share.</summary>
internal sealed class RunOptions
{
    private readonly Option<OutputForm> _output = new("--output", "-o") { Description = "table, or json for one object to a line." };
    private readonly Option<string> _sandbox = new("--sandbox") { Description = "Rehearse on the network in this folder: nothing reaches AWS." };
    private readonly Option<bool> _noInput = new("--no-input") { Description = "Leave standard input alone; else JSON lines on it enter the first pipeline." };

    public void AddTo(Command command)
    {
        command.Add(_output);
        command.Add(_sandbox);
        command.Add(_noInput);
    }

    public RunSettings Read(ParseResult result) =>
        new(result.GetValue(_output), result.GetValue(_sandbox), !result.GetValue(_noInput) && Console.IsInputRedirected);
}
