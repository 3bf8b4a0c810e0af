using PeeringTools.CmdletHost.Language;

namespace PeeringTools.CmdletHost;

/// <summary>The commands by name. A command's class is looked up when it is first called.</summary>
public sealed class CommandTable
{
    private readonly Dictionary<string, CommandEntry> _commands = new(StringComparer.OrdinalIgnoreCase);

    internal CommandTable(IEnumerable<(string Name, CommandEntry Entry)> builtin)
    {
        foreach (var (name, entry) in builtin)
            _commands[name] = entry;
    }

    /// <summary>Adds a cmdlet of a module.</summary>
    /// <param name="name">Verb-Noun.</param>
    /// <param name="moduleName">Its module; <c>module\Verb-Noun</c> names it too.</param>
    /// <param name="findType">Finds its class.</param>
    public void Add(string name, string moduleName, Func<Type> findType)
    {
        var entry = new CommandEntry(name, moduleName, findType, Check: null);
        _commands[name] = entry;
        _commands[$"{moduleName}\\{name}"] = entry;
    }

    internal CommandEntry? Find(string name) => _commands.GetValueOrDefault(name);

    /// <exception cref="ScriptParseException">This host hasn't got the command, or not that use of it.</exception>
    internal void Check(CommandNode command)
    {
        var entry = Find(command.Name) ?? throw ScriptParseException.NeedsPowerShell($"the command '{command.Name}'", command.Position);
        foreach (var element in command.Elements)
        {
            if (!entry.TakesCondition && element is ArgumentElement { Value: ScriptBlockExpression } or ParameterElement { Value: ScriptBlockExpression })
                throw ScriptParseException.NeedsPowerShell($"a script block for {entry.Name}", element.Position);
        }

        entry.Check?.Invoke(command);
    }
}

/// <summary>A command.</summary>
/// <param name="Name">Verb-Noun.</param>
/// <param name="ModuleName">Its module.</param>
/// <param name="FindType">Finds its class.</param>
/// <param name="Check">Refuses uses of it that need PowerShell, before anything runs.</param>
internal sealed record CommandEntry(string Name, string ModuleName, Func<Type> FindType, Action<CommandNode>? Check)
{
    /// <summary>Its class.</summary>
    public Type Type => field ??= FindType();

    /// <summary>What ends its errors' ids, where it isn't its class: PowerShell's class of that name.</summary>
    public string? ErrorIdSuffix { get; init; }

    /// <summary>Whether it takes a condition in braces.</summary>
    public bool TakesCondition { get; init; }
}
