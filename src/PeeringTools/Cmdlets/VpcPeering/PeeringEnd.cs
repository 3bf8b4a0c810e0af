using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>One end of a peering, and the session that may work there: null where no credentials of its account were given.</summary>
internal sealed record PeeringEnd(VpcPeeringSide Side, VpcPeeringConnectionVpcInfo Vpc, PeeringSession? Session, string? PeerProfileName)
{
    /// <summary>The end in words.</summary>
    public override string ToString() => $"{Side.ToString().ToLowerInvariant()}'s side ({Vpc.VpcId} of {Vpc.OwnerId} in {Vpc.Region})";

    /// <summary>The rule that it is another account's.</summary>
    /// <param name="peeringId">The peering.</param>
    /// <param name="command">The cmdlet with its own parameters, to be run there.</param>
    public RuleBreak NotYours(string peeringId, string command) =>
        VpcPeeringRouteRules.SideNotYours(peeringId, ToString(), $"{command} -Side {Side} -Region {Vpc.Region} -ProfileName <profile of {Vpc.OwnerId}>");
}

/// <summary>Opens a session in a Region; as another profile, where one is named.</summary>
internal delegate ValueTask<PeeringSession> OpenSession(string? region, string? profileName);

/// <summary>Both ends of a peering.</summary>
internal static class PeeringEnds
{
    /// <summary>Gives each end the session whose account owns its VPC, in its Region: the cmdlet's own credentials, or those of the peer profile.</summary>
    /// <param name="peering">The peering.</param>
    /// <param name="own">The session of the cmdlet's own credentials.</param>
    /// <param name="open">Opens sessions.</param>
    /// <param name="peerProfileName">-PeerProfileName, or null.</param>
    /// <param name="cancellationToken">Stops the question for an account.</param>
    public static async Task<IReadOnlyList<PeeringEnd>> OpenAsync(
        VpcPeeringConnection peering, PeeringSession own, OpenSession open, string? peerProfileName, CancellationToken cancellationToken)
    {
        var ownAccount = await own.GetAccountIdAsync(cancellationToken);
        var peerProfile = string.IsNullOrEmpty(peerProfileName) ? null : peerProfileName;
        var peerAccount = peerProfile is null ? null : await (await open(own.Region, peerProfile)).GetAccountIdAsync(cancellationToken);
        VpcPeeringConnectionVpcInfo requester = peering.RequesterVpcInfo!, accepter = peering.AccepterVpcInfo!;
        if (peerAccount is not null && peerAccount != requester.OwnerId && peerAccount != accepter.OwnerId)
        {
            throw new FailureException(new(
                ErrorKind.Credentials,
                "PeerProfileWrongAccount",
                $"The profile '{peerProfile}' is of account {peerAccount}, which has neither side of {peering.VpcPeeringConnectionId} ({requester.OwnerId} and {accepter.OwnerId}).",
                "Give -PeerProfileName the profile of the other side's account.",
                peering.VpcPeeringConnectionId));
        }

        return [await EndAsync(VpcPeeringSide.Requester, requester), await EndAsync(VpcPeeringSide.Accepter, accepter)];

        async Task<PeeringEnd> EndAsync(VpcPeeringSide side, VpcPeeringConnectionVpcInfo vpc) =>
            vpc.OwnerId == ownAccount ? new(side, vpc, await open(vpc.Region, null), null)
            : vpc.OwnerId == peerAccount ? new(side, vpc, await open(vpc.Region, peerProfile), peerProfile)
            : new(side, vpc, null, null);
    }
}
