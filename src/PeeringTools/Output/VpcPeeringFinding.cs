using PeeringTools.Core.VpcPeering;

namespace PeeringTools;

/// <summary>One reason why traffic would not flow over a VPC peering.</summary>
public sealed class VpcPeeringFinding : PeeringRecord
{
    internal VpcPeeringFinding(string peeringId, PeeringFinding finding, RecordOrigin origin)
        : base(origin)
    {
        VpcPeeringConnectionId = peeringId;
        FindingId = finding.Id;
        Severity = (VpcPeeringSeverity)(int)finding.Severity;
        Side = (VpcPeeringSide)(int)finding.Side;
        Resource = finding.Resource;
        Finding = finding.Text;
        Fix = finding.Fix;
    }

    /// <summary>The peering.</summary>
    public string VpcPeeringConnectionId { get; }

    /// <summary>How much it matters.</summary>
    public VpcPeeringSeverity Severity { get; }

    /// <summary>The side it is on.</summary>
    public VpcPeeringSide Side { get; }

    /// <summary>The resource it is about: a route table, a VPC, a security group, the peering.</summary>
    public string Resource { get; }

    /// <summary>The reason in words.</summary>
    public string Finding { get; }

    /// <summary>The line that mends it.</summary>
    public string Fix { get; }

    /// <summary>
    /// What kind of reason: <c>NotActive</c>, <c>BlocksOverlap</c>, <c>RouteMissing</c>, <c>RouteElsewhere</c>, <c>RouteShadowed</c>, <c>RouteBlackhole</c>, <c>DnsAttributesOff</c>,
    /// <c>DnsResolutionOff</c>, <c>SecurityGroupStale</c> or <c>SideNotChecked</c>.
    /// </summary>
    public string FindingId { get; }

    /// <summary>The severity, the resource and the reason.</summary>
    public override string ToString() => $"{Severity}: {Resource}: {Finding}";
}
