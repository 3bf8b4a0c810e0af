using System.Collections;

namespace PeeringTools.Parameters;

/// <summary>Completes the sides of a VPC peering that can be worked on.</summary>
public sealed class VpcPeeringSideCompleter : NameCompleter
{
    private protected override IEnumerable<(string Name, string ToolTip)> Names(IDictionary? given) =>
    [
        (nameof(VpcPeeringSide.Requester), "the VPC that asked"),
        (nameof(VpcPeeringSide.Accepter), "the VPC that was asked"),
        (nameof(VpcPeeringSide.Both), "both VPCs"),
    ];
}
