using System.Management.Automation;
using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Core.DirectConnect;
using PeeringTools.Core.Rules;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.DirectConnect;

/// <summary>
/// Removes one BGP peer from a Direct Connect virtual interface (DeleteBGPPeer). The peer must be named: a piped interface has an AS number and an address of its own, and they aren't taken for a peer's.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "DxBgpPeer", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ById)]
[OutputType(typeof(DxVirtualInterface), typeof(DryRunResult))]
public sealed class RemoveDxBgpPeerCommand : ChangeCmdlet
{
    private const string ById = "ById";
    private const string ByAddress = "ByAddress";

    /// <summary>The virtual interface the peer is on, <c>dxvif-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? VirtualInterfaceId { get; set; }

    /// <summary>The peer, <c>dxpeer-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ById, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? BgpPeerId { get; set; }

    /// <summary>The peer's AS number, where it is named by number and address. It never binds from a piped record.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByAddress)]
    [Alias("AsnLong")]
    [AsnText]
    [AllowNull]
    [AllowEmptyString]
    public string? Asn { get; set; }

    /// <summary>The peer's customer address. It never binds from a piped record.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByAddress)]
    [AllowNull]
    [AllowEmptyString]
    public string? CustomerAddress { get; set; }

    /// <summary>Emit the virtual interface as it is without the peer.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(BgpPeerId ?? VirtualInterfaceId, async () =>
    {
        var byId = ParameterSetName == ById;
        var asn = !byId && Asns.TryParse(Asn, out var parsed) ? parsed : 0;
        var request = new DeleteBGPPeerRequest
        {
            VirtualInterfaceId = VirtualInterfaceId,
            BgpPeerId = byId ? BgpPeerId : null,
            Asn = byId || Asns.UsesAsnLong(asn) ? null : (int)asn,
            AsnLong = !byId && Asns.UsesAsnLong(asn) ? asn : null,
            CustomerAddress = byId ? null : CustomerAddress,
        };
        await ChangeAsync(
            new Change
            {
                Description = "Remove BGP peer",
                Action = "DeleteBGPPeer",
                Target = byId ? $"{BgpPeerId} on {VirtualInterfaceId}" : $"peer with ASN {Asn} and customer address {CustomerAddress} on {VirtualInterfaceId}",
                TargetObject = (byId ? BgpPeerId : VirtualInterfaceId) ?? "",
                Rules =
                [
                    ResourceIds.Check(ResourceKind.DxVirtualInterface, VirtualInterfaceId, nameof(VirtualInterfaceId)),
                    byId ? ResourceIds.Check(ResourceKind.DxBgpPeer, BgpPeerId, nameof(BgpPeerId)) : Asns.Check(Asn, AsnUse.DirectConnect, nameof(Asn)),
                    byId ? null : BgpPeerAddresses.CheckCustomer(CustomerAddress, nameof(CustomerAddress)),
                ],
                Ask = (session, token) => new BgpPeerService(session).AskToRemoveAsync(request, token),
                Apply = async (session, token) => await new BgpPeerService(session).RemoveAsync(request, token) is { } vif && PassThru ? new DxVirtualInterface(vif, RecordOrigin.Of(session)) : null,
            },
            cancellationToken);
    });
}
