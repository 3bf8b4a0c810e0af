namespace PeeringTools.Help;

/// <summary>A cmdlet as its attributes declare it.</summary>
/// <param name="Verb">Such as <c>New</c>.</param>
/// <param name="Noun">Such as <c>VpcPeering</c>.</param>
/// <param name="TypeName">Full name of the class.</param>
/// <param name="Sets">Its parameter sets, the default one first.</param>
/// <param name="Parameters">Its parameters by name, -WhatIf and -Confirm among them where it has them.</param>
/// <param name="OutputTypes">Full names of the types it emits.</param>
internal sealed record Cmdlet(
    string Verb, string Noun, string TypeName, IReadOnlyList<string> Sets, IReadOnlyList<CmdletParameter> Parameters, IReadOnlyList<string> OutputTypes)
{
    /// <summary>Verb and noun.</summary>
    public string Name => $"{Verb}-{Noun}";

    /// <summary>The parameters of one set as a command line has them: by position, then required ones, then the rest, as they are declared; without hidden ones.</summary>
    public IEnumerable<(CmdletParameter Parameter, CmdletParameterUse Use)> ParametersOf(string set) => Parameters
        .Select(p => (Parameter: p, Use: p.UseIn(set)))
        .Where(p => p.Use is { IsHidden: false })
        .Select(p => (p.Parameter, Use: p.Use!))
        .OrderBy(p => p.Use.Position ?? int.MaxValue)
        .ThenByDescending(p => p.Use.Mandatory)
        .ThenBy(p => p.Parameter.Order);
}
