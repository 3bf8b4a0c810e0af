using System.Management.Automation;
using PeeringTools.CmdletHost.Language;

namespace PeeringTools.CmdletHost.Builtin;

/// <summary>Lets a script that imports this host's own module run unchanged: the module is there already.</summary>
[Cmdlet("Import", "Module")]
internal sealed class ImportModuleCommand : PSCmdlet
{
    private const string OwnModule = "PeeringTools";

    [Parameter(Mandatory = true, Position = 0)]
    public string[] Name { get; set; } = [];

    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Refuses other modules before anything runs.</summary>
    public static void Check(CommandNode command)
    {
        foreach (var element in command.Elements)
        {
            var value = element is ArgumentElement argument ? argument.Value : (element as ParameterElement)?.Value;
            if (value is ConstantExpression { Value: string name } && !IsOwn(name))
                throw ScriptParseException.NeedsPowerShell($"the module '{name}'", element.Position);
        }
    }

    protected override void ProcessRecord()
    {
        if (Array.Find(Name, name => !IsOwn(name)) is { } other)
            throw new PSNotSupportedException($"needs PowerShell: the module '{other}'");
    }

    private static bool IsOwn(string name) => string.Equals(Path.GetFileNameWithoutExtension(name.Replace('\\', '/')), OwnModule, StringComparison.OrdinalIgnoreCase)
        && Path.GetExtension(name) is var extension && (extension.Length == 0 || extension.Equals(".psd1", StringComparison.OrdinalIgnoreCase));
}
