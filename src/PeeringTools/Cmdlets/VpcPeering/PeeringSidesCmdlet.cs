using System.Management.Automation;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>A cmdlet that changes peerings on either side or both, each with the credentials of its account and in its Region.</summary>
public abstract class PeeringSidesCmdlet : ChangeCmdlet
{
    /// <summary>The peerings, <c>pcx-...</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? VpcPeeringConnectionId { get; set; }

    /// <summary>The side to work on. Default: both, as far as the credentials reach.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(VpcPeeringSideCompleter))]
    public VpcPeeringSide Side { get; set; } = VpcPeeringSide.Both;

    /// <summary>The profile of the other side's account, where the two sides belong to two accounts.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerProfileName { get; set; }

    private protected sealed override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var id in PeeringIds.Of(VpcPeeringConnectionId))
        {
            await ForItemAsync(id, () =>
            {
                var rule = ResourceIds.Check(ResourceKind.VpcPeeringConnection, id, nameof(VpcPeeringConnectionId)) ?? SideRule();
                return rule is null ? ProcessAsync(id!, cancellationToken) : ChangeAsync(Planned(id, rule), cancellationToken);
            });
        }
    }

    // A route that an ended peering left comes down the pipe with no side.
    private RuleBreak? SideRule() => GivenByName(nameof(Side)) ? VpcPeeringRouteRules.CheckSide((StateActor)(int)Side, nameof(Side)) : null;

    /// <summary>Works on one peering.</summary>
    private protected abstract Task ProcessAsync(string id, CancellationToken cancellationToken);

    /// <summary>The change as far as it can be told of a peering that is only planned, or that has no proper id.</summary>
    private protected abstract Change Planned(string? id, RuleBreak rule);

    /// <summary>The wanted ends that can be worked on; the others are told as not done. Whoever named the side, or can do neither, gets an error; else it is a warning.</summary>
    /// <param name="peering">The peering.</param>
    /// <param name="own">The session of the cmdlet's own credentials.</param>
    /// <param name="command">The cmdlet with its own parameters, for the line that does the other side.</param>
    /// <param name="cancellationToken">Stops the question for an account.</param>
    private protected async Task<IReadOnlyList<PeeringEnd>> OpenEndsAsync(VpcPeeringConnection peering, PeeringSession own, string command, CancellationToken cancellationToken)
    {
        var ends = await PeeringEnds.OpenAsync(peering, own, OpenSessionAsync, PeerProfileName, cancellationToken);
        var wanted = ends.Where(e => Side.HasFlag(e.Side)).ToLookup(e => e.Session is not null);
        foreach (var end in wanted[false])
        {
            var broken = end.NotYours(peering.VpcPeeringConnectionId!, command);
            if (Side != VpcPeeringSide.Both || GivenByName(nameof(Side)) || !wanted[true].Any())
                WriteError(ErrorRecords.From(Failure.Of(broken, ErrorKind.Denied, peering.VpcPeeringConnectionId), peering.VpcPeeringConnectionId));
            else
                WriteWarning($"{broken.Message} {broken.Remedy}");
        }

        return [.. wanted[true]];
    }
}
