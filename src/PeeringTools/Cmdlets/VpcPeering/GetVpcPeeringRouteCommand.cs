using System.Management.Automation;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>Reads the routes that lead over VPC peerings (EC2 DescribeRouteTables), on both sides as far as the credentials reach. Blackholes that an ended peering left are shown too.</summary>
[Cmdlet(VerbsCommon.Get, "VpcPeeringRoute")]
[OutputType(typeof(VpcPeeringRoute))]
public sealed class GetVpcPeeringRouteCommand : SessionCmdlet
{
    /// <summary>The peerings, <c>pcx-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? VpcPeeringConnectionId { get; set; }

    /// <summary>The side whose routes are read. Default: both, as far as the credentials reach.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(VpcPeeringSideCompleter))]
    public VpcPeeringSide Side { get; set; } = VpcPeeringSide.Both;

    /// <summary>The profile of the other side's account, where the two sides belong to two accounts.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerProfileName { get; set; }

    private protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var id in PeeringIds.Of(VpcPeeringConnectionId))
        {
            await ForItemAsync(id, async () =>
            {
                Require(id, VpcPeeringRouteRules.CheckSide((StateActor)(int)Side, nameof(Side)));

                // A planned peering has no routes yet.
                if (IsPlan && ResourceIds.IsPlanned(ResourceKind.VpcPeeringConnection, id))
                    return;

                Require(id, ResourceIds.Check(ResourceKind.VpcPeeringConnection, id, nameof(VpcPeeringConnectionId)));
                foreach (var end in await PeeringRoutes.EndsAsync(id!, await OpenSessionAsync(), OpenSessionAsync, PeerProfileName, cancellationToken))
                {
                    if (end.Side != VpcPeeringSide.None && !Side.HasFlag(end.Side))
                        continue;
                    if (end.Session is null)
                    {
                        var broken = end.NotYours(id!, $"Get-VpcPeeringRoute {id}");
                        if (Side == end.Side)
                            throw new FailureException(Failure.Of(broken, ErrorKind.Denied, id));
                        WriteWarning($"{broken.Message} {broken.Remedy}");
                        continue;
                    }

                    foreach (var route in await PeeringRoutes.ReadAsync(id!, end, cancellationToken))
                        WriteObject(route);
                }
            });
        }
    }
}
