using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>Peerings that only a plan under -WhatIf knows.</summary>
internal static class PlannedPeerings
{
    /// <summary>A planned peering by its id alone, for a cmdlet that reads it.</summary>
    public static PeeringTools.VpcPeering Known(string id, RecordOrigin origin) => new(new() { VpcPeeringConnectionId = id, Status = Planned() }, origin);

    /// <summary>What a request would be once it is accepted. Its id is a planned one, so that nothing later in the plan waits for it; one that is accepted already goes on as it is, so that AWS can be asked about what follows.</summary>
    public static PeeringTools.VpcPeering Accepted(string id, PeeringTools.VpcPeering? asked, PeeringSession session)
    {
        if (asked?.State is VpcPeeringStates.Active or VpcPeeringStates.Provisioning)
            return asked;

        var planned = ResourceIds.IsPlanned(id) ? id : PlannedIds.Next(ResourceKind.VpcPeeringConnection);
        return new(
            new()
            {
                VpcPeeringConnectionId = planned,
                Status = Planned(),
                RequesterVpcInfo = new() { VpcId = asked?.VpcId, OwnerId = asked?.OwnerId, Region = asked?.RequesterRegion },
                AccepterVpcInfo = new() { VpcId = asked?.PeerVpcId, OwnerId = asked?.PeerOwnerId ?? session.AccountId, Region = asked?.PeerRegion ?? session.Region },
            },
            RecordOrigin.Of(session));
    }

    /// <summary>What connecting two VPCs would make of the peering they have, or make where they have none; its id is a planned one, as above.</summary>
    public static PeeringTools.VpcPeering Between(string vpcId, string peerVpcId, VpcPeeringConnection? existing, PeeringSession own, PeeringSession peer) => existing is not null
        ? Accepted(existing.VpcPeeringConnectionId!, new(existing, RecordOrigin.Of(own)), own)
        : new(
            new()
            {
                VpcPeeringConnectionId = PlannedIds.Next(ResourceKind.VpcPeeringConnection),
                Status = Planned(),
                RequesterVpcInfo = new() { VpcId = vpcId, OwnerId = own.AccountId, Region = own.Region },
                AccepterVpcInfo = new() { VpcId = peerVpcId, OwnerId = peer.AccountId, Region = peer.Region },
            },
            RecordOrigin.Of(own));

    private static VpcPeeringConnectionStateReason Planned() => new() { Code = PlannedIds.State, Message = "Planned by -WhatIf" };
}
