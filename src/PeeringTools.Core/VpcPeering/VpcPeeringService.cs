using System.Runtime.CompilerServices;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Core.Waiting;

namespace PeeringTools.Core.VpcPeering;

/// <summary>VPC peering connections of one session.</summary>
internal sealed class VpcPeeringService(PeeringSession session)
{
    private const int PageSize = 1000;

    /// <summary>A filter takes 200 values at most (EC2 API reference, Filter).</summary>
    private const int IdsPerQuestion = 200;

    private static readonly string[] Acceptable = [VpcPeeringStates.PendingAcceptance, VpcPeeringStates.Provisioning, VpcPeeringStates.Active];

    private static readonly List<string> LiveStates = ["initiating-request", "pending-acceptance", "provisioning", "active"];

    /// <summary>Reads peerings page by page, as AWS filters them.</summary>
    public async IAsyncEnumerable<IReadOnlyList<VpcPeeringConnection>> ReadAsync(List<Filter>? filters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new DescribeVpcPeeringConnectionsRequest { Filters = filters, MaxResults = PageSize };
        await foreach (var page in session.Ec2.DescribeVpcPeeringConnectionsPagesAsync(request, cancellationToken).ConfigureAwait(false))
            yield return page.VpcPeeringConnections ?? [];
    }

    /// <summary>Reads the named peerings, as many as AWS shows; an id that leads nowhere is no error.</summary>
    public async Task<IReadOnlyList<VpcPeeringConnection>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var read = new List<VpcPeeringConnection>(ids.Count);
        foreach (var some in ids.Chunk(IdsPerQuestion))
        {
            await foreach (var page in ReadAsync([new Filter { Name = "vpc-peering-connection-id", Values = [.. some] }], cancellationToken).ConfigureAwait(false))
                read.AddRange(page);
        }

