using System.Management.Automation;
using PeeringTools.Core.DirectConnect;
using PeeringTools.Core.Rules;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.DirectConnect;

/// <summary>Reads Direct Connect virtual interfaces (DescribeVirtualInterfaces). Deleted and rejected ones stay hidden unless asked for.</summary>
[Cmdlet(VerbsCommon.Get, "DxVirtualInterface")]
[OutputType(typeof(DxVirtualInterface))]
public sealed class GetDxVirtualInterfaceCommand : ReadCmdlet
{
    /// <summary>Ids to read, <c>dxvif-...</c>. One that isn't there is an error of its own. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [IdOf(nameof(VirtualInterfaceId))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? VirtualInterfaceId { get; set; }

    /// <summary>Only those on this connection (<c>dxcon-...</c>) or LAG (<c>dxlag-...</c>).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? ConnectionId { get; set; }

    /// <summary>Show deleted and rejected ones too; AWS lists them for 15 minutes.</summary>
    [Parameter]
    public SwitchParameter IncludeEnded { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(ConnectionId, async () =>
    {
        var connection = Narrowed(
            ConnectionId?.StartsWith("dxlag-", StringComparison.OrdinalIgnoreCase) == true ? ResourceKind.DxLag : ResourceKind.DxConnection, ConnectionId, nameof(ConnectionId));
        if (VirtualInterfaceId is null)
        {
            // An input that names neither an interface nor a connection must not read them all.
            Require(null, GivenByName(nameof(VirtualInterfaceId)) || (MyInvocation.ExpectingInput && connection is null) ? ResourceIds.Check(ResourceKind.DxVirtualInterface, null, nameof(VirtualInterfaceId)) : null);
            await WriteAsync(connection, id: null, cancellationToken);
            return;
        }

        var asked = await NamedAsync(ResourceKind.DxVirtualInterface, VirtualInterfaceId, nameof(VirtualInterfaceId),
            (id, origin) => new DxVirtualInterface(new() { VirtualInterfaceId = id, VirtualInterfaceState = PlannedIds.State }, origin));
        foreach (var id in asked)
            await ForItemAsync(id, () => WriteAsync(connection, id, cancellationToken));
    });

    private async Task WriteAsync(string? connection, string? id, CancellationToken cancellationToken)
    {
        var session = await OpenSessionAsync();
        var origin = RecordOrigin.Of(session);
        await foreach (var page in new VirtualInterfaceService(session).ReadAsync(connection, id, cancellationToken))
        {
            foreach (var vif in page)
            {
                if (IncludeEnded || id is not null || !VirtualInterfaceStates.Table.IsEnded(vif.VirtualInterfaceState))
                    WriteObject(new DxVirtualInterface(vif, origin));
            }
        }
    }
}
