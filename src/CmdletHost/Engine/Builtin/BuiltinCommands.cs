using PeeringTools.CmdletHost.Language;

namespace PeeringTools.CmdletHost.Builtin;

/// <summary>The few commands besides a module's own that runbooks use to pick, to look and to bring in a key.</summary>
internal static class BuiltinCommands
{
    private static readonly (string Alias, string Name)[] Aliases =
    [
        ("where", "Where-Object"), ("?", "Where-Object"), ("select", "Select-Object"), ("foreach", "ForEach-Object"), ("%", "ForEach-Object"),
        ("ft", "Format-Table"), ("fl", "Format-List"),
    ];

    private static readonly CommandEntry[] Entries =
    [
        Entry<WhereObjectCommand>("Where-Object") with { TakesCondition = true },
        Entry<SelectObjectCommand>("Select-Object"),
        Entry<SortObjectCommand>("Sort-Object"),
        Entry<ForEachObjectCommand>("ForEach-Object"),
        Entry<OutNullCommand>("Out-Null"),
        Entry<FormatTableCommand>("Format-Table"),
        Entry<FormatListCommand>("Format-List"),
        Entry<ConvertToJsonCommand>("ConvertTo-Json"),
        Entry<WriteOutputCommand>("Write-Output"),
        Entry<WriteHostCommand>("Write-Host"),
        Entry<ImportModuleCommand>("Import-Module", ImportModuleCommand.Check),
        Entry<ConvertToSecureStringCommand>("ConvertTo-SecureString", command => RequireSwitch(command, "AsPlainText", "String")),
        Entry<ReadHostCommand>("Read-Host", command => RequireSwitch(command, "AsSecureString", "Prompt")),
    ];

    public static IEnumerable<(string Name, CommandEntry Entry)> All
    {
        get
        {
            foreach (var entry in Entries)
                yield return (entry.Name, entry);
            foreach (var (alias, name) in Aliases)
                yield return (alias, Array.Find(Entries, entry => string.Equals(entry.Name, name, StringComparison.Ordinal))!);
        }
    }

    private static CommandEntry Entry<T>(string name, Action<CommandNode>? check = null) =>
        new(name, string.Empty, () => typeof(T), check) { ErrorIdSuffix = "Microsoft.PowerShell.Commands." + typeof(T).Name };

    /// <summary>Refuses the command without a switch; what is splatted is looked at when it runs.</summary>
    private static void RequireSwitch(CommandNode command, string name, string notName)
    {
        foreach (var element in command.Elements)
        {
            if (element is SplatElement
                || (element is ParameterElement parameter && name.StartsWith(parameter.Name, StringComparison.OrdinalIgnoreCase)
                    && !notName.StartsWith(parameter.Name, StringComparison.OrdinalIgnoreCase)))
            {
                return;
            }
        }

        throw ScriptParseException.NeedsPowerShell($"{command.Name} without -{name}", command.Position);
    }
}
