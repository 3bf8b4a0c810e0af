using System.Runtime.CompilerServices;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Core.Waiting;

namespace PeeringTools.Core.TransitGateway;

/// <summary>Transit gateway peering attachments of one session.</summary>
internal sealed class TgwPeeringService(PeeringSession session)
{
    private static readonly string[] LiveStates =
    [
        TgwAttachmentStates.Initiating, TgwAttachmentStates.InitiatingRequest, TgwAttachmentStates.PendingAcceptance,
        TgwAttachmentStates.Pending, TgwAttachmentStates.Available, TgwAttachmentStates.Modifying,
    ];

    /// <summary>Reads peering attachments page by page, as AWS filters them.</summary>
    public async IAsyncEnumerable<IReadOnlyList<TransitGatewayPeeringAttachment>> ReadAsync(List<Filter>? filters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new DescribeTransitGatewayPeeringAttachmentsRequest { Filters = filters, MaxResults = TgwReads.PageSize };
        await foreach (var page in session.Ec2.DescribeTransitGatewayPeeringAttachmentsPagesAsync(request, cancellationToken).ConfigureAwait(false))
            yield return page.TransitGatewayPeeringAttachments ?? [];
    }

    /// <summary>The peering of an id, in whatever state; null where AWS doesn't show it here.</summary>
    public Task<TransitGatewayPeeringAttachment?> FindAsync(string id, CancellationToken cancellationToken) =>
        TgwReads.FirstAsync(ReadAsync([TgwReads.On("transit-gateway-attachment-id", id)], cancellationToken));

