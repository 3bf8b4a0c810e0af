using System.Collections;
using System.Management.Automation;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Core.TransitGateway;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.TransitGateway;

/// <summary>Creates a Transit Gateway Connect attachment on a VPC or Direct Connect attachment (EC2 CreateTransitGatewayConnect).</summary>
[Cmdlet(VerbsCommon.New, "TgwConnect", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(TgwConnect), typeof(DryRunResult))]
public sealed class NewTgwConnectCommand : ChangeCmdlet
{
    /// <summary>The VPC or Direct Connect gateway attachment that carries the tunnels, <c>tgw-attach-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TransitGatewayAttachmentId")]
    [AllowNull]
    [AllowEmptyString]
    public string? TransportTransitGatewayAttachmentId { get; set; }

    /// <summary>The tunnel protocol. AWS has <c>gre</c> only.</summary>
    [Parameter]
    [ValidateSet("gre")]
    public string Protocol { get; set; } = "gre";

    /// <summary>Tags for the attachment.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Tag { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(TransportTransitGatewayAttachmentId, async () =>
    {
        var tags = TagParameter.Read(Tag);
        var request = new CreateTransitGatewayConnectRequest
        {
            TransportTransitGatewayAttachmentId = TransportTransitGatewayAttachmentId,
            Options = new() { Protocol = Protocol.ToLowerInvariant() },
            TagSpecifications = TagSpecifications.For("transit-gateway-attachment", tags),
        };
        await ChangeAsync(
            new Change
            {
                Description = "Create Connect attachment",
                Action = "CreateTransitGatewayConnect",
                Target = $"on {TransportTransitGatewayAttachmentId}",
                TargetObject = TransportTransitGatewayAttachmentId ?? "",
                Rules =
                [
                    ResourceIds.Check(ResourceKind.TransitGatewayAttachment, TransportTransitGatewayAttachmentId, nameof(TransportTransitGatewayAttachmentId)),
                    Tags.Check(tags, TagService.Ec2, nameof(Tag)),
                ],
                Ask = (session, token) => new ConnectService(session).AskToCreateAsync(request, token),
                Apply = async (session, token) => new TgwConnect(await new ConnectService(session).CreateAsync(request, token), RecordOrigin.Of(session)),
                Plan = session => new TgwConnect(Planned(request), RecordOrigin.Of(session)),
            },
            cancellationToken);
    });

    private static TransitGatewayConnect Planned(CreateTransitGatewayConnectRequest request) => new()
    {
        TransitGatewayAttachmentId = PlannedIds.Next(ResourceKind.TransitGatewayAttachment),
        TransportTransitGatewayAttachmentId = request.TransportTransitGatewayAttachmentId,
        State = PlannedIds.State,
        Options = new() { Protocol = request.Options!.Protocol },
        Tags = request.TagSpecifications is [var specification, ..] ? specification.Tags : null,
    };
}
