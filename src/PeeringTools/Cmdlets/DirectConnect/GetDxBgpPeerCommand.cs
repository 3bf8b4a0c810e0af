using System.Management.Automation;
using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Core.DirectConnect;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.DirectConnect;

/// <summary>Reads the BGP peers of Direct Connect virtual interfaces (DescribeVirtualInterfaces).</summary>
[Cmdlet(VerbsCommon.Get, "DxBgpPeer")]
[OutputType(typeof(DxBgpPeer))]
public sealed class GetDxBgpPeerCommand : SessionCmdlet
{
    /// <summary>The virtual interfaces whose peers to read, <c>dxvif-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? VirtualInterfaceId { get; set; }

    /// <summary>Only these peers, <c>dxpeer-...</c>. One that isn't there is an error of its own.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? BgpPeerId { get; set; }

    /// <summary>Only peers of this address family.</summary>
    [Parameter]
    [ValidateSet("ipv4", "ipv6")]
    public string? AddressFamily { get; set; }

    /// <summary>
    /// Add the property <c>AuthKey</c>, the BGP key as a SecureString. Don't export such a record: on Linux and macOS <c>Export-Clixml</c> writes a SecureString obfuscated only, so that anybody can read it.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludeAuthKey { get; set; }

    /// <summary>Show deleted peers too, while AWS still lists them.</summary>
    [Parameter]
    public SwitchParameter IncludeEnded { get; set; }

    private protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var id in VirtualInterfaceId is { Length: > 0 } ids ? ids : [null!])
        {
            await ForItemAsync(id, async () =>
            {
                // A planned interface has no peers yet.
                if (IsPlan && ResourceIds.IsPlanned(ResourceKind.DxVirtualInterface, id))
                    return;

                Require(id, ResourceIds.Check(ResourceKind.DxVirtualInterface, id, nameof(VirtualInterfaceId)));

                // A peer that was to be named and isn't ($null, an empty list) must not stand for all of them: a removal may follow.
                if (BgpPeerId is not { Length: > 0 } && MyInvocation.BoundParameters.ContainsKey(nameof(BgpPeerId)))
                    Require(id, ResourceIds.Check(ResourceKind.DxBgpPeer, null, nameof(BgpPeerId)));
                var wanted = BgpPeerId is { Length: > 0 } ? new HashSet<string>(BgpPeerId, StringComparer.OrdinalIgnoreCase) : null;
                foreach (var peerId in wanted ?? [])
                    Require(peerId, ResourceIds.Check(ResourceKind.DxBgpPeer, peerId, nameof(BgpPeerId)));

                var session = await OpenSessionAsync();
                Write(await new VirtualInterfaceService(session).GetAsync(id, cancellationToken), wanted, session);
            });
        }
    }

    private void Write(VirtualInterface vif, HashSet<string>? wanted, PeeringSession session)
    {
        var origin = RecordOrigin.Of(session);
        foreach (var peer in vif.BgpPeers ?? [])
        {
            if (wanted?.Remove(peer.BgpPeerId!) == false
                || (AddressFamily is not null && !string.Equals(peer.AddressFamily, AddressFamily, StringComparison.OrdinalIgnoreCase))
                || (wanted is null && !IncludeEnded && BgpPeerStates.Table.IsEnded(peer.BgpPeerState)))
                continue;

            var record = new PSObject(new DxBgpPeer(peer, vif, origin));
            if (IncludeAuthKey)
                record.Properties.Add(new PSNoteProperty("AuthKey", peer.AuthKey is { } key ? Secrets.Conceal(key) : null));
            WriteObject(record);
        }

        foreach (var id in wanted ?? [])
            WriteError(ErrorRecords.NotFound($"BGP peer on {vif.VirtualInterfaceId} with the id", id, "BgpPeerNotFound", session.Region));
    }
}
