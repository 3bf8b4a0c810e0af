using PeeringTools.Aws.EC2.Model;

namespace PeeringTools;

/// <summary>The options of one side of a VPC peering connection.</summary>
public sealed class VpcPeeringOption
{
    private readonly VpcPeeringConnectionOptionsDescription _options;

    internal VpcPeeringOption(VpcPeeringConnectionOptionsDescription options) => _options = options;

    /// <summary>Whether the other side's queries for this VPC's public DNS names get private addresses.</summary>
    public bool? AllowDnsResolutionFromRemoteVpc => _options.AllowDnsResolutionFromRemoteVpc;

    /// <summary>ClassicLink, which AWS has retired; shown because AWS still answers it.</summary>
    public bool? AllowEgressFromLocalClassicLinkToRemoteVpc => _options.AllowEgressFromLocalClassicLinkToRemoteVpc;

    /// <summary>ClassicLink, which AWS has retired; shown because AWS still answers it.</summary>
    public bool? AllowEgressFromLocalVpcToRemoteClassicLink => _options.AllowEgressFromLocalVpcToRemoteClassicLink;

    /// <summary>The DNS option.</summary>
    public override string ToString() => $"AllowDnsResolutionFromRemoteVpc={AllowDnsResolutionFromRemoteVpc}";
}
