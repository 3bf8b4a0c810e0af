using System.Collections;
using System.Management.Automation;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>Reads transit gateway peering attachments (EC2 DescribeTransitGatewayPeeringAttachments). Ended ones stay hidden unless asked for.</summary>
[Cmdlet(VerbsCommon.Get, "TgwPeering")]
[OutputType(typeof(TgwPeering))]
public sealed class GetTgwPeeringCommand : Ec2ReadCmdlet
{
    private static readonly Ec2Reading<TransitGatewayPeeringAttachment> Reading = new()
    {
        Kind = ResourceKind.TransitGatewayAttachment,
        Noun = "transit gateway peering",
        NotFoundCode = "InvalidTransitGatewayAttachmentID.NotFound",
        IdFilter = "transit-gateway-attachment-id",
        Pages = (session, filters, token) => new TgwPeeringService(session).ReadAsync(filters, token),
        Id = peering => peering.TransitGatewayAttachmentId,
        States = TgwPeeringStates.Table,
        State = peering => peering.State,
        Record = (peering, origin) => new TgwPeering(peering, origin),
        Planned = (id, origin) => new TgwPeering(new() { TransitGatewayAttachmentId = id, State = PlannedIds.State }, origin),
    };

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

    /// <summary>Only peerings with these tags: <c>@{ Name = 'to-*' }</c>.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Tag { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(TransitGatewayId, () => ReadAsync(
        Reading,
        TransitGatewayAttachmentId,
        nameof(TransitGatewayAttachmentId),
        MustName(nameof(TransitGatewayAttachmentId)),
        State,
        Selecting(
        [
            FilterParameter.On("transit-gateway-id", Narrowed(ResourceKind.TransitGateway, TransitGatewayId, nameof(TransitGatewayId))),
            .. TagParameter.Filters(Tag),
        ]),
        cancellationToken));
}
