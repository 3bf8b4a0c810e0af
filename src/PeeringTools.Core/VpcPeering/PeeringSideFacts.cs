using System.Net;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.VpcPeering;

/// <summary>What is known of one side of a peering. What couldn't be read is null.</summary>
internal sealed record PeeringSideFacts
{
    /// <summary>The side.</summary>
    public required StateActor Side { get; init; }

    /// <summary>What the peering shows of it.</summary>
    public required VpcPeeringConnectionVpcInfo Info { get; init; }

    /// <summary>The profile that works there; null for the shell's own credentials.</summary>
    public string? ProfileName { get; init; }

    /// <summary>Whether there are credentials for it.</summary>
    public required bool IsReachable { get; init; }

    /// <summary>Its VPC.</summary>
    public VpcFacts? Vpc { get; init; }

    /// <summary>Its VPC's route tables.</summary>
    public IReadOnlyList<RouteTable>? Tables { get; init; }

    /// <summary>Its VPC's security groups with rules that name a group out of reach.</summary>
    public IReadOnlyList<StaleSecurityGroup>? StaleGroups { get; init; }

    /// <summary>The side's VPC.</summary>
    public string VpcId => Info.VpcId ?? "";

    /// <summary>Its blocks, from the VPC itself or else as the peering shows them.</summary>
    public IReadOnlyList<IPNetwork> Blocks => Vpc?.Blocks ?? VpcService.BlocksOf(Info);

    /// <summary>The parameters that lead a cmdlet to this side.</summary>
    public string Where => $"-Region {Info.Region}" + (IsReachable ? ProfileName is null ? "" : $" -ProfileName {ProfileName}" : $" -ProfileName <profile of {Info.OwnerId}>");
}
