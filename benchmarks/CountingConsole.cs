using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using PeeringTools.CmdletHost;

namespace PeeringTools.Benchmarks;

/// <summary>Counts what a cmdlet emits; an error ends the measurement.</summary>
internal sealed class CountingConsole : SessionConsole
{
    public int Count { get; set; }

    public override bool IsInteractive => false;

    public override PSHost Host => throw new NotSupportedException("Nothing measured here asks for its host.");

    public override void WriteObject(object? value) => Count++;

    public override void WriteError(ErrorRecord error) => throw new InvalidOperationException(error.ToString());

    public override void WriteWarning(string text) => throw new InvalidOperationException(text);

    public override void WriteVerbose(string text)
    {
    }

    public override void WriteDebug(string text)
    {
    }

    public override void WriteInformation(InformationRecord record)
    {
    }

    public override void WriteHost(string text, bool newLine)
    {
    }

    public override void WriteProgress(ProgressRecord progress)
    {
    }

    public override int Choose(string caption, string message, IReadOnlyList<string> choices, int defaultChoice) => throw new InvalidOperationException(message);

    public override SecureString ReadSecret(string? prompt) => throw new InvalidOperationException(prompt);
}
