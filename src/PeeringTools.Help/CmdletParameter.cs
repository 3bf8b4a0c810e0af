namespace PeeringTools.Help;

/// <summary>A parameter as its attributes declare it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeName">Its type, as PowerShell writes it: <c>String[]</c>.</param>
/// <param name="DeclaringType">Full name of the class that declares it; PowerShell's own parameters have none.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="AcceptedValues">All the values it takes, where they are few.</param>
/// <param name="Uses">What it is in each of its parameter sets.</param>
/// <param name="Order">Its place among the declared ones, those of the cmdlet's own class first.</param>
/// <param name="Description">What it means.</param>
internal sealed record CmdletParameter(
    string Name,
    string TypeName,
    string? DeclaringType,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> AcceptedValues,
    IReadOnlyList<CmdletParameterUse> Uses,
    int Order,
    DocText? Description)
{
    /// <summary>Whether it is on or off and takes no value.</summary>
    public bool IsSwitch => TypeName == "SwitchParameter";

    /// <summary>Whether pipelines bind it among themselves, and nobody types it.</summary>
    public bool IsHidden => Uses.All(use => use.IsHidden);

    /// <summary>What it is when it isn't given. The description says it as "Default: ...", so that it is said once.</summary>
    public string DefaultValue => Description?.Default ?? (IsSwitch ? "False" : "None");

    /// <summary>What it is in <paramref name="set"/>, or null where it isn't in it.</summary>
    public CmdletParameterUse? UseIn(string set) => Uses.FirstOrDefault(u => u.Set == set) ?? Uses.FirstOrDefault(u => u.Set == CmdletParameterUse.AllSets);
}
