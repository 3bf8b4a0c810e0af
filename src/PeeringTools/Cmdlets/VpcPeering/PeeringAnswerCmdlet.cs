using System.Management.Automation;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Waiting;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>The accepter's answer to requests for VPC peering, given in the accepter's Region and with the accepter's credentials.</summary>
public abstract class PeeringAnswerCmdlet : ChangeCmdlet
{
    /// <summary>The requests, <c>pcx-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? VpcPeeringConnectionId { get; set; }

    /// <summary>The accepter's Region, where the request is answered. A piped peering brings it. Default: <c>-Region</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerRegion { get; set; }

    /// <summary>The account that the request is for. A piped peering brings it; credentials of another account are an error before the call.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerOwnerId { get; set; }

    /// <summary>For how many seconds it counts for nothing that AWS doesn't show the request yet. Default: 60.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public int ConsistencyTimeoutSeconds { get; set; } = Consistency.UsualSeconds;

    private protected TimeSpan ConsistencyLimit => TimeSpan.FromSeconds(ConsistencyTimeoutSeconds);

    private protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var region = AccepterRegion(PeerRegion);
        foreach (var id in PeeringIds.Of(VpcPeeringConnectionId))
        {
            var target = region is null ? id ?? "" : $"{id} in {region}";
            RuleBreak?[] rules =
            [
                ResourceIds.Check(ResourceKind.VpcPeeringConnection, id, nameof(VpcPeeringConnectionId)),
                region is null ? null : Regions.Check(region, nameof(PeerRegion)),
            ];
            await ForItemAsync(id, () => ChangeAsync(Answer(id ?? "", target, region, rules), cancellationToken));
        }
    }

    /// <summary>The answer to one request.</summary>
    private protected abstract Change Answer(string id, string target, string? region, RuleBreak?[] rules);

    /// <summary>Warns where the answer was given before.</summary>
    private protected void TellWhereDone(Settled<VpcPeeringConnection> settled, string id, string verb)
    {
        if (settled.WasSo)
            WriteWarning($"{id} is {settled.Resource!.Status?.Code} already; there was nothing to {verb}.");
    }
}
