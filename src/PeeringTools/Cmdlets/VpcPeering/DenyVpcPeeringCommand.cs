using System.Management.Automation;
using PeeringTools.Core.Rules;
using PeeringTools.Core.VpcPeering;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>Rejects requests for VPC peering (EC2 RejectVpcPeeringConnection), in the accepter's Region and with the accepter's credentials. A rejected request can't be accepted any more.</summary>
[Cmdlet(VerbsLifecycle.Deny, "VpcPeering", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(PeeringTools.VpcPeering), typeof(DryRunResult))]
public sealed class DenyVpcPeeringCommand : PeeringAnswerCmdlet
{
    /// <summary>Emit the peering as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override Change Answer(string id, string target, string? region, RuleBreak?[] rules)
    {
        var rejected = new PeeringAnswer(id, "rejected", PeerOwnerId);
        return new()
        {
            Description = "Reject VPC peering",
            Action = "RejectVpcPeeringConnection",
            Target = target,
            TargetObject = id,
            Region = region,
            Answer = rejected,
            Rules = rules,
            Ask = (session, token) => GiveAsync(rejected, new VpcPeeringService(session).Reject(id), session, reject => reject.AskAsync(ConsistencyLimit, token), token),
            Apply = async (session, token) =>
            {
                var service = new VpcPeeringService(session);
                var settled = await GiveAsync(rejected, service.Reject(id), session, reject => reject.MakeAsync(ConsistencyLimit, token), token);
                TellWhereDone(settled, id, "reject");
                return PassThru && (settled.Resource ?? await service.FindAsync(id, token)) is { } peering ? new PeeringTools.VpcPeering(peering, RecordOrigin.Of(session)) : null;
            },
        };
    }
}
