using PeeringTools.Aws.GameLift.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.GameLift;

/// <summary>Authorizations to peer, given by the account that owns the VPC and good for 24 hours.</summary>
internal static class PeeringAuthorizations
{
    /// <summary>Adds these operations.</summary>
    public static Operations OnPeeringAuthorizations(this Operations operations) => operations
        .On<CreateVpcPeeringAuthorizationRequest, CreateVpcPeeringAuthorizationResponse>(Create)
        .On<DeleteVpcPeeringAuthorizationRequest, DeleteVpcPeeringAuthorizationResponse>(Delete)
        .On<DescribeVpcPeeringAuthorizationsRequest, DescribeVpcPeeringAuthorizationsResponse>(Describe);

    /// <summary>The valid authorization of a GameLift account for a VPC in a place, or null.</summary>
    public static PeeringAuthorizationRecord? Find(Call call, Place owner, string gameLiftAccount, string? vpcId) =>
        call.Network.PeeringAuthorizations.In(owner).FindLast(found => found.Home == owner && found.GameLiftAccount == gameLiftAccount && found.VpcId == vpcId && call.Sees(found, owner));

    private static CreateVpcPeeringAuthorizationResponse Create(Call call, CreateVpcPeeringAuthorizationRequest request)
    {
        Check(request.GameLiftAwsAccountId, request.PeerVpcId);
        if (!call.Network.Vpcs.TryGet(request.PeerVpcId, out var vpc) || vpc.Home != call.Place)
            throw Refusal.NotFound($"VPC {request.PeerVpcId} does not exist in account {call.Account} in Region {call.Region}.");
        call.Permit(vpc.Id);
        // Asked for again, it starts anew.
        if (Find(call, call.Place, request.GameLiftAwsAccountId!, vpc.Id) is { } earlier)
            call.Network.Remove(call.Network.PeeringAuthorizations, earlier);
        var authorization = call.Network.Add(call.Network.PeeringAuthorizations, new PeeringAuthorizationRecord
        {
            Id = NewIds.Uuid(),
            Account = call.Account,
            Region = call.Region,
            Created = call.Now,
            GameLiftAccount = request.GameLiftAwsAccountId!,
            VpcId = vpc.Id,
            Expires = call.Now + GameLiftPeeringStates.AuthorizationValidFor,
        });
        return new CreateVpcPeeringAuthorizationResponse { VpcPeeringAuthorization = Shape(authorization) };
    }

    private static DeleteVpcPeeringAuthorizationResponse Delete(Call call, DeleteVpcPeeringAuthorizationRequest request)
    {
        Check(request.GameLiftAwsAccountId, request.PeerVpcId);
        var authorization = Find(call, call.Place, request.GameLiftAwsAccountId!, request.PeerVpcId)
            ?? throw Refusal.NotFound($"A valid authorization of account {request.GameLiftAwsAccountId} for VPC {request.PeerVpcId} does not exist.");
        call.Permit(request.PeerVpcId);
        call.Network.Remove(call.Network.PeeringAuthorizations, authorization);
        return new DeleteVpcPeeringAuthorizationResponse();
    }

    private static DescribeVpcPeeringAuthorizationsResponse Describe(Call call, DescribeVpcPeeringAuthorizationsRequest request) => new()
    {
        VpcPeeringAuthorizations = [.. call.Network.PeeringAuthorizations.In(call.Place).Where(call.Sees).Select(Shape)],
    };

    private static void Check(string? account, string? vpcId)
    {
        Refusal.Require(AccountIds.Check(account, "GameLiftAwsAccountId"));
        Refusal.Require(ResourceIds.Check(ResourceKind.Vpc, vpcId, "PeerVpcId"));
    }

    private static VpcPeeringAuthorization Shape(PeeringAuthorizationRecord authorization) => new()
    {
        GameLiftAwsAccountId = authorization.GameLiftAccount,
        PeerVpcAwsAccountId = authorization.Account,
        PeerVpcId = authorization.VpcId,
        CreationTime = authorization.Created.UtcDateTime,
        ExpirationTime = authorization.Expires.UtcDateTime,
    };
}
