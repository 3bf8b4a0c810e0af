namespace PeeringTools.Sandbox.State;

/// <summary>Where a resource lives and a call works: an account in a Region.</summary>
/// <param name="Account">12 digits.</param>
/// <param name="Region">A Region's name, or <see cref="GlobalRegion"/> for what every Region shows (Direct Connect gateways).</param>
internal readonly record struct Place(string Account, string Region)
{
    /// <summary>The Region name under which an account's Region-less resources are kept.</summary>
    public const string GlobalRegion = "aws-global";

    /// <summary>The account's place for resources that no Region owns.</summary>
    public Place Global => this with { Region = GlobalRegion };

    /// <inheritdoc/>
    public override string ToString() => $"{Account}/{Region}";
}
