using System.Management.Automation;
using System.Security;

namespace PeeringTools.CmdletHost.Builtin;

/// <summary>Makes a secure string of text.</summary>
[Cmdlet("ConvertTo", "SecureString")]
internal sealed class ConvertToSecureStringCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public string String { get; set; } = string.Empty;

    [Parameter(Mandatory = true)]
    public SwitchParameter AsPlainText { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        if (!AsPlainText)
            throw new PSNotSupportedException("needs PowerShell: ConvertTo-SecureString without -AsPlainText");
        var secret = new SecureString();
        foreach (var letter in String)
            secret.AppendChar(letter);
        secret.MakeReadOnly();
        WriteObject(secret);
    }
}

/// <summary>Asks the user for a secret.</summary>
[Cmdlet("Read", "Host")]
internal sealed class ReadHostCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    public string? Prompt { get; set; }

    [Parameter(Mandatory = true)]
    public SwitchParameter AsSecureString { get; set; }

    protected override void ProcessRecord()
    {
        var console = ((Pipelines.CommandStage)CommandRuntime).Session.Console;
        if (!AsSecureString)
            throw new PSNotSupportedException("needs PowerShell: Read-Host without -AsSecureString");
        if (!console.IsInteractive)
            throw new PSInvalidOperationException("Read-Host asks the user, and nobody can answer here. Pass the secret in another way, such as $env:NAME.");
        WriteObject(console.ReadSecret(Prompt));
    }
}
