using System.Collections;
using System.Management.Automation;
using PeeringTools.Core.Rules;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>Reads Transit Gateway Connect peers (EC2 DescribeTransitGatewayConnectPeers). Deleted ones stay hidden unless asked for.</summary>
[Cmdlet(VerbsCommon.Get, "TgwConnectPeer")]
[OutputType(typeof(TgwConnectPeer))]
public sealed class GetTgwConnectPeerCommand : ReadCmdlet
{
    /// <summary>Ids to read, <c>tgw-connect-peer-...</c>. One that isn't there is an error of its own. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [IdOf(nameof(TransitGatewayConnectPeerId))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? TransitGatewayConnectPeerId { get; set; }

    /// <summary>Only peers of this Connect attachment.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? TransitGatewayAttachmentId { get; set; }

    /// <summary>Only peers in these states: <c>pending</c>, <c>available</c>, <c>deleting</c>, <c>deleted</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TgwConnectPeerStateCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? State { get; set; }

    /// <summary>EC2 filters: <c>@{ 'state' = 'available' }</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public IDictionary[]? Filter { get; set; }

    /// <summary>Show deleted peers too, while AWS still lists them.</summary>
    [Parameter]
    public SwitchParameter IncludeEnded { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(TransitGatewayAttachmentId, async () =>
    {
        var attachment = Narrowed(ResourceKind.TransitGatewayAttachment, TransitGatewayAttachmentId, nameof(TransitGatewayAttachmentId));

        if (TransitGatewayConnectPeerId is null)
        {
            // An input that names neither a peer nor an attachment must not read them all.
            Require(null, GivenByName(nameof(TransitGatewayConnectPeerId)) || (MyInvocation.ExpectingInput && attachment is null)
                ? ResourceIds.Check(ResourceKind.TransitGatewayConnectPeer, null, nameof(TransitGatewayConnectPeerId)) : null);
            await WriteAsync(attachment, ids: null, cancellationToken);
            return;
        }

        var asked = await NamedAsync(ResourceKind.TransitGatewayConnectPeer, TransitGatewayConnectPeerId, nameof(TransitGatewayConnectPeerId),
            (id, origin) => new TgwConnectPeer(new() { TransitGatewayConnectPeerId = id, State = PlannedIds.State }, origin));
        foreach (var some in asked.Chunk(Ec2Filters.MaxValues))
            await ForItemsAsync(some, () => WriteAsync(attachment, some, cancellationToken));
    });

    private async Task WriteAsync(string? attachment, string[]? ids, CancellationToken cancellationToken)
    {
        var missing = new HashSet<string>(ids ?? [], StringComparer.OrdinalIgnoreCase);
        var filters = Ec2Filters.OrNull(
        [
            FilterParameter.On("transit-gateway-connect-peer-id", ids),
            FilterParameter.On("transit-gateway-attachment-id", attachment is null ? null : [attachment]),
            FilterParameter.On("state", State),
            .. FilterParameter.Read(Filter),
        ]);
        var session = await OpenSessionAsync();
        var origin = RecordOrigin.Of(session);
        await foreach (var page in new ConnectPeerService(session).ReadAsync(filters, cancellationToken))
        {
            foreach (var peer in page)
            {
                missing.Remove(peer.TransitGatewayConnectPeerId!);
                if (IncludeEnded || ids is not null || State is not null || !TgwConnectPeerStates.Table.IsEnded(peer.State))
                    WriteObject(new TgwConnectPeer(peer, origin));
            }
        }

        if (State is null && Filter is null)
            foreach (var id in missing)
                WriteError(ErrorRecords.NotFound("Connect peer", id, "InvalidTransitGatewayConnectPeerID.NotFound", session.Region));
    }
}
