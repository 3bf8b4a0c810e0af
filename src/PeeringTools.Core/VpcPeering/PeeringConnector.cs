using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Core.Waiting;

namespace PeeringTools.Core.VpcPeering;

/// <summary>
/// Connects two VPCs: request, acceptance, wait, DNS options, routes. Each step starts from what is there, so a second run goes on where the first one ended; when one fails, what this run made is taken back in reverse.
/// </summary>
internal sealed class PeeringConnector(PeeringSession own, PeeringSession peer, ConnectRequest request, Action<WaitProgress>? progress)
{
    private VpcPeeringConnection? _peering;

    /// <summary>The peering, once there is one.</summary>
    public VpcPeeringConnection? Peering => _peering;

    private string PeeringId => _peering!.VpcPeeringConnectionId!;

    private string PeeringWords => _peering?.VpcPeeringConnectionId ?? "the peering";

    /// <summary>Looks at what is there, checks the rules and tells the steps.</summary>
    /// <exception cref="FailureException">A rule is broken, or something that was named isn't there.</exception>
    public async Task<ConnectPlan> PlanAsync(CancellationToken cancellationToken)
    {
        var preflight = new PeeringPreflight(own, peer, request);
        var (ownEnd, peerEnd) = await preflight.ReadAsync(cancellationToken).ConfigureAwait(false);
        var existing = _peering = preflight.FindExisting(ownEnd, peerEnd);
        var warnings = new List<RuleBreak>();
        if (RuleBreaks.FirstError(preflight.Check(ownEnd, peerEnd, existing), warnings.Add) is { } broken)
            throw new RuleException(broken, request.VpcId);

        // The other VPC may have asked for this peering before: then the sides are the other way round.
        var isReverse = existing is not null && existing.RequesterVpcInfo?.VpcId != request.VpcId;
        var (requester, accepter) = isReverse ? (peerEnd, ownEnd) : (ownEnd, peerEnd);
        List<ConnectStep> routes = [.. RouteSteps(existing, StateActor.Requester, requester, accepter), .. RouteSteps(existing, StateActor.Accepter, accepter, requester)];
        return new(
            existing,
            warnings,
            ownEnd.OpenRequests,
            [
                RequestStep(existing, ownEnd, peerEnd),
                AcceptStep(existing, requester, accepter),
                WaitStep(existing, requester),
                .. request.HasDns ? DnsSteps(existing, requester, accepter) : [],
                .. routes,
            ])
        {
            Touched = [string.Join(" and ", new[] { request.VpcId, request.PeerVpcId }.Order(StringComparer.Ordinal)), .. routes.Select(s => s.Target)],
        };
    }

