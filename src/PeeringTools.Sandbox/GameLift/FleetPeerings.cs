using PeeringTools.Aws.GameLift.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.Ec2;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.GameLift;

/// <summary>Peerings between the VPC that GameLift runs a fleet in and a VPC of its users. They are VPC peerings, so the VPC's owner sees them in EC2 too.</summary>
internal static class FleetPeerings
{
    /// <summary>Adds these operations.</summary>
    public static Operations OnFleetPeerings(this Operations operations) => operations
        .On<CreateVpcPeeringConnectionRequest, CreateVpcPeeringConnectionResponse>(Create)
        .On<DeleteVpcPeeringConnectionRequest, DeleteVpcPeeringConnectionResponse>(Delete)
        .On<DescribeVpcPeeringConnectionsRequest, DescribeVpcPeeringConnectionsResponse>(Describe);

    /// <summary>The service's own account, which holds the fleets' VPCs; users never sign in to it.</summary>
    public const string ServiceAccount = "000000000000";

    private static CreateVpcPeeringConnectionResponse Create(Call call, CreateVpcPeeringConnectionRequest request)
    {
        var fleet = Refusal.Fleet(call, request.FleetId);
        Refusal.Require(AccountIds.Check(request.PeerVpcAwsAccountId, "PeerVpcAwsAccountId"));
        Refusal.Require(ResourceIds.Check(ResourceKind.Vpc, request.PeerVpcId, "PeerVpcId"));
        Refusal.Require(GameLiftPeeringRules.CheckFleet(fleet.Id, fleet.Shape.ComputeType));
        var owner = new Place(request.PeerVpcAwsAccountId!, call.Region);
        RequireAuthorization(call, owner, request.PeerVpcId!);
        if (!call.Network.Vpcs.TryGet(request.PeerVpcId, out var vpc) || vpc.Home != owner)
            throw Refusal.NotFound($"VPC {request.PeerVpcId} does not exist in account {owner.Account} in Region {call.Region}.");
        Refusal.Require(VpcPeeringRules.CheckExisting(fleet.VpcId, vpc.Id, call.Network.VpcPeerings.In(owner).Select(peering => (peering.Id, peering.Requester.VpcId, peering.Accepter.VpcId, peering.StateAt(call.Now)))));
        call.Permit(fleet.Id, vpc.Id);

        var fails = Cidrs.FirstOverlap(Blocks.Parse([fleet.CidrBlock]), Blocks.Parse(vpc.BlocksAt(call.Now))) is not null;
        var step = call.After(Delay.GameLiftPeering);
        var service = new Place(ServiceAccount, call.Region);
        call.Network.Add(call.Network.VpcPeerings, new VpcPeeringRecord
        {
            Id = NewIds.Ec2("pcx-"),
            Account = ServiceAccount,
            Region = call.Region,
            Created = call.Now,
            Requester = new PeeringSide { Account = service.Account, Region = service.Region, VpcId = fleet.VpcId, Blocks = [fleet.CidrBlock] },
            Accepter = VpcPeerings.Side(call, owner, vpc.Id, vpc),
            Expires = call.Now + VpcPeeringStates.ExpiresAfter,
            FleetId = fleet.Id,
            Life = fails
                ? Timeline.Start(call.Now, VpcPeeringStates.InitiatingRequest, (step, VpcPeeringStates.Failed))
                : Timeline.Start(call.Now, VpcPeeringStates.InitiatingRequest, (step, VpcPeeringStates.PendingAcceptance), (step, VpcPeeringStates.Provisioning), (step, VpcPeeringStates.Active)),
        });
        return new CreateVpcPeeringConnectionResponse();
    }

    private static DeleteVpcPeeringConnectionResponse Delete(Call call, DeleteVpcPeeringConnectionRequest request)
    {
        var fleet = Refusal.Fleet(call, request.FleetId);
        var peering = Of(call, fleet).FirstOrDefault(peering => peering.Id == request.VpcPeeringConnectionId && peering.IsVisibleFrom(peering.Requester.Place, call.Now))
            ?? throw Refusal.NotFound($"VPC peering connection {request.VpcPeeringConnectionId} does not exist for fleet {fleet.Id}.");
        if (!peering.IsLive(call.Now))
            throw Refusal.Invalid($"VPC peering connection {peering.Id} is {peering.StateAt(call.Now)}.");
        RequireAuthorization(call, peering.Accepter.Place, peering.Accepter.VpcId);
        call.Permit(fleet.Id, peering.Id);
        VpcPeerings.End(call, peering);
        return new DeleteVpcPeeringConnectionResponse();
    }

    private static DescribeVpcPeeringConnectionsResponse Describe(Call call, DescribeVpcPeeringConnectionsRequest request)
    {
        var fleets = request.FleetId is null ? call.Network.Fleets.In(call.Place) : [Refusal.Fleet(call, request.FleetId)];
        return new DescribeVpcPeeringConnectionsResponse
        {
            VpcPeeringConnections =
            [
                .. fleets.SelectMany(fleet => Of(call, fleet).Where(peering => call.Sees(peering, peering.Requester.Place)).Select(peering => new VpcPeeringConnection
                {
                    FleetId = fleet.Id,
                    FleetArn = fleet.Shape.FleetArn,
                    IpV4CidrBlock = fleet.CidrBlock,
                    GameLiftVpcId = fleet.VpcId,
                    PeerVpcId = peering.Accepter.VpcId,
                    VpcPeeringConnectionId = peering.Id,
                    Status = new VpcPeeringConnectionStatus { Code = peering.StateAt(call.Now), Message = VpcPeerings.Message(peering, call.Now) },
                })),
            ],
        };
    }

    private static IEnumerable<VpcPeeringRecord> Of(Call call, FleetRecord fleet) =>
        call.Network.VpcPeerings.In(new Place(ServiceAccount, fleet.Region)).Where(peering => peering.FleetId == fleet.Id);

    private static void RequireAuthorization(Call call, Place owner, string vpcId)
    {
        var authorization = PeeringAuthorizations.Find(call, owner, call.Account, vpcId);
        if (GameLiftPeeringRules.CheckAuthorization(vpcId, call.Account, authorization?.Created, call.Now) is { } broken)
            throw new ServiceException("UnauthorizedException", broken.Message);
    }
}
