using System.Globalization;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>VPC peering connections (VPC Peering Guide, "How VPC peering connections work").</summary>
internal static class VpcPeerings
{
    private static readonly Filters<VpcPeeringRecord> Known = new Filters<VpcPeeringRecord>(peering => peering.Id)
        .One("accepter-vpc-info.cidr-block", (call, peering) => IsReduced(peering, call.Now) ? null : Primary(call, peering.Accepter))
        .One("accepter-vpc-info.owner-id", (_, peering) => peering.Accepter.Account)
        .One("accepter-vpc-info.vpc-id", (_, peering) => peering.Accepter.VpcId)
        .One("expiration-time", (call, peering) => IsPending(peering, call.Now) ? peering.Expires.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) : null)
        .One("requester-vpc-info.cidr-block", (call, peering) => Primary(call, peering.Requester))
        .One("requester-vpc-info.owner-id", (_, peering) => peering.Requester.Account)
        .One("requester-vpc-info.vpc-id", (_, peering) => peering.Requester.VpcId)
        .One("status-code", (call, peering) => peering.StateAt(call.Now))
        .One("status-message", (call, peering) => Message(peering, call.Now))
        .One("vpc-peering-connection-id", (_, peering) => peering.Id);

    /// <summary>Adds these operations.</summary>
    public static Operations OnVpcPeerings(this Operations operations) => operations
        .On<CreateVpcPeeringConnectionRequest, CreateVpcPeeringConnectionResponse>(Create)
        .On<AcceptVpcPeeringConnectionRequest, AcceptVpcPeeringConnectionResponse>(Accept)
        .On<RejectVpcPeeringConnectionRequest, RejectVpcPeeringConnectionResponse>(Reject)
        .On<DeleteVpcPeeringConnectionRequest, DeleteVpcPeeringConnectionResponse>(Delete)
        .On<ModifyVpcPeeringConnectionOptionsRequest, ModifyVpcPeeringConnectionOptionsResponse>(ModifyOptions)
        .On<DescribeVpcPeeringConnectionsRequest, DescribeVpcPeeringConnectionsResponse>(Describe);

    /// <summary>True where the VPC is at one end.</summary>
    public static bool IsBetween(VpcPeeringRecord peering, string vpcId) => peering.Requester.VpcId == vpcId || peering.Accepter.VpcId == vpcId;

    /// <summary>An end's blocks, the primary one first: the VPC's own while it exists, else those last known.</summary>
    public static IReadOnlyList<string> BlocksOf(Call call, PeeringSide side) =>
        call.Network.Vpcs.TryGet(side.VpcId, out var vpc) ? [.. vpc.BlocksAt(call.Now)] : side.Blocks;

    /// <summary>The state's message.</summary>
    public static string Message(VpcPeeringRecord peering, DateTimeOffset now)
    {
        var state = peering.StateAt(now);
        return state == VpcPeeringStates.Failed && peering.FailureMessage is { } why ? why : VpcPeeringStates.Message(state, peering.Accepter.Account, peering.EndedBy?.Account ?? peering.Requester.Account);
    }

    /// <summary>Refuses a second peering between two VPCs.</summary>
    public static RuleBreak? CheckPair(Call call, string vpcId, string peerVpcId) => VpcPeeringRules.CheckExisting(vpcId, peerVpcId,
        call.Network.VpcPeerings.In(call.Place).Where(peering => IsBetween(peering, vpcId)).Select(peering => (peering.Id, peering.Requester.VpcId, peering.Accepter.VpcId, peering.StateAt(call.Now))));

    private static CreateVpcPeeringConnectionResponse Create(Call call, CreateVpcPeeringConnectionRequest request)
    {
        Lookup.CheckForm(ResourceKind.Vpc, request.VpcId, "vpcId");
        Lookup.CheckForm(ResourceKind.Vpc, request.PeerVpcId, "peerVpcId");
        var account = request.PeerOwnerId ?? call.Account;
        var region = request.PeerRegion ?? call.Region;
        Call.Require(AccountIds.Check(account, "peerOwnerId"), "InvalidParameterValue");
        Call.Require(Regions.Check(region, "peerRegion"), "InvalidParameterValue");
        Call.Require(VpcPeeringRules.CheckCreate(request.VpcId, request.PeerVpcId), "InvalidParameterValue");
        var vpc = Vpcs.Get(call, request.VpcId);
        var far = new Place(account, region);
        call.Network.Vpcs.TryGet(request.PeerVpcId, out var peerVpc);
        if (far == call.Place && (peerVpc is null || peerVpc.Home != far))
            throw Lookup.NotFound(ResourceKind.Vpc, request.PeerVpcId!);
        Call.Require(CheckPair(call, vpc.Id, request.PeerVpcId!), "VpcPeeringConnectionAlreadyExists");
        CheckQuotas(call, vpc.Id);
        var tags = Tagging.Read(request.TagSpecifications, "vpc-peering-connection");
        call.Permit(vpc.Id, request.PeerVpcId);

        var fails = peerVpc is null || peerVpc.Home != far || Cidrs.FirstOverlap(Blocks.Parse(vpc.BlocksAt(call.Now)), Blocks.Parse(peerVpc.BlocksAt(call.Now))) is not null;
        var request0 = call.After(Delay.VpcPeeringRequest);
        var peering = call.Network.Add(call.Network.VpcPeerings, new VpcPeeringRecord
        {
            Id = NewIds.Ec2("pcx-"),
            Account = call.Account,
            Region = call.Region,
            Created = call.Now,
            Requester = Side(call, call.Place, vpc.Id, vpc),
            Accepter = Side(call, far, request.PeerVpcId!, peerVpc?.Home == far ? peerVpc : null),
            Expires = call.Now + VpcPeeringStates.ExpiresAfter,
            Life = fails
                ? Timeline.Start(call.Now, VpcPeeringStates.InitiatingRequest, (request0, VpcPeeringStates.Failed))
                : Timeline.Start(call.Now, VpcPeeringStates.InitiatingRequest, (request0, VpcPeeringStates.PendingAcceptance), (VpcPeeringStates.ExpiresAfter - request0, VpcPeeringStates.Expired)),
        });
        Tagging.Put(call, peering.Id, tags);
        return new CreateVpcPeeringConnectionResponse { VpcPeeringConnection = Shape(call, peering) };
    }

    private static AcceptVpcPeeringConnectionResponse Accept(Call call, AcceptVpcPeeringConnectionRequest request)
    {
        var peering = Get(call, request.VpcPeeringConnectionId);
        CheckAnswer(call, peering, StateActions.Accept);
        foreach (var vpcId in new[] { peering.Requester.VpcId, peering.Accepter.VpcId })
            CheckActive(call, vpcId);
        call.Permit(peering.Id, peering.Accepter.VpcId);
        peering.Life.Enter(call.Now, VpcPeeringStates.Provisioning, (call.After(Delay.VpcPeeringProvisioning), VpcPeeringStates.Active));
        return new AcceptVpcPeeringConnectionResponse { VpcPeeringConnection = Shape(call, peering) };
    }

    private static RejectVpcPeeringConnectionResponse Reject(Call call, RejectVpcPeeringConnectionRequest request)
    {
        var peering = Get(call, request.VpcPeeringConnectionId);
        CheckAnswer(call, peering, StateActions.Reject);
        call.Permit(peering.Id);
        peering.EndedBy = call.Place;
        peering.Life.Enter(call.Now, VpcPeeringStates.Rejected);
        return new RejectVpcPeeringConnectionResponse { Return = true };
    }

    private static DeleteVpcPeeringConnectionResponse Delete(Call call, DeleteVpcPeeringConnectionRequest request)
    {
        var peering = Get(call, request.VpcPeeringConnectionId);
        CheckAction(call, peering, StateActions.Delete);
        call.Permit(peering.Id);
        End(call, peering);
        return new DeleteVpcPeeringConnectionResponse { Return = true };
    }

    /// <summary>Takes a live peering down.</summary>
    public static void End(Call call, VpcPeeringRecord peering)
    {
        peering.EndedBy = call.Place;
        if (VpcPeeringStates.AfterDelete(peering.StateAt(call.Now), peering.Requester.Region != peering.Accepter.Region) == VpcPeeringStates.Deleting)
            peering.Life.Enter(call.Now, VpcPeeringStates.Deleting, (call.After(Delay.VpcPeeringDeleting), VpcPeeringStates.Deleted));
        else
            peering.Life.Enter(call.Now, VpcPeeringStates.Deleted);
    }

    /// <summary>Ends the requests from and to a VPC that goes: what isn't checked yet fails, what waits is deleted.</summary>
    public static void EndRequests(Call call, string vpcId)
    {
        foreach (var peering in call.Network.VpcPeerings.In(call.Place).Where(peering => IsBetween(peering, vpcId)))
        {
            var state = peering.StateAt(call.Now);
            if (state == VpcPeeringStates.PendingAcceptance)
                End(call, peering);
            else if (state == VpcPeeringStates.InitiatingRequest)
                peering.Life.Enter(call.Now, VpcPeeringStates.Failed);
        }
    }

    private static ModifyVpcPeeringConnectionOptionsResponse ModifyOptions(Call call, ModifyVpcPeeringConnectionOptionsRequest request)
    {
        var peering = Get(call, request.VpcPeeringConnectionId);
        var asked = (request.RequesterPeeringConnectionOptions is null ? StateActor.None : StateActor.Requester) | (request.AccepterPeeringConnectionOptions is null ? StateActor.None : StateActor.Accepter);
        if (asked == StateActor.None)
            throw Lookup.Missing("AccepterPeeringConnectionOptions or RequesterPeeringConnectionOptions");
        foreach (var options in new[] { request.RequesterPeeringConnectionOptions, request.AccepterPeeringConnectionOptions })
        {
            if (options is { AllowEgressFromLocalClassicLinkToRemoteVpc: true } or { AllowEgressFromLocalVpcToRemoteClassicLink: true })
                throw new ServiceException("UnsupportedOperation", "ClassicLink is no longer supported.");
        }
        Call.Require(VpcPeeringRules.CheckOptionsSide(peering.Id, asked, peering.SidesIn(call.Place)), "OperationNotPermitted");
        Call.Require(VpcPeeringRules.CheckOptionsState(peering.Id, peering.StateAt(call.Now)), "InvalidStateTransition");
        if (request.RequesterPeeringConnectionOptions?.AllowDnsResolutionFromRemoteVpc == true || request.AccepterPeeringConnectionOptions?.AllowDnsResolutionFromRemoteVpc == true)
        {
            foreach (var vpcId in new[] { peering.Requester.VpcId, peering.Accepter.VpcId })
            {
                if (call.Network.Vpcs.TryGet(vpcId, out var vpc))
                    Call.Require(VpcPeeringRules.CheckDnsAttributes(vpcId, vpc.EnableDnsSupport, vpc.EnableDnsHostnames), "InvalidVpcPeeringConnectionState.DnsHostnamesDisabled");
            }
        }
        call.Permit(peering.Id);
        return new ModifyVpcPeeringConnectionOptionsResponse
        {
            RequesterPeeringConnectionOptions = Set(peering.Requester, request.RequesterPeeringConnectionOptions),
            AccepterPeeringConnectionOptions = Set(peering.Accepter, request.AccepterPeeringConnectionOptions),
        };
    }

    private static PeeringConnectionOptions? Set(PeeringSide side, PeeringConnectionOptionsRequest? options)
    {
        if (options is null)
            return null;
        side.AllowDnsResolution = options.AllowDnsResolutionFromRemoteVpc ?? side.AllowDnsResolution;
        return new PeeringConnectionOptions
        {
            AllowDnsResolutionFromRemoteVpc = side.AllowDnsResolution,
            AllowEgressFromLocalClassicLinkToRemoteVpc = false,
            AllowEgressFromLocalVpcToRemoteClassicLink = false,
        };
    }

    private static DescribeVpcPeeringConnectionsResponse Describe(Call call, DescribeVpcPeeringConnectionsRequest request)
    {
        var page = Lookup.Page(
            call, call.Network.VpcPeerings, ResourceKind.VpcPeeringConnection, request.VpcPeeringConnectionIds, request.Filters, Known, request.MaxResults, request.NextToken);
        return new DescribeVpcPeeringConnectionsResponse { VpcPeeringConnections = page.Items.ConvertAll(peering => Shape(call, peering)), NextToken = page.NextToken };
    }

    private static VpcPeeringRecord Get(Call call, string? id) => Lookup.Get(call, call.Network.VpcPeerings, ResourceKind.VpcPeeringConnection, id, "vpcPeeringConnectionId");

    // Who may do it is told before where: the requester's account is refused in any Region.
    private static void CheckAnswer(Call call, VpcPeeringRecord peering, string action)
    {
        CheckAction(call, peering, action);
        if (!peering.SidesIn(call.Place).HasFlag(StateActor.Accepter))
        {
            throw new ServiceException("OperationNotPermitted",
                $"Incorrect region ({call.Region}) specified for this request. VPC peering connection {peering.Id} must be {action}ed in region {peering.Accepter.Region}");
        }
    }

    private static void CheckAction(Call call, VpcPeeringRecord peering, string action)
    {
        var broken = VpcPeeringStates.CheckAction(peering.Id, peering.StateAt(call.Now), action, peering.SidesOf(call.Account));
        Call.Require(broken, broken?.RuleId == RuleIds.VpcPeeringNotYourSide ? "OperationNotPermitted" : "InvalidStateTransition");
    }

    private static void CheckQuotas(Call call, string vpcId)
    {
        CheckActive(call, vpcId);
        var limit = call.World.Settings.Limit(Quotas.OutstandingPeeringRequests);
        if (call.Network.VpcPeerings.In(call.Place).Count(peering => peering.Requester.Place == call.Place && IsPending(peering, call.Now)) >= limit)
            throw new ServiceException("OutstandingVpcPeeringConnectionLimitExceeded", $"You have reached the limit of {limit} outstanding VPC peering connection requests.");
    }

    private static void CheckActive(Call call, string vpcId)
    {
        var limit = call.World.Settings.Limit(Quotas.ActivePeeringsPerVpc);
        if (!call.Network.Vpcs.TryGet(vpcId, out var vpc))
            return;
        if (call.Network.VpcPeerings.In(vpc.Home).Count(peering => IsBetween(peering, vpcId) && peering.StateAt(call.Now) is VpcPeeringStates.Active or VpcPeeringStates.Provisioning) >= limit)
            throw new ServiceException("ActiveVpcPeeringConnectionPerVpcLimitExceeded", $"The vpc '{vpcId}' has reached the limit of {limit} active VPC peering connections.");
    }

    private static bool IsPending(VpcPeeringRecord peering, DateTimeOffset now) => peering.StateAt(now) is VpcPeeringStates.InitiatingRequest or VpcPeeringStates.PendingAcceptance;

    // Until it is active, the requester isn't shown what the VPC in another Region looks like.
    private static bool IsReduced(VpcPeeringRecord peering, DateTimeOffset now) =>
        !peering.WasActive(now) && (peering.Requester.Region != peering.Accepter.Region || peering.StateAt(now) is VpcPeeringStates.InitiatingRequest or VpcPeeringStates.Failed);

    /// <summary>An end, with the blocks that its VPC has now.</summary>
    public static PeeringSide Side(Call call, Place place, string vpcId, VpcRecord? vpc) =>
        new() { Account = place.Account, Region = place.Region, VpcId = vpcId, Blocks = vpc is null ? [] : [.. vpc.BlocksAt(call.Now)] };

    private static VpcPeeringConnection Shape(Call call, VpcPeeringRecord peering) => new()
    {
        VpcPeeringConnectionId = peering.Id,
        Status = new VpcPeeringConnectionStateReason { Code = peering.StateAt(call.Now), Message = Message(peering, call.Now) },
        RequesterVpcInfo = SideShape(call, peering.Requester, isReduced: false, hasOptions: peering.WasActive(call.Now)),
        AccepterVpcInfo = SideShape(call, peering.Accepter, IsReduced(peering, call.Now), hasOptions: peering.WasActive(call.Now)),
        ExpirationTime = IsPending(peering, call.Now) ? peering.Expires.UtcDateTime : null,
        Tags = Tagging.Of(call, peering.Id),
    };

    private static VpcPeeringConnectionVpcInfo SideShape(Call call, PeeringSide side, bool isReduced, bool hasOptions)
    {
        var info = new VpcPeeringConnectionVpcInfo { OwnerId = side.Account, Region = side.Region, VpcId = side.VpcId };
        if (!isReduced && BlocksOf(call, side) is { Count: > 0 } blocks)
        {
            info.CidrBlock = blocks[0];
            info.CidrBlockSet = [.. blocks.Where(block => !IsIpv6(block)).Select(block => new CidrBlock { Cidr = block })];
            if (blocks.Any(IsIpv6))
                info.Ipv6CidrBlockSet = [.. blocks.Where(IsIpv6).Select(block => new Ipv6CidrBlock { Value = block })];
        }
        if (hasOptions)
        {
            info.PeeringOptions = new VpcPeeringConnectionOptionsDescription
            {
                AllowDnsResolutionFromRemoteVpc = side.AllowDnsResolution,
                AllowEgressFromLocalClassicLinkToRemoteVpc = false,
                AllowEgressFromLocalVpcToRemoteClassicLink = false,
            };
        }
        return info;
    }

    private static string? Primary(Call call, PeeringSide side) => BlocksOf(call, side) is [var first, ..] ? first : null;

    private static bool IsIpv6(string block) => block.Contains(':', StringComparison.Ordinal);
}
