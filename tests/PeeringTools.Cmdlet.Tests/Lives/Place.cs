namespace PeeringTools.Cmdlet.Tests.Lives;

/// <summary>An account in a Region.</summary>
internal sealed record Place(string Account, string ProfileName, string Region)
{
    /// <summary>The parameters that lead a cmdlet there.</summary>
    public string Parameters => $"-ProfileName {ProfileName} -Region {Region}";
}
