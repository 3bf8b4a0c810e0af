using System.Collections;
using System.Management.Automation;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Core.VpcPeering;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>Reads VPC peering connections (EC2 DescribeVpcPeeringConnections). Ended ones stay hidden unless asked for.</summary>
[Cmdlet(VerbsCommon.Get, "VpcPeering")]
[OutputType(typeof(PeeringTools.VpcPeering))]
public sealed class GetVpcPeeringCommand : ReadCmdlet
{
    /// <summary>Ids to read, <c>pcx-...</c>. One that isn't there is an error of its own. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? VpcPeeringConnectionId { get; set; }

    /// <summary>Only peerings that have this VPC on either side.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? VpcId { get; set; }

    /// <summary>Only peerings in these states, such as <c>active</c> or <c>pending-acceptance</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(VpcPeeringStateCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Status { get; set; }

    /// <summary>EC2 filters: <c>@{ 'accepter-vpc-info.owner-id' = '222222222222' }</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public IDictionary[]? Filter { get; set; }

    /// <summary>Only peerings with these tags: <c>@{ Name = 'hub-*' }</c>.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Tag { get; set; }

    /// <summary>Show deleted, rejected, failed and expired peerings too, while AWS still lists them.</summary>
    [Parameter]
    public SwitchParameter IncludeEnded { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(VpcId, async () =>
    {
        if (VpcPeeringConnectionId is null)
        {
            // An input that names no peering must not read them all.
            Require(null, MustName(nameof(VpcPeeringConnectionId)) ? ResourceIds.Check(ResourceKind.VpcPeeringConnection, null, nameof(VpcPeeringConnectionId)) : null);
            await WriteAsync(ids: null, cancellationToken);
            return;
        }

        var asked = await NamedAsync(ResourceKind.VpcPeeringConnection, VpcPeeringConnectionId, nameof(VpcPeeringConnectionId), PlannedPeerings.Known);
        foreach (var some in asked.Chunk(Ec2Filters.MaxValues))
            await ForItemsAsync(some, () => WriteAsync(some, cancellationToken));
    });

    private async Task WriteAsync(string[]? ids, CancellationToken cancellationToken)
    {
        var selections = Selections(ids);
        var session = await OpenSessionAsync();
        var origin = RecordOrigin.Of(session);
        var missing = new HashSet<string>(ids ?? [], StringComparer.OrdinalIgnoreCase);
        var shown = VpcId is null ? null : new HashSet<string>(StringComparer.Ordinal);
        foreach (var filters in selections)
        {
            await foreach (var page in new VpcPeeringService(session).ReadAsync(filters, cancellationToken))
            {
                foreach (var peering in page)
                {
                    missing.Remove(peering.VpcPeeringConnectionId!);
                    if (IsWanted(peering, ids) && shown?.Add(peering.VpcPeeringConnectionId!) != false)
                        WriteObject(new PeeringTools.VpcPeering(peering, origin));
                }
            }
        }

        if (VpcId is null && Status is null && Filter is null && Tag is null)
            foreach (var id in missing)
                WriteError(ErrorRecords.NotFound("VPC peering connection", id, "InvalidVpcPeeringConnectionID.NotFound", session.Region));
    }

    // A peering named by its id is shown whatever its state; so is one whose state was asked for.
    private bool IsWanted(VpcPeeringConnection peering, string[]? ids) =>
        IncludeEnded || ids is not null || Status is not null || !VpcPeeringStates.Table.IsEnded(peering.Status?.Code);

    // EC2 joins filters with "and"; a VPC on either side takes a question for each side.
    private IEnumerable<List<Filter>?> Selections(string[]? ids)
    {
        List<Filter?> common =
        [
            FilterParameter.On("vpc-peering-connection-id", ids),
            FilterParameter.On("status-code", Status),
            .. FilterParameter.Read(Filter),
            .. TagParameter.Read(Tag).Select(t => FilterParameter.On($"tag:{t.Key}", [t.Value!])),
        ];
        if (VpcId is null && !GivenByName(nameof(VpcId)))
            return [Ec2Filters.OrNull(common)];

        Require(VpcId, ResourceIds.Check(ResourceKind.Vpc, VpcId, nameof(VpcId)));
        return new[] { "requester-vpc-info.vpc-id", "accepter-vpc-info.vpc-id" }.Select(side => Ec2Filters.OrNull([.. common, FilterParameter.On(side, [VpcId!])]));
    }
}
