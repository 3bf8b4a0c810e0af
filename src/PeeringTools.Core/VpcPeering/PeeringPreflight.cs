using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Core.VpcPeering;

/// <summary>One of the two VPCs that are to be connected.</summary>
/// <param name="Session">Where it is, and the credentials of its account.</param>
/// <param name="AccountId">That account.</param>
/// <param name="Vpc">The VPC.</param>
/// <param name="Peerings">The peerings that its account sees in its Region.</param>
/// <param name="Tables">The route tables that get routes.</param>
internal sealed record ConnectEnd(PeeringSession Session, string AccountId, VpcFacts Vpc, IReadOnlyList<VpcPeeringConnection> Peerings, IReadOnlyList<RouteTable> Tables)
{
    /// <summary>The parameters that lead a cmdlet here.</summary>
    public string Where => $"-Region {Session.Region}{(Session.ProfileName is null ? "" : $" -ProfileName {Session.ProfileName}")}";

    /// <summary>How many requests of its account, from its Region, nobody has answered yet.</summary>
    public int OpenRequests => Peerings.Count(p =>
        p.RequesterVpcInfo?.OwnerId == AccountId && p.RequesterVpcInfo?.Region == Session.Region
        && p.Status?.Code is VpcPeeringStates.PendingAcceptance or VpcPeeringStates.InitiatingRequest);
}

/// <summary>Looks at both VPCs before anything is done, and refuses what AWS would refuse half-way.</summary>
internal sealed class PeeringPreflight(PeeringSession own, PeeringSession peer, ConnectRequest request)
{
    /// <summary>Reads both ends.</summary>
    /// <exception cref="FailureException">A VPC, route table or subnet isn't there.</exception>
    public async Task<(ConnectEnd Own, ConnectEnd Peer)> ReadAsync(CancellationToken cancellationToken)
    {
        var ownRead = ReadAsync(own, request.VpcId, cancellationToken);
        var peerRead = ReadPeerAsync(cancellationToken);
        await Task.WhenAll(ownRead, peerRead).ConfigureAwait(false);
        var ((ownEnd, ownFound), (peerEnd, peerFound)) = (await ownRead.ConfigureAwait(false), await peerRead.ConfigureAwait(false));
        var missing = (request.Routes?.Named ?? []).Except(ownFound.Concat(peerFound), StringComparer.OrdinalIgnoreCase).ToList();
        return missing.Count == 0 ? (ownEnd, peerEnd) : throw new FailureException(new(
            ErrorKind.NotFound,
            ResourceIds.Form(ResourceIds.KindOf(missing[0]) == ResourceKind.Subnet ? ResourceKind.Subnet : ResourceKind.RouteTable).NotFoundCode!,
            $"{string.Join(", ", missing)}: in neither {request.VpcId} nor {request.PeerVpcId}.",
            "Check the ids; each must be of one of the two VPCs.",
            missing[0]));
    }

    /// <summary>The live peering of the two VPCs, in whichever direction; the side that asked sees it first.</summary>
    public VpcPeeringConnection? FindExisting(ConnectEnd ownEnd, ConnectEnd peerEnd) =>
        ownEnd.Peerings.Concat(peerEnd.Peerings).FirstOrDefault(p => VpcPeeringRules.CheckExisting(request.VpcId, request.PeerVpcId, [Summary(p)]) is not null);

    /// <summary>The rules that the two VPCs break; default quotas are warnings, as AWS may have raised them.</summary>
    public IEnumerable<RuleBreak?> Check(ConnectEnd ownEnd, ConnectEnd peerEnd, VpcPeeringConnection? existing)
    {
        yield return VpcPeeringRules.CheckOverlap(request.VpcId, ownEnd.Vpc.Blocks, request.PeerVpcId, peerEnd.Vpc.Blocks);
        foreach (var end in new[] { ownEnd, peerEnd })
        {
            if (request.HasDns && VpcPeeringRules.CheckDnsAttributes(end.Vpc.VpcId, end.Vpc.HasDnsSupport, end.Vpc.HasDnsHostnames) is { } broken)
                yield return broken with { Remedy = $"{broken.Remedy} Or use -NoDnsResolution." };
            if (existing?.Status?.Code != VpcPeeringStates.Active)
                yield return Assumed(Quotas.ActivePeeringsPerVpc.Check(end.Peerings.Count(p => Has(p, end.Vpc.VpcId) && p.Status?.Code is VpcPeeringStates.Active or VpcPeeringStates.Provisioning), end.Vpc.VpcId));
        }

        if (existing is null)
            yield return Assumed(Quotas.OutstandingPeeringRequests.Check(ownEnd.OpenRequests, ownEnd.AccountId));
    }

    // Whoever gives the other side no profile or Region looks for its VPC in the wrong place.
    private async Task<(ConnectEnd End, IReadOnlyCollection<string> Found)> ReadPeerAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(peer, request.PeerVpcId, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (Failure.Of(e) is { Kind: ErrorKind.NotFound } missing)
        {
            throw new FailureException(missing with
            {
                Remedy = "Check -PeerVpcId, and that -PeerRegion and -PeerProfileName lead to the Region and account it is in.",
                Target = request.PeerVpcId,
            });
        }
        catch (Exception e) when (peer != own && Failure.Of(e) is { Kind: ErrorKind.Denied, AwsCode: not null } denied)
        {
            throw new FailureException(denied.AtPeer());
        }
    }

    private async Task<(ConnectEnd End, IReadOnlyCollection<string> Found)> ReadAsync(PeeringSession session, string vpcId, CancellationToken cancellationToken)
    {
        var account = await session.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var vpc = new VpcService(session).ReadAsync(vpcId, cancellationToken);
        var peerings = ReadPeeringsAsync(session, cancellationToken);
        var tables = request.Routes is { } choice
            ? new VpcRouteService(session).ChooseAsync(vpcId, choice, cancellationToken)
            : Task.FromResult<(IReadOnlyList<RouteTable>, IReadOnlyCollection<string>)>(([], []));
        await Task.WhenAll(vpc, peerings, tables).ConfigureAwait(false);
        var (chosen, found) = await tables.ConfigureAwait(false);
        return (new(session, account, await vpc.ConfigureAwait(false), await peerings.ConfigureAwait(false), chosen), found);
    }

    private static async Task<IReadOnlyList<VpcPeeringConnection>> ReadPeeringsAsync(PeeringSession session, CancellationToken cancellationToken)
    {
        var peerings = new List<VpcPeeringConnection>();
        await foreach (var page in new VpcPeeringService(session).ReadAsync((List<Filter>?)null, cancellationToken).ConfigureAwait(false))
            peerings.AddRange(page);
        return peerings;
    }

    private static RuleBreak? Assumed(RuleBreak? broken) =>
        broken is null ? null : broken with { Message = $"{broken.Message} AWS's default quota is assumed; the account's own isn't read." };

    private static bool Has(VpcPeeringConnection peering, string vpcId) => peering.RequesterVpcInfo?.VpcId == vpcId || peering.AccepterVpcInfo?.VpcId == vpcId;

    private static (string PeeringId, string RequesterVpcId, string AccepterVpcId, string State) Summary(VpcPeeringConnection peering) =>
        (peering.VpcPeeringConnectionId!, peering.RequesterVpcInfo?.VpcId ?? "", peering.AccepterVpcInfo?.VpcId ?? "", peering.Status?.Code ?? "");
}