        return read;
    }

    /// <summary>One peering, or null where AWS doesn't show it.</summary>
    public async Task<VpcPeeringConnection?> FindAsync(string id, CancellationToken cancellationToken) =>
        await ReadAsync([id], cancellationToken).ConfigureAwait(false) is [var peering, ..] ? peering : null;

    /// <summary>One peering.</summary>
    /// <exception cref="FailureException">AWS doesn't show it.</exception>
    public async Task<VpcPeeringConnection> GetAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw new FailureException(new(
            ErrorKind.NotFound,
            "InvalidVpcPeeringConnectionID.NotFound",
            $"There is no VPC peering connection {id} in {session.Region}.",
            "Check the id, and that -Region and -ProfileName lead to the account and Region it is in.",
            id));

    /// <summary>Requests a peering.</summary>
    public Task<VpcPeeringConnection> CreateAsync(CreateVpcPeeringConnectionRequest request, CancellationToken cancellationToken) => LostAnswers.MakeOnceAsync(
        async () => (await session.Ec2.CreateVpcPeeringConnectionAsync(request, cancellationToken).ConfigureAwait(false)).VpcPeeringConnection!,
        () => FindLiveAsync(request.VpcId!, request.PeerVpcId!, cancellationToken),
        $"a peering of {request.VpcId} and {request.PeerVpcId}",
        cancellationToken);

    /// <summary>Asks whether the request would be allowed.</summary>
    public Task<DryRunAnswer> AskToCreateAsync(CreateVpcPeeringConnectionRequest request, CancellationToken cancellationToken)
    {
        request.DryRun = true;
        return DryRunAnswer.AskAsync(() => session.Ec2.CreateVpcPeeringConnectionAsync(request, cancellationToken));
    }

    /// <summary>Accepts a request. The session is the accepter's.</summary>
    public Task<PeeringChange> AcceptAsync(string id, TimeSpan consistency, CancellationToken cancellationToken) =>
        ChangeAsync(Accept(id, dryRun: false, cancellationToken), consistency, cancellationToken);

    /// <summary>Accepts a request that was just made. It is looked for first: looks are shared and have the larger bucket, and a call that comes too early costs a token as well.</summary>
    public async Task<PeeringChange> AcceptNewAsync(string id, TimeSpan consistency, CancellationToken cancellationToken)
    {
        var isThere = false;
        await foreach (var result in LookAsync([id], Acceptable, new(consistency, consistency), cancellationToken).ConfigureAwait(false))
            isThere = result.Failure is null;
        // What AWS says to one that isn't there or has ended is the error to tell.
        return await AcceptAsync(id, isThere ? consistency : TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks whether a request could be accepted.</summary>
    public Task<DryRunAnswer> AskToAcceptAsync(string id, TimeSpan consistency, CancellationToken cancellationToken) =>
        AskAsync(Accept(id, dryRun: true, cancellationToken), consistency, cancellationToken);

    /// <summary>Rejects a request. The session is the accepter's.</summary>
    public Task<PeeringChange> RejectAsync(string id, TimeSpan consistency, CancellationToken cancellationToken) =>
        ChangeAsync(Reject(id, dryRun: false, cancellationToken), consistency, cancellationToken);

    /// <summary>Asks whether a request could be rejected.</summary>
    public Task<DryRunAnswer> AskToRejectAsync(string id, TimeSpan consistency, CancellationToken cancellationToken) =>
        AskAsync(Reject(id, dryRun: true, cancellationToken), consistency, cancellationToken);

    /// <summary>Deletes a peering or withdraws a request. One that has ended is done already.</summary>
    public Task<PeeringChange> DeleteAsync(string id, TimeSpan consistency, CancellationToken cancellationToken) =>
        ChangeAsync(Delete(id, dryRun: false, cancellationToken), consistency, cancellationToken);

    /// <summary>Asks whether a peering could be deleted.</summary>
    public Task<DryRunAnswer> AskToDeleteAsync(string id, TimeSpan consistency, CancellationToken cancellationToken) =>
        AskAsync(Delete(id, dryRun: true, cancellationToken), consistency, cancellationToken);

    /// <summary>Sets DNS resolution on the sides that are this session's own; ClassicLink members are never sent. AWS answers with the options alone, and they are put into <paramref name="peering"/>.</summary>
    public async Task SetDnsResolutionAsync(VpcPeeringConnection peering, StateActor sides, bool allow, CancellationToken cancellationToken)
    {
        var answer = await session.Ec2.ModifyVpcPeeringConnectionOptionsAsync(Options(peering.VpcPeeringConnectionId!, sides, allow), cancellationToken).ConfigureAwait(false);
        Show(answer.RequesterPeeringConnectionOptions, peering.RequesterVpcInfo!);
        Show(answer.AccepterPeeringConnectionOptions, peering.AccepterVpcInfo!);
    }

    /// <summary>Asks whether DNS resolution could be set.</summary>
    public Task<DryRunAnswer> AskToSetDnsResolutionAsync(string id, StateActor sides, bool allow, CancellationToken cancellationToken)
    {
        var request = Options(id, sides, allow);
        request.DryRun = true;
        return DryRunAnswer.AskAsync(() => session.Ec2.ModifyVpcPeeringConnectionOptionsAsync(request, cancellationToken));
    }

    /// <summary>Waits until one peering is active.</summary>
    /// <exception cref="FailureException">It ended, isn't there, or the time is up.</exception>
    public async Task<VpcPeeringConnection> WaitActiveAsync(string id, WaitOptions options, CancellationToken cancellationToken)
    {
        await foreach (var result in LookAsync([id], [VpcPeeringStates.Active], options, cancellationToken).ConfigureAwait(false))
            return result.Failure is { } failure ? throw new FailureException(failure) : result.Resource!;
        throw new InvalidOperationException("A wait for one peering gives one result.");
    }

    /// <summary>The live peering that one VPC asked the other for. There is one at most, so it is the one that a lost request made.</summary>
    public async Task<VpcPeeringConnection?> FindLiveAsync(string vpcId, string peerVpcId, CancellationToken cancellationToken)
    {
        List<Filter> filters =
        [
            new() { Name = "requester-vpc-info.vpc-id", Values = [vpcId] },
            new() { Name = "accepter-vpc-info.vpc-id", Values = [peerVpcId] },
            new() { Name = "status-code", Values = LiveStates },
        ];
        await foreach (var page in ReadAsync(filters, cancellationToken).ConfigureAwait(false))
        {
            if (page.Count > 0)
                return page[0];
        }

        return null;
    }

    private IAsyncEnumerable<WaitResult<VpcPeeringConnection>> LookAsync(IReadOnlyCollection<string> ids, IReadOnlyCollection<string> wanted, WaitOptions options, CancellationToken cancellationToken) =>
        Waiter.UntilAsync<VpcPeeringConnection>(
            ids, VpcPeeringStates.Table, wanted, session.PeeringLooks.ReadAsync, p => p.VpcPeeringConnectionId!, p => (p.Status?.Code, p.Status?.Message), options, cancellationToken);

    // What the other action made of it is seen at the next look; an ended one is told with AWS's reason.
    private Task<PeeringChange> ChangeAsync(PeeringCall call, TimeSpan consistency, CancellationToken cancellationToken) => Consistency.AbsorbAsync(
        async () => new PeeringChange(await call.Send().ConfigureAwait(false), WasDone: false),
        async () =>
        {
            if (await FindAsync(call.Id, cancellationToken).ConfigureAwait(false) is not { } now)
                return call.MayAppear ? Look<PeeringChange>.Again : Look<PeeringChange>.Never;

            var state = now.Status?.Code;
            if (call.Goals.Contains(state, StringComparer.OrdinalIgnoreCase))
                return Look<PeeringChange>.Done(new(now, WasDone: true));
            if (VpcPeeringStates.Table.IsMoving(state) || VpcPeeringStates.Table.FindMove(state, call.Action, StateActor.Either) is not null)
                return Look<PeeringChange>.Again;

            var broken = VpcPeeringStates.CheckAction(call.Id, state, call.Action, StateActor.Either)!;
            throw new FailureException(Failure.Of(broken, ErrorKind.WrongState, call.Id) with { Message = $"{broken.Message} AWS says: {now.Status?.Message}" });
        },
        consistency,
        cancellationToken);

    private async Task<DryRunAnswer> AskAsync(PeeringCall call, TimeSpan consistency, CancellationToken cancellationToken)
    {
        PeeringChange? change = null;
        var answer = await DryRunAnswer.AskAsync(async () => change = await ChangeAsync(call, consistency, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        return change is { WasDone: true } ? DryRunAnswer.Already($"{call.Id} is {change.Peering?.Status?.Code} already") : answer;
    }

    private PeeringCall Accept(string id, bool dryRun, CancellationToken cancellationToken) => new(
        id, StateActions.Accept, [VpcPeeringStates.Active, VpcPeeringStates.Provisioning], MayAppear: true, async () =>
            (await session.Ec2.AcceptVpcPeeringConnectionAsync(new() { VpcPeeringConnectionId = id, DryRun = dryRun ? true : null }, cancellationToken).ConfigureAwait(false)).VpcPeeringConnection);

    private PeeringCall Reject(string id, bool dryRun, CancellationToken cancellationToken) => new(
        id, StateActions.Reject, [VpcPeeringStates.Rejected], MayAppear: true, async () =>
        {
            await session.Ec2.RejectVpcPeeringConnectionAsync(new() { VpcPeeringConnectionId = id, DryRun = dryRun ? true : null }, cancellationToken).ConfigureAwait(false);
            return null;
        });

    // A wrong id must not cost a minute here: what can be deleted was shown before.
    private PeeringCall Delete(string id, bool dryRun, CancellationToken cancellationToken) => new(
        id, StateActions.Delete, VpcPeeringStates.Gone, MayAppear: false, async () =>
        {
            await session.Ec2.DeleteVpcPeeringConnectionAsync(new() { VpcPeeringConnectionId = id, DryRun = dryRun ? true : null }, cancellationToken).ConfigureAwait(false);
            return null;
        });

    private static void Show(PeeringConnectionOptions? answered, VpcPeeringConnectionVpcInfo vpc)
    {
        if (answered is not null)
            (vpc.PeeringOptions ??= new()).AllowDnsResolutionFromRemoteVpc = answered.AllowDnsResolutionFromRemoteVpc;
    }

    private static ModifyVpcPeeringConnectionOptionsRequest Options(string id, StateActor sides, bool allow) => new()
    {
        VpcPeeringConnectionId = id,
        RequesterPeeringConnectionOptions = sides.HasFlag(StateActor.Requester) ? new() { AllowDnsResolutionFromRemoteVpc = allow } : null,
        AccepterPeeringConnectionOptions = sides.HasFlag(StateActor.Accepter) ? new() { AllowDnsResolutionFromRemoteVpc = allow } : null,
    };

    /// <summary>A change of a peering's state.</summary>
    /// <param name="Id">The peering.</param>
    /// <param name="Action">The action in its table of states.</param>
    /// <param name="Goals">The states in which it is done.</param>
    /// <param name="MayAppear">Whether a peering that isn't shown may be one that was just made.</param>
    /// <param name="Send">Sends the request; gives the peering where AWS answers with it.</param>
    private sealed record PeeringCall(string Id, string Action, IReadOnlyList<string> Goals, bool MayAppear, Func<Task<VpcPeeringConnection?>> Send);
}

/// <summary>What became of a change of a peering's state.</summary>
/// <param name="Peering">The peering after it, where AWS answers with it or it was looked at; else null.</param>
/// <param name="WasDone">Nothing was changed: it was in that state already.</param>
internal sealed record PeeringChange(VpcPeeringConnection? Peering, bool WasDone);
