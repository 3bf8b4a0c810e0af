using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using PeeringTools.CmdletHost;

namespace PeeringTools.Cmdlet.Tests.Binding;

/// <summary>Keeps all that a session writes, and gives prepared answers.</summary>
internal sealed class CapturingConsole : SessionConsole
{
    public List<object?> Objects { get; } = [];

    public List<ErrorRecord> Errors { get; } = [];

    public List<string> Warnings { get; } = [];

    public List<string> Verbose { get; } = [];

    public List<string> Said { get; } = [];

    public List<ProgressRecord> Progress { get; } = [];

    public List<string> Questions { get; } = [];

    /// <summary>Objects, errors and verbose lines in the order in which they came.</summary>
    public List<object?> InOrder { get; } = [];

    /// <summary>The answers to come; with none there is nobody to ask.</summary>
    public Queue<int> Answers { get; } = new();

    public override bool IsInteractive => Answers.Count > 0;

    public override PSHost Host => throw new NotSupportedException("No test asks for the host.");

    public override void WriteObject(object? value)
    {
        Objects.Add(value);
        InOrder.Add(value);
    }

    public override void WriteError(ErrorRecord error)
    {
        Errors.Add(error);
        InOrder.Add(error);
    }

    public override void WriteWarning(string text) => Warnings.Add(text);

    public override void WriteVerbose(string text)
    {
        Verbose.Add(text);
        InOrder.Add(text);
    }

    public override void WriteDebug(string text) => Said.Add($"DEBUG: {text}");

    public override void WriteInformation(InformationRecord record) => Said.Add(record.ToString());

    public override void WriteHost(string text, bool newLine) => Said.Add(text);

    public override void WriteProgress(ProgressRecord progress) => Progress.Add(progress);

    public override int Choose(string caption, string message, IReadOnlyList<string> choices, int defaultChoice)
    {
        Questions.Add(message);
        return Answers.Dequeue();
    }

    public override SecureString ReadSecret(string? prompt) => throw new NotSupportedException("No test asks for a secret.");
}
