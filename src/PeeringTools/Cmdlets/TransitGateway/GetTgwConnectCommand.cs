using System.Collections;
using System.Management.Automation;
using PeeringTools.Core.Rules;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>Reads Transit Gateway Connect attachments (EC2 DescribeTransitGatewayConnects). Ended ones stay hidden unless asked for.</summary>
[Cmdlet(VerbsCommon.Get, "TgwConnect")]
[OutputType(typeof(TgwConnect))]
public sealed class GetTgwConnectCommand : ReadCmdlet
{
    /// <summary>Ids to read, <c>tgw-attach-...</c>. One that isn't there is an error of its own. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? TransitGatewayAttachmentId { get; set; }

    /// <summary>Only attachments of this transit gateway.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? TransitGatewayId { get; set; }

    /// <summary>Only attachments that this VPC or Direct Connect attachment carries.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? TransportTransitGatewayAttachmentId { get; set; }

    /// <summary>Only attachments in these states, such as <c>pending</c> or <c>available</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TgwAttachmentStateCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? State { get; set; }

    /// <summary>EC2 filters: <c>@{ 'options.protocol' = 'gre' }</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public IDictionary[]? Filter { get; set; }

    /// <summary>Only attachments with these tags: <c>@{ Name = 'sdwan-*' }</c>.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Tag { get; set; }

    /// <summary>Show deleted and failed attachments too, while AWS still lists them.</summary>
    [Parameter]
    public SwitchParameter IncludeEnded { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(TransitGatewayId ?? TransportTransitGatewayAttachmentId, async () =>
    {
        var gateway = Narrowed(ResourceKind.TransitGateway, TransitGatewayId, nameof(TransitGatewayId));
        var transport = Narrowed(ResourceKind.TransitGatewayAttachment, TransportTransitGatewayAttachmentId, nameof(TransportTransitGatewayAttachmentId));
        if (TransitGatewayAttachmentId is null)
        {
            // An input that names no attachment must not read them all.
            Require(null, MustName(nameof(TransitGatewayAttachmentId)) ? ResourceIds.Check(ResourceKind.TransitGatewayAttachment, null, nameof(TransitGatewayAttachmentId)) : null);
            await WriteAsync(gateway, transport, ids: null, cancellationToken);
            return;
        }

        var asked = await NamedAsync(ResourceKind.TransitGatewayAttachment, TransitGatewayAttachmentId, nameof(TransitGatewayAttachmentId),
            (id, origin) => new TgwConnect(new() { TransitGatewayAttachmentId = id, State = PlannedIds.State }, origin));
        foreach (var some in asked.Chunk(Ec2Filters.MaxValues))
            await ForItemsAsync(some, () => WriteAsync(gateway, transport, some, cancellationToken));
    });

    private async Task WriteAsync(string? gateway, string? transport, string[]? ids, CancellationToken cancellationToken)
    {
        var missing = new HashSet<string>(ids ?? [], StringComparer.OrdinalIgnoreCase);
        var filters = Ec2Filters.OrNull(
        [
            FilterParameter.On("transit-gateway-attachment-id", ids),
            FilterParameter.On("transit-gateway-id", gateway is null ? null : [gateway]),
            FilterParameter.On("transport-transit-gateway-attachment-id", transport is null ? null : [transport]),
            FilterParameter.On("state", State),
            .. FilterParameter.Read(Filter),
            .. TagParameter.Read(Tag).Select(t => FilterParameter.On($"tag:{t.Key}", [t.Value!])),
        ]);
        var session = await OpenSessionAsync();
        var origin = RecordOrigin.Of(session);
        await foreach (var page in new ConnectService(session).ReadAsync(filters, cancellationToken))
        {
            foreach (var connect in page)
            {
                missing.Remove(connect.TransitGatewayAttachmentId!);
                if (IncludeEnded || ids is not null || State is not null || !TgwAttachmentStates.Table.IsEnded(connect.State))
                    WriteObject(new TgwConnect(connect, origin));
            }
        }

        if (gateway is null && transport is null && State is null && Filter is null && Tag is null)
            foreach (var id in missing)
                WriteError(ErrorRecords.NotFound("Connect attachment", id, "InvalidTransitGatewayAttachmentID.NotFound", session.Region));
    }
}
