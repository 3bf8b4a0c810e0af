using System.Collections;
using System.Management.Automation;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>Reads Transit Gateway Connect attachments (EC2 DescribeTransitGatewayConnects). Ended ones stay hidden unless asked for.</summary>
[Cmdlet(VerbsCommon.Get, "TgwConnect")]
[OutputType(typeof(TgwConnect))]
public sealed class GetTgwConnectCommand : Ec2ReadCmdlet
{
    private static readonly Ec2Reading<TransitGatewayConnect> Reading = new()
    {
        Kind = ResourceKind.TransitGatewayAttachment,
        Noun = "Connect attachment",
        NotFoundCode = "InvalidTransitGatewayAttachmentID.NotFound",
        IdFilter = "transit-gateway-attachment-id",
        Pages = (session, filters, token) => new ConnectService(session).ReadAsync(filters, token),
        Id = connect => connect.TransitGatewayAttachmentId,
        States = TgwAttachmentStates.Table,
        State = connect => connect.State,
        Record = (connect, origin) => new TgwConnect(connect, origin),
        Planned = (id, origin) => new TgwConnect(new() { TransitGatewayAttachmentId = id, State = PlannedIds.State }, origin),
    };

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

    /// <summary>Only attachments with these tags: <c>@{ Name = 'sdwan-*' }</c>.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Tag { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(TransitGatewayId ?? TransportTransitGatewayAttachmentId, () => ReadAsync(
        Reading,
        TransitGatewayAttachmentId,
        nameof(TransitGatewayAttachmentId),
        MustName(nameof(TransitGatewayAttachmentId)),
        State,
        Selecting(
        [
            FilterParameter.On("transit-gateway-id", Narrowed(ResourceKind.TransitGateway, TransitGatewayId, nameof(TransitGatewayId))),
            FilterParameter.On("transport-transit-gateway-attachment-id", Narrowed(ResourceKind.TransitGatewayAttachment, TransportTransitGatewayAttachmentId, nameof(TransportTransitGatewayAttachmentId))),
            .. TagParameter.Filters(Tag),
        ]),
        cancellationToken));
}
