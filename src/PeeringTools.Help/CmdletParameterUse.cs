namespace PeeringTools.Help;

/// <summary>What a parameter is in one parameter set.</summary>
/// <param name="Set">The set's name, or <see cref="AllSets"/>.</param>
/// <param name="Mandatory">Whether it must be given.</param>
/// <param name="Position">Its position, from 0; null where it is given by name only.</param>
/// <param name="ByValue">Whether a piped object becomes its value.</param>
/// <param name="ByPropertyName">Whether a piped object's property of its name becomes its value.</param>
/// <param name="IsHidden">Whether completion leaves it out, and so the syntax here.</param>
internal sealed record CmdletParameterUse(string Set, bool Mandatory, int? Position, bool ByValue, bool ByPropertyName, bool IsHidden = false)
{
    /// <summary>PowerShell's name for "in every set".</summary>
    public const string AllSets = "__AllParameterSets";

    /// <summary>The position in words.</summary>
    public string PositionText => Position?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "named";

    /// <summary>The ways a pipeline reaches it, in words.</summary>
    public string PipelineText => (ByValue, ByPropertyName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };
}
