using System.Collections;
using System.Management.Automation;
using PeeringTools.Core.Rules;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>Reads transit gateway peering attachments (EC2 DescribeTransitGatewayPeeringAttachments). Ended ones stay hidden unless asked for.</summary>
[Cmdlet(VerbsCommon.Get, "TgwPeering")]
[OutputType(typeof(TgwPeering))]
public sealed class GetTgwPeeringCommand : ReadCmdlet
{
    /// <summary>Ids to read, <c>tgw-attach-...</c>. One that isn't there is an error of its own. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? TransitGatewayAttachmentId { get; set; }

    /// <summary>Only peerings of this transit gateway.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? TransitGatewayId { get; set; }

    /// <summary>Only peerings in these states, such as <c>pendingAcceptance</c> or <c>available</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TgwAttachmentStateCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? State { get; set; }

    /// <summary>EC2 filters: <c>@{ 'remote-owner-id' = '222222222222' }</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public IDictionary[]? Filter { get; set; }

    /// <summary>Only peerings with these tags: <c>@{ Name = 'to-*' }</c>.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Tag { get; set; }

    /// <summary>Show deleted, rejected and failed peerings too, while AWS still lists them.</summary>
    [Parameter]
    public SwitchParameter IncludeEnded { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(TransitGatewayId, async () =>
    {
        var gateway = Narrowed(ResourceKind.TransitGateway, TransitGatewayId, nameof(TransitGatewayId));
        if (TransitGatewayAttachmentId is null)
        {
            // An input that names no peering must not read them all.
            Require(null, MustName(nameof(TransitGatewayAttachmentId)) ? ResourceIds.Check(ResourceKind.TransitGatewayAttachment, null, nameof(TransitGatewayAttachmentId)) : null);
            await WriteAsync(gateway, ids: null, cancellationToken);
            return;
        }

        var asked = await NamedAsync(ResourceKind.TransitGatewayAttachment, TransitGatewayAttachmentId, nameof(TransitGatewayAttachmentId),
            (id, origin) => new TgwPeering(new() { TransitGatewayAttachmentId = id, State = PlannedIds.State }, origin));
        foreach (var some in asked.Chunk(Ec2Filters.MaxValues))
            await ForItemsAsync(some, () => WriteAsync(gateway, some, cancellationToken));
    });

    private async Task WriteAsync(string? gateway, string[]? ids, CancellationToken cancellationToken)
    {
        var missing = new HashSet<string>(ids ?? [], StringComparer.OrdinalIgnoreCase);
        var filters = Ec2Filters.OrNull(
        [
            FilterParameter.On("transit-gateway-attachment-id", ids),
            FilterParameter.On("transit-gateway-id", gateway is null ? null : [gateway]),
            FilterParameter.On("state", State),
            .. FilterParameter.Read(Filter),
            .. TagParameter.Read(Tag).Select(t => FilterParameter.On($"tag:{t.Key}", [t.Value!])),
        ]);
        var session = await OpenSessionAsync();
        var origin = RecordOrigin.Of(session);
        await foreach (var page in new TgwPeeringService(session).ReadAsync(filters, cancellationToken))
        {
            foreach (var peering in page)
            {
                missing.Remove(peering.TransitGatewayAttachmentId!);
                if (IncludeEnded || ids is not null || State is not null || !TgwPeeringStates.Table.IsEnded(peering.State))
                    WriteObject(new TgwPeering(peering, origin));
            }
        }

        if (gateway is null && State is null && Filter is null && Tag is null)
            foreach (var id in missing)
                WriteError(ErrorRecords.NotFound("transit gateway peering", id, "InvalidTransitGatewayAttachmentID.NotFound", session.Region));
    }
}
