using System.Management.Automation;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>Reads Transit Gateway Connect peers (EC2 DescribeTransitGatewayConnectPeers). Deleted ones stay hidden unless asked for.</summary>
[Cmdlet(VerbsCommon.Get, "TgwConnectPeer")]
[OutputType(typeof(TgwConnectPeer))]
public sealed class GetTgwConnectPeerCommand : Ec2ReadCmdlet
{
    private static readonly Ec2Reading<TransitGatewayConnectPeer> Reading = new()
    {
        Kind = ResourceKind.TransitGatewayConnectPeer,
        Noun = "Connect peer",
        NotFoundCode = "InvalidTransitGatewayConnectPeerID.NotFound",
        IdFilter = "transit-gateway-connect-peer-id",
        Pages = (session, filters, token) => new ConnectPeerService(session).ReadAsync(filters, token),
        Id = peer => peer.TransitGatewayConnectPeerId,
        States = TgwConnectPeerStates.Table,
        State = peer => peer.State,
        Record = (peer, origin) => new TgwConnectPeer(peer, origin),
        Planned = (id, origin) => new TgwConnectPeer(new() { TransitGatewayConnectPeerId = id, State = PlannedIds.State }, origin),
    };

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

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(TransitGatewayAttachmentId, () =>
    {
        var attachment = Narrowed(ResourceKind.TransitGatewayAttachment, TransitGatewayAttachmentId, nameof(TransitGatewayAttachmentId));
        return ReadAsync(
            Reading,
            TransitGatewayConnectPeerId,
            nameof(TransitGatewayConnectPeerId),
            GivenByName(nameof(TransitGatewayConnectPeerId)) || (MyInvocation.ExpectingInput && attachment is null),
            State,
            // A piped peer brings its attachment; it is the peer that is asked for.
            Selecting(TransitGatewayConnectPeerId is null || GivenByName(nameof(TransitGatewayAttachmentId)) ? FilterParameter.On("transit-gateway-attachment-id", attachment) : null),
            cancellationToken);
    });
}