    /// <summary>Does the steps.</summary>
    /// <exception cref="FailureException">One failed; the message tells what was taken back and what is left.</exception>
    public async Task RunAsync(ConnectPlan plan, CancellationToken cancellationToken)
    {
        var begun = new Stack<ConnectStep>();
        foreach (var step in plan.Steps.Where(s => s.Outcome != StepOutcome.Kept))
        {
            // It may have acted even where it fails, so it is among those to be taken back from its beginning on.
            begun.Push(step);
            try
            {
                step.Outcome = await step.Do(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (Failure.Of(e) is { } failure)
            {
                step.Outcome = StepOutcome.Failed;
                throw new FailureException(await new ConnectRollback(request.KeepsOnFailure).AfterAsync(step, Advise(step, failure), begun, cancellationToken).ConfigureAwait(false));
            }
        }
    }

    /// <summary>Asks AWS about a step without changing anything.</summary>
    public async Task<DryRunAnswer> AskAsync(ConnectStep step, CancellationToken cancellationToken)
    {
        if (step.Outcome == StepOutcome.Kept)
            return DryRunAnswer.Already("It is there already");

        var answer = step.Ask is null ? DryRunAnswer.OnPlanned : await step.Ask(cancellationToken).ConfigureAwait(false);
        return answer.Refusal is { } refusal ? answer with { Refusal = Advise(step, refusal) } : answer;
    }

    private Failure Advise(ConnectStep step, Failure failure) => step.Session != own && failure.AwsCode is not null ? failure.AtPeer() : failure;

    private ConnectStep RequestStep(VpcPeeringConnection? existing, ConnectEnd ownEnd, ConnectEnd peerEnd) => new()
    {
        Action = "CreateVpcPeeringConnection",
        Side = StateActor.Requester,
        Describe = () => $"{request.VpcId} -> {request.PeerVpcId}",
        Session = own,
        Outcome = existing is null ? StepOutcome.Open : StepOutcome.Kept,
        Ask = token => new VpcPeeringService(own).AskToCreateAsync(Create(peerEnd), token),
        Do = async token =>
        {
            _peering = await new VpcPeeringService(own).CreateAsync(Create(peerEnd), token).ConfigureAwait(false);
            return StepOutcome.Made;
        },
        Undo = async token =>
        {
            var service = new VpcPeeringService(own);
            var made = _peering ?? await service.FindLiveAsync(request.VpcId, request.PeerVpcId, token).ConfigureAwait(false);
            _peering ??= made;
            return made is not null && !(await service.Delete(PeeringId).MakeAsync(request.Consistency, token).ConfigureAwait(false)).WasSo;
        },
        Rest = () => _peering is null
            ? ($"perhaps a peering of {request.VpcId} and {request.PeerVpcId}", $"Get-VpcPeering -VpcId {request.VpcId} {ownEnd.Where} | Remove-VpcPeering")
            : ($"peering {PeeringId}", $"Remove-VpcPeering {PeeringId} {ownEnd.Where}"),
    };

    private CreateVpcPeeringConnectionRequest Create(ConnectEnd peerEnd) => new()
    {
        VpcId = request.VpcId,
        PeerVpcId = request.PeerVpcId,
        PeerOwnerId = peerEnd.AccountId,
        PeerRegion = peer.Region,
        TagSpecifications = request.TagSpecifications,
    };

    private ConnectStep AcceptStep(VpcPeeringConnection? existing, ConnectEnd requester, ConnectEnd accepter) => new()
    {
        Action = "AcceptVpcPeeringConnection",
        Side = StateActor.Accepter,
        Describe = () => PeeringWords,
        Session = accepter.Session,
        Outcome = existing?.Status?.Code is VpcPeeringStates.Active or VpcPeeringStates.Provisioning ? StepOutcome.Kept : StepOutcome.Open,
        Ask = existing is null ? null : token => new VpcPeeringService(accepter.Session).Accept(PeeringId).AskAsync(request.Consistency, token),
        Do = async token => (await new VpcPeeringService(accepter.Session).AcceptNewAsync(PeeringId, request.Consistency, token).ConfigureAwait(false)).WasSo ? StepOutcome.Kept : StepOutcome.Made,
        // Whoever made the request takes it back whole; the acceptance of one that was there before stays.
        Undo = existing is null ? null : async token =>
            (await new VpcPeeringService(accepter.Session).GetAsync(PeeringId, token).ConfigureAwait(false)).Status?.Code == VpcPeeringStates.PendingAcceptance
                ? false
                : throw new FailureException(new(ErrorKind.WrongState, "AcceptanceStands", "an acceptance can't be taken back", "Remove the peering where it must not stay.")),
        Rest = () => ($"peering {PeeringId}, accepted", $"Remove-VpcPeering {PeeringId} {requester.Where}"),
    };

    private ConnectStep WaitStep(VpcPeeringConnection? existing, ConnectEnd requester) => new()
    {
        Action = "DescribeVpcPeeringConnections",
        Side = StateActor.Either,
        Describe = () => $"{PeeringWords} until active",
        Session = requester.Session,
        Outcome = existing?.Status?.Code == VpcPeeringStates.Active ? StepOutcome.Kept : StepOutcome.Open,
        Do = async token =>
        {
            _peering = await new VpcPeeringService(requester.Session).WaitActiveAsync(PeeringId, new(request.Timeout, request.Consistency, progress), token).ConfigureAwait(false);
            return StepOutcome.Made;
        },
    };

    // One account that has both sides in one Region sets them with one call.
    private IEnumerable<ConnectStep> DnsSteps(VpcPeeringConnection? existing, ConnectEnd requester, ConnectEnd accepter)
    {
        var before = new Dictionary<StateActor, bool>
        {
            [StateActor.Requester] = existing?.RequesterVpcInfo?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc == true,
            [StateActor.Accepter] = existing?.AccepterVpcInfo?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc == true,
        };
        if (requester.AccountId == accepter.AccountId && requester.Session.Region == accepter.Session.Region)
        {
            var off = before.Where(b => !b.Value).Aggregate(StateActor.None, (all, b) => all | b.Key);
            return [DnsStep(existing, off == StateActor.None ? StateActor.Either : off, requester, isThere: off == StateActor.None)];
        }

        return
        [
            DnsStep(existing, StateActor.Requester, requester, before[StateActor.Requester]),
            DnsStep(existing, StateActor.Accepter, accepter, before[StateActor.Accepter]),
        ];
    }

    private ConnectStep DnsStep(VpcPeeringConnection? existing, StateActor sides, ConnectEnd end, bool isThere) => new()
    {
        Action = "ModifyVpcPeeringConnectionOptions",
        Side = sides,
        Describe = () => $"DNS resolution of {PeeringWords}",
        Session = end.Session,
        Outcome = isThere ? StepOutcome.Kept : StepOutcome.Open,
        Ask = existing?.Status?.Code == VpcPeeringStates.Active ? token => new VpcPeeringService(end.Session).AskToSetDnsResolutionAsync(PeeringId, sides, allow: true, token) : null,
        Do = async token =>
        {
            await new VpcPeeringService(end.Session).SetDnsResolutionAsync(_peering!, sides, allow: true, token).ConfigureAwait(false);
            return StepOutcome.Made;
        },
        // The options go with the peering where that was made by this run.
        Undo = existing is null ? null : async token =>
        {
            var now = await new VpcPeeringService(end.Session).GetAsync(PeeringId, token).ConfigureAwait(false);
            if (!IsOn(now, sides))
                return false;

            await new VpcPeeringService(end.Session).SetDnsResolutionAsync(_peering!, sides, allow: false, token).ConfigureAwait(false);
            return true;
        },
        Rest = () => (
            $"DNS resolution of {PeeringId}, on at {(sides == StateActor.Either ? "both sides" : $"the {sides.ToString().ToLowerInvariant()}'s side")}",
            $"Set-VpcPeeringOption {PeeringId} -AllowDnsResolutionFromRemoteVpc:$false -Side {(sides == StateActor.Either ? "Both" : sides)} {end.Where}"),
    };

    private static bool IsOn(VpcPeeringConnection peering, StateActor sides) =>
        (sides.HasFlag(StateActor.Requester) && peering.RequesterVpcInfo?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc == true)
        || (sides.HasFlag(StateActor.Accepter) && peering.AccepterVpcInfo?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc == true);

    private IEnumerable<ConnectStep> RouteSteps(VpcPeeringConnection? existing, StateActor side, ConnectEnd end, ConnectEnd other)
    {
        foreach (var table in end.Tables)
        {
            foreach (var block in other.Vpc.Blocks)
            {
                var before = RouteTargets.Find(table, block.ToString());
                var target = before is null ? null : RouteTargets.TargetOf(before) ?? "another target";
                var conflict = VpcPeeringRouteRules.CheckConflict(table.RouteTableId!, block.ToString(), target, existing?.VpcPeeringConnectionId ?? "the new peering");
                if (conflict is not null && !request.ReplacesRoutes)
                    throw new FailureException(Failure.Of(conflict, ErrorKind.Exists, table.RouteTableId));
                yield return RouteStep(existing, side, end, table.RouteTableId!, block.ToString(), before, isThere: before is not null && conflict is null);
            }
        }
    }

    private ConnectStep RouteStep(VpcPeeringConnection? existing, StateActor side, ConnectEnd end, string tableId, string destination, Route? before, bool isThere)
    {
        var service = new VpcRouteService(end.Session);
        return new()
        {
            Action = before is null || isThere ? "CreateRoute" : "ReplaceRoute",
            Side = side,
            Describe = () => $"{destination} in {tableId}",
            Session = end.Session,
            Outcome = isThere ? StepOutcome.Kept : StepOutcome.Open,
            Ask = existing is null ? null : token => before is null
                ? service.AskToAddAsync(tableId, destination, PeeringId, token)
                : service.AskToReplaceAsync(tableId, destination, PeeringId, token),
            Do = async token =>
            {
                if (before is null)
                    await service.AddAsync(tableId, destination, PeeringId, token).ConfigureAwait(false);
                else
                    await service.ReplaceAsync(tableId, destination, PeeringId, token).ConfigureAwait(false);
                return before is null ? StepOutcome.Made : StepOutcome.Replaced;
            },
            Undo = async token =>
            {
                var now = await service.FindAsync(tableId, destination, token).ConfigureAwait(false);
                if (now is null || !VpcPeeringRouteRules.LeadsTo(RouteTargets.TargetOf(now), PeeringId))
                    return false;

                if (before is null)
                    await service.RemoveAsync(tableId, destination, token).ConfigureAwait(false);
                else
                    await service.RestoreAsync(tableId, before, token).ConfigureAwait(false);
                return true;
            },
            Rest = () => before is null
                ? ($"route {destination} -> {PeeringId} in {tableId}", $"Remove-VpcPeeringRoute {PeeringId} {tableId} -Destination {destination} {end.Where}")
                : ($"route {destination} -> {PeeringId} in {tableId} (it led to {RouteTargets.TargetOf(before)})", RouteTargets.RestoreLine(tableId, before, end.Where)),
        };
    }
}