    /// <summary>Requests a peering. Where the request names no account or Region for the other gateway, it is in this one's.</summary>
    public async Task<TransitGatewayPeeringAttachment> CreateAsync(CreateTransitGatewayPeeringAttachmentRequest request, CancellationToken cancellationToken)
    {
        await CompleteAsync(request, cancellationToken).ConfigureAwait(false);
        return await LostAnswers.MakeOnceAsync(
            async () => (await session.Ec2.CreateTransitGatewayPeeringAttachmentAsync(request, cancellationToken).ConfigureAwait(false)).TransitGatewayPeeringAttachment!,
            () => FindMadeAsync(request, cancellationToken),
            $"a peering of {request.TransitGatewayId} and {request.PeerTransitGatewayId}",
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks whether the request would be allowed.</summary>
    public Task<DryRunAnswer> AskToCreateAsync(CreateTransitGatewayPeeringAttachmentRequest request, CancellationToken cancellationToken) => DryRunAnswer.AskAsync(async () =>
    {
        await CompleteAsync(request, cancellationToken).ConfigureAwait(false);
        request.DryRun = true;
        await session.Ec2.CreateTransitGatewayPeeringAttachmentAsync(request, cancellationToken).ConfigureAwait(false);
    });

    /// <summary>Accepting a peering, in the accepter's Region and account.</summary>
    public StateChange<TransitGatewayPeeringAttachment> Accept(string id) => Change(id, Accepted, async (dryRun, token) =>
        (await session.Ec2.AcceptTransitGatewayPeeringAttachmentAsync(new() { TransitGatewayAttachmentId = id, DryRun = dryRun }, token).ConfigureAwait(false)).TransitGatewayPeeringAttachment);

    /// <summary>Rejecting a peering, in the accepter's Region and account.</summary>
    public StateChange<TransitGatewayPeeringAttachment> Reject(string id) => Change(id, Rejected, async (dryRun, token) =>
        (await session.Ec2.RejectTransitGatewayPeeringAttachmentAsync(new() { TransitGatewayAttachmentId = id, DryRun = dryRun }, token).ConfigureAwait(false)).TransitGatewayPeeringAttachment);

    /// <summary>Removing a peering; either side may.</summary>
    public StateChange<TransitGatewayPeeringAttachment> Remove(string id) => Change(id, Gone, async (dryRun, token) =>
        (await session.Ec2.DeleteTransitGatewayPeeringAttachmentAsync(new() { TransitGatewayAttachmentId = id, DryRun = dryRun }, token).ConfigureAwait(false)).TransitGatewayPeeringAttachment);

    /// <summary>Waits for peerings to be in one of the states.</summary>
    public IAsyncEnumerable<WaitResult<TransitGatewayPeeringAttachment>> WaitAsync(
        IReadOnlyCollection<string> ids, IReadOnlyCollection<string> wanted, WaitOptions options, CancellationToken cancellationToken) =>
        Waiter.UntilAsync(ids, TgwPeeringStates.Table, wanted, ReadManyAsync, p => p.TransitGatewayAttachmentId!, p => (p.State, p.Status?.Message), options, cancellationToken);

    /// <summary>Reads the named peerings, as many as AWS shows.</summary>
    public Task<IReadOnlyList<TransitGatewayPeeringAttachment>> ReadManyAsync(IEnumerable<string> ids, CancellationToken cancellationToken) =>
        TgwReads.ManyAsync(ids, "transit-gateway-attachment-id", ReadAsync, cancellationToken);

    private StateChange<TransitGatewayPeeringAttachment> Change(
        string id, Func<TransitGatewayPeeringAttachment?, Standing> judge, Func<bool?, CancellationToken, Task<TransitGatewayPeeringAttachment?>> send) => new()
    {
        Send = send,
        Look = token => FindAsync(id, token),
        Judge = judge,
        Tell = peering => $"{id} is {peering.State}",
    };

    // Accepted is what is on the way to "available" and has the acceptance behind it.
    private static Standing Accepted(TransitGatewayPeeringAttachment? peering) => AwaitsAnswer(peering)
        ? Standing.NotYet
        : TgwPeeringStates.Table.CanReach(peering!.State!, TgwAttachmentStates.Available) ? Standing.Done : Standing.Refused;

    private static Standing Rejected(TransitGatewayPeeringAttachment? peering) => AwaitsAnswer(peering)
        ? Standing.NotYet
        : peering!.State is TgwAttachmentStates.Rejecting or TgwAttachmentStates.Rejected ? Standing.Done : Standing.Refused;

    private static Standing Gone(TransitGatewayPeeringAttachment? peering) =>
        peering?.State is { } state && (state is TgwAttachmentStates.Deleting or TgwAttachmentStates.Rejecting or TgwAttachmentStates.Failing || TgwPeeringStates.Table.IsEnded(state))
            ? Standing.Done
            : Standing.Refused;

    private static bool AwaitsAnswer(TransitGatewayPeeringAttachment? peering) =>
        peering?.State is not { } state || TgwPeeringStates.Table.CanReach(state, TgwAttachmentStates.PendingAcceptance);

    // Two gateways have one live peering at most, so one from this side to that side is the one that was asked for.
    private async Task<TransitGatewayPeeringAttachment?> FindMadeAsync(CreateTransitGatewayPeeringAttachmentRequest request, CancellationToken cancellationToken)
    {
        List<Filter> filters = [TgwReads.On("transit-gateway-id", request.TransitGatewayId!), TgwReads.On("state", LiveStates)];
        await foreach (var page in ReadAsync(filters, cancellationToken).ConfigureAwait(false))
        {
            foreach (var peering in page)
            {
                if (string.Equals(peering.RequesterTgwInfo?.TransitGatewayId, request.TransitGatewayId, StringComparison.OrdinalIgnoreCase)
                    && string.Equals(peering.AccepterTgwInfo?.TransitGatewayId, request.PeerTransitGatewayId, StringComparison.OrdinalIgnoreCase))
                    return peering;
            }
        }

        return null;
    }

    // EC2 wants account and Region of the other gateway always; the user needs to give only what differs.
    private async Task CompleteAsync(CreateTransitGatewayPeeringAttachmentRequest request, CancellationToken cancellationToken)
    {
        request.PeerRegion ??= session.Region;
        request.PeerAccountId ??= session.AccountId
            ?? (await new TgwRouteService(session).GatewayAsync(request.TransitGatewayId!, cancellationToken).ConfigureAwait(false)).OwnerId;
    }
}
