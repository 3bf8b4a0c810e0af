using System.Management.Automation;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Core.VpcPeering;
using PeeringTools.Core.Waiting;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>
/// Sets DNS resolution over VPC peerings (EC2 ModifyVpcPeeringConnectionOptions), each side in its own Region and with its own account's credentials. The peering must be active.
/// </summary>
[Cmdlet(VerbsCommon.Set, "VpcPeeringOption", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(PeeringTools.VpcPeering), typeof(DryRunResult))]
public sealed class SetVpcPeeringOptionCommand : PeeringSidesCmdlet
{
    /// <summary>Answer the other side's queries for public DNS names of a VPC with private addresses. <c>-AllowDnsResolutionFromRemoteVpc:$false</c> turns it off.</summary>
    [Parameter(Mandatory = true)]
    public SwitchParameter AllowDnsResolutionFromRemoteVpc { get; set; }

    /// <summary>Wait until the peering is active, instead of refusing one that isn't yet.</summary>
    [Parameter]
    public SwitchParameter WaitActive { get; set; }

    /// <summary>With <c>-WaitActive</c>: the longest wait, in seconds. Default: 600.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSeconds { get; set; } = 600;

    private protected override Change Planned(string? id, RuleBreak rule) => Option(
        id, Side.ToString(), (_, _) => Task.FromResult(DryRunAnswer.OnPlanned), (_, _) => Task.CompletedTask, rule: rule, plan: session => PlannedPeerings.Known(id!, RecordOrigin.Of(session)));

    private protected override async Task ProcessAsync(string id, CancellationToken cancellationToken)
    {
        var own = await OpenSessionAsync();
        var peering = await new VpcPeeringService(own).GetAsync(id, cancellationToken);
        var notActive = VpcPeeringRules.CheckOptionsState(id, peering.Status?.Code);
        if (notActive is not null && (!WaitActive || !VpcPeeringStates.Table.CanReach(peering.Status!.Code!, VpcPeeringStates.Active)))
            throw new FailureException(Failure.Of(notActive, ErrorKind.WrongState, id));

        var ends = await OpenEndsAsync(peering, own, $"Set-VpcPeeringOption {id} -AllowDnsResolutionFromRemoteVpc{(AllowDnsResolutionFromRemoteVpc ? "" : ":$false")}", cancellationToken);
        var isChanged = false;

        // One account that has both sides in one Region sets them with one call.
        foreach (var group in ends.GroupBy(e => e.Session!))
        {
            var sides = group.Aggregate(StateActor.None, (all, end) => all | (StateActor)(int)end.Side);
            await ForItemAsync(id, () => ChangeAsync(
                Option(
                    id,
                    string.Join(" and ", group),
                    (session, token) => notActive is null
                        ? new VpcPeeringService(session).AskToSetDnsResolutionAsync(id, sides, AllowDnsResolutionFromRemoteVpc, token)
                        : Task.FromResult(DryRunAnswer.OnPlanned),
                    async (session, token) =>
                    {
                        if (notActive is not null)
                            peering = await new VpcPeeringService(own).WaitActiveAsync(id, new(TimeSpan.FromSeconds(TimeoutSeconds), TimeSpan.FromSeconds(Consistency.UsualSeconds)), token);
                        notActive = null;
                        await new VpcPeeringService(session).SetDnsResolutionAsync(peering, sides, AllowDnsResolutionFromRemoteVpc, token);
                        isChanged = true;
                    },
                    group.Key.Region,
                    group.First().PeerProfileName),
                cancellationToken));
        }

        if (isChanged)
            WriteObject(new PeeringTools.VpcPeering(peering, RecordOrigin.Of(own)));
    }

    private Change Option(
        string? id,
        string sides,
        Func<PeeringSession, CancellationToken, Task<DryRunAnswer>> ask,
        Func<PeeringSession, CancellationToken, Task> apply,
        string? region = null,
        string? profileName = null,
        RuleBreak? rule = null,
        Func<PeeringSession, object?>? plan = null) => new()
    {
        Description = $"Turn DNS resolution {(AllowDnsResolutionFromRemoteVpc ? "on" : "off")}",
        Action = "ModifyVpcPeeringConnectionOptions",
        Target = $"{id}, {sides}",
        TargetObject = id ?? "",
        Region = region,
        ProfileName = profileName,
        Rules = [rule],
        Ask = ask,
        Apply = async (session, token) =>
        {
            await apply(session, token);
            return null;
        },
        Plan = plan,
    };
}
