using System.Management.Automation;
using PeeringTools.Core.Rules;
using PeeringTools.Core.VpcPeering;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>Accepts requests for VPC peering (EC2 AcceptVpcPeeringConnection), in the accepter's Region and with the accepter's credentials.</summary>
[Cmdlet(VerbsLifecycle.Approve, "VpcPeering", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(PeeringTools.VpcPeering), typeof(DryRunResult))]
public sealed class ApproveVpcPeeringCommand : PeeringAnswerCmdlet
{
    private protected override Change Answer(string id, string target, string? region, RuleBreak?[] rules)
    {
        PeeringTools.VpcPeering? asked = null;
        var accepted = new PeeringAnswer(id, "accepted", PeerOwnerId);
        return new()
        {
            Description = "Accept VPC peering",
            Action = "AcceptVpcPeeringConnection",
            Target = target,
            TargetObject = id,
            Region = region,
            Answer = accepted,
            Rules = rules,
            Ask = async (session, token) =>
            {
                var service = new VpcPeeringService(session);
                var answer = await GiveAsync(accepted, service.Accept(id), session, accept => accept.AskAsync(ConsistencyLimit, token), token);
                if (answer.Refusal is null && await service.FindAsync(id, token) is { } peering)
                    asked = new(peering, RecordOrigin.Of(session));
                return answer;
            },
            Apply = async (session, token) =>
            {
                var settled = await GiveAsync(accepted, new VpcPeeringService(session).Accept(id), session, accept => accept.MakeAsync(ConsistencyLimit, token), token);
                TellWhereDone(settled, id, "accept");
                return new PeeringTools.VpcPeering(settled.Resource!, RecordOrigin.Of(session));
            },
            Plan = session => PlannedPeerings.Accepted(id, asked, session),
        };
    }
}
