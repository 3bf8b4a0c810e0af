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

    /// <summary>Accepting a request. The session is the accepter's.</summary>
    public StateChange<VpcPeeringConnection> Accept(string id) => Change(id, StateActions.Accept, [VpcPeeringStates.Active, VpcPeeringStates.Provisioning], mayAppear: true, async (dryRun, token) =>
        (await session.Ec2.AcceptVpcPeeringConnectionAsync(new() { VpcPeeringConnectionId = id, DryRun = dryRun }, token).ConfigureAwait(false)).VpcPeeringConnection);

    /// <summary>Accepts a request that was just made. It is looked for first: looks are shared and have the larger bucket, and a call that comes too early costs a token as well.</summary>
    public async Task<Settled<VpcPeeringConnection>> AcceptNewAsync(string id, TimeSpan consistency, CancellationToken cancellationToken)
    {
        var isThere = false;
        await foreach (var result in LookAsync([id], Acceptable, new(consistency, consistency), cancellationToken).ConfigureAwait(false))
            isThere = result.Failure is null;
        // What AWS says to one that isn't there or has ended is the error to tell.
        return await Accept(id).MakeAsync(isThere ? consistency : TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Rejecting a request. The session is the accepter's.</summary>
    public StateChange<VpcPeeringConnection> Reject(string id) => Change(id, StateActions.Reject, [VpcPeeringStates.Rejected], mayAppear: true, async (dryRun, token) =>
    {
        await session.Ec2.RejectVpcPeeringConnectionAsync(new() { VpcPeeringConnectionId = id, DryRun = dryRun }, token).ConfigureAwait(false);
        return null;
    });

    /// <summary>Deleting a peering or withdrawing a request. One that has ended is done already, and one that isn't shown is none: what can be deleted was shown before, and a wrong id must not cost a minute.</summary>
    public StateChange<VpcPeeringConnection> Delete(string id) => Change(id, StateActions.Delete, VpcPeeringStates.Gone, mayAppear: false, async (dryRun, token) =>
    {
        await session.Ec2.DeleteVpcPeeringConnectionAsync(new() { VpcPeeringConnectionId = id, DryRun = dryRun }, token).ConfigureAwait(false);
        return null;
    });

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

    /// <param name="id">The peering.</param>
    /// <param name="action">The action in its table of states.</param>
    /// <param name="goals">The states in which it is done.</param>
    /// <param name="mayAppear">Whether a peering that isn't shown may be one that was just made.</param>
    /// <param name="send">Sends the request.</param>
    private StateChange<VpcPeeringConnection> Change(string id, string action, IReadOnlyList<string> goals, bool mayAppear, Func<bool?, CancellationToken, Task<VpcPeeringConnection?>> send) => new()
    {
        Send = send,
        Look = token => FindAsync(id, token),
        Judge = peering => Stands(peering, action, goals, mayAppear),
        Explain = peering => WrongState(id, peering, action),
        Tell = peering => $"{id} is {peering.Status?.Code}",
    };

    // What another action made of it is seen at the next look.
    private static Standing Stands(VpcPeeringConnection? peering, string action, IReadOnlyList<string> goals, bool mayAppear)
    {
        if (peering is null)
            return mayAppear ? Standing.NotYet : Standing.Refused;

        var state = peering.Status?.Code;
        if (goals.Contains(state, StringComparer.OrdinalIgnoreCase))
            return Standing.Done;
        return VpcPeeringStates.Table.IsMoving(state) || VpcPeeringStates.Table.FindMove(state, action, StateActor.Either) is not null ? Standing.NotYet : Standing.Refused;
    }

    // AWS's message tells why a request failed, such as blocks that overlap.
    private static Failure WrongState(string id, VpcPeeringConnection peering, string action)
    {
        var broken = VpcPeeringStates.CheckAction(id, peering.Status?.Code, action, StateActor.Either)!;
        return Failure.Of(broken, ErrorKind.WrongState, id) with { Message = $"{broken.Message} AWS says: {peering.Status?.Message}" };
    }

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
}
