using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace PeeringTools.CmdletHost;

/// <summary>Where a session's output goes and its questions come from. All calls come on the pipeline's thread.</summary>
public abstract class SessionConsole
{
    /// <summary>Whether there is someone to ask.</summary>
    public abstract bool IsInteractive { get; }

    /// <summary>The program, as cmdlets see it.</summary>
    public abstract PSHost Host { get; }

    /// <summary>An object that no command took.</summary>
    public abstract void WriteObject(object? value);

    /// <summary>An error, in the order it happened.</summary>
    public abstract void WriteError(ErrorRecord error);

    /// <summary>A warning.</summary>
    public abstract void WriteWarning(string text);

    /// <summary>A verbose message.</summary>
    public abstract void WriteVerbose(string text);

    /// <summary>A debug message.</summary>
    public abstract void WriteDebug(string text);

    /// <summary>An information record that is to be shown.</summary>
    public abstract void WriteInformation(InformationRecord record);

    /// <summary>Text for the user that is no object: a What if line, Write-Host.</summary>
    public abstract void WriteHost(string text, bool newLine);

    /// <summary>How far an activity is.</summary>
    public abstract void WriteProgress(ProgressRecord progress);

    /// <summary>Asks the user to choose; returns the choice's place. Called only where <see cref="IsInteractive"/>.</summary>
    public abstract int Choose(string caption, string message, IReadOnlyList<string> choices, int defaultChoice);

    /// <summary>Asks the user for a secret. Called only where <see cref="IsInteractive"/>.</summary>
    public abstract SecureString ReadSecret(string? prompt);
}
