namespace PeeringTools.Core.VpcPeering;

/// <summary>Which route tables are meant: those named, those that the named subnets use, or all of a VPC.</summary>
/// <param name="RouteTableIds">Tables by id, or null.</param>
/// <param name="SubnetIds">Subnets whose tables are meant, or null.</param>
internal sealed record RouteTableChoice(IReadOnlyCollection<string>? RouteTableIds, IReadOnlyCollection<string>? SubnetIds)
{
    /// <summary>All tables of a VPC that subnets use.</summary>
    public static RouteTableChoice All { get; } = new(null, null);

    /// <summary>The ids that were named.</summary>
    public IReadOnlyCollection<string> Named => RouteTableIds ?? SubnetIds ?? [];
}
