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
public sealed class GetVpcPeeringCommand : Ec2ReadCmdlet
{
    private static readonly Ec2Reading<VpcPeeringConnection> Reading = new()
    {
        Kind = ResourceKind.VpcPeeringConnection,
        Noun = "VPC peering connection",
        NotFoundCode = "InvalidVpcPeeringConnectionID.NotFound",
        IdFilter = "vpc-peering-connection-id",
        StateFilter = "status-code",
        Pages = (session, filters, token) => new VpcPeeringService(session).ReadAsync(filters, token),
        Id = peering => peering.VpcPeeringConnectionId,
        States = VpcPeeringStates.Table,
        State = peering => peering.Status?.Code,
        Record = (peering, origin) => new PeeringTools.VpcPeering(peering, origin),
        Planned = PlannedPeerings.Known,
    };

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

    /// <summary>Only peerings with these tags: <c>@{ Name = 'hub-*' }</c>.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Tag { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(VpcId, () => ReadAsync(
        Reading,
        VpcPeeringConnectionId,
        nameof(VpcPeeringConnectionId),
        MustName(nameof(VpcPeeringConnectionId)),
        Status,
        Selections(),
        cancellationToken));

    // EC2 joins filters with "and"; a VPC on either side takes a question for each side.
    private IReadOnlyList<IReadOnlyList<Filter?>> Selections() => Narrowed(ResourceKind.Vpc, VpcId, nameof(VpcId)) is { } vpc
        ? [[FilterParameter.On("requester-vpc-info.vpc-id", vpc), .. TagParameter.Filters(Tag)], [FilterParameter.On("accepter-vpc-info.vpc-id", vpc), .. TagParameter.Filters(Tag)]]
        : Selecting([.. TagParameter.Filters(Tag)]);
}
