using PeeringTools.Aws.GameLift.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.GameLift;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Files;

/// <content>GameLift.</content>
internal sealed partial class NetworkLoader
{
    // GameLift doesn't say where its fleets' VPCs lie; sandbox.json can.
    private const string UsualFleetBlock = "172.28.0.0/16";

    /// <summary>describe-fleet-attributes.</summary>
    public void LoadFleet(LoadedItem item)
    {
        var fleet = item.As<FleetAttributes>();
        item.Check(FleetIds.Check(fleet.FleetId, "FleetId"), "FleetId");
        var id = FleetIds.IdOf(fleet.FleetId!);
        var own = settingsFile.Fleets?.GetValueOrDefault(id);
        var account = fleet.FleetArn?.Split(':') is [_, _, _, _, var named, ..] && AccountIds.IsAccountId(named) ? named : null;
        fleet.ComputeType ??= "EC2";
        Add(item, Network.Fleets, new FleetRecord
        {
            Id = id,
            Account = item.File.Account ?? item.Account(account, "FleetArn", Settings),
            Region = item.Region(fleet.FleetArn is null ? null : FleetIds.RegionOf(fleet.FleetArn), "FleetArn", Settings),
            Created = Made(fleet.CreationTime),
            Shape = fleet,
            VpcId = own?.VpcId ?? NewIds.Derived("vpc-", id),
            CidrBlock = own?.CidrBlock ?? UsualFleetBlock,
        }, "FleetId");
    }

    /// <summary>describe-fleet-utilization.</summary>
    public void LoadFleetUtilization(LoadedItem item)
    {
        var utilization = item.As<FleetUtilization>();
        if (!Network.Fleets.TryGet(item.Require(utilization.FleetId, "FleetId"), out var fleet))
            throw item.Wrong("FleetId", $"{utilization.FleetId} is in no describe-fleet-attributes output of this folder.");
        fleet.Utilization = utilization;
    }

    /// <summary>describe-vpc-peering-authorizations. The giver's and the taker's files hold the same one.</summary>
    public void LoadPeeringAuthorization(LoadedItem item)
    {
        var authorization = item.As<VpcPeeringAuthorization>();
        var place = item.Place(item.Require(authorization.PeerVpcAwsAccountId, "PeerVpcAwsAccountId"), "PeerVpcAwsAccountId", Settings);
        var taker = item.Require(authorization.GameLiftAwsAccountId, "GameLiftAwsAccountId");
        var vpcId = item.Id(ResourceKind.Vpc, authorization.PeerVpcId, "PeerVpcId");
        if (Network.PeeringAuthorizations.In(place).Exists(known => known.GameLiftAccount == taker && known.VpcId == vpcId))
            return;
        var created = authorization.CreationTime is { } time ? Made(time) : Now;
        Network.Add(Network.PeeringAuthorizations, new PeeringAuthorizationRecord
        {
            Id = NewIds.Uuid(),
            Account = place.Account,
            Region = place.Region,
            Created = created,
            GameLiftAccount = taker,
            VpcId = vpcId,
            Expires = authorization.ExpirationTime is { } expires ? Made(expires) : created + GameLiftPeeringStates.AuthorizationValidFor,
        });
    }

    /// <summary>GameLift's describe-vpc-peering-connections.</summary>
    public void LoadFleetPeering(LoadedItem item)
    {
        var peering = item.As<VpcPeeringConnection>();
        var id = item.Id(ResourceKind.VpcPeeringConnection, peering.VpcPeeringConnectionId, "VpcPeeringConnectionId");
        if (!Network.Fleets.TryGet(item.Require(peering.FleetId, "FleetId"), out var fleet))
            throw item.Wrong("FleetId", $"{peering.FleetId} is in no describe-fleet-attributes output of this folder.");
        var vpcId = item.Id(ResourceKind.Vpc, peering.PeerVpcId, "PeerVpcId");
        var service = new Place(FleetPeerings.ServiceAccount, fleet.Region);
        Add(item, Network.VpcPeerings, new VpcPeeringRecord
        {
            Id = id,
            Account = service.Account,
            Region = service.Region,
            Created = LongAgo,
            Requester = new PeeringSide { Account = service.Account, Region = service.Region, VpcId = peering.GameLiftVpcId ?? fleet.VpcId, Blocks = [peering.IpV4CidrBlock ?? fleet.CidrBlock] },
            Accepter = new PeeringSide { Account = Network.Vpcs.TryGet(vpcId, out var vpc) ? vpc.Account : fleet.Account, Region = fleet.Region, VpcId = vpcId },
            Expires = Now + VpcPeeringStates.ExpiresAfter,
            FleetId = fleet.Id,
            Life = Life(item.Require(peering.Status?.Code, "Status.Code"), LongAgo),
        }, "VpcPeeringConnectionId");
    }
}
