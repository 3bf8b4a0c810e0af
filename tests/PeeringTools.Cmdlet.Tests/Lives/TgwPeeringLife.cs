using System.Xml.Linq;
using PeeringTools.Core.Rules;

namespace PeeringTools.Cmdlet.Tests.Lives;

/// <summary>Peering attachments between transit gateways.</summary>
internal sealed class TgwPeeringLife(PeeringWorld world, Tally tally) : Life(world, tally)
{
    private const string NotFound = "InvalidTransitGatewayAttachmentID.NotFound";
    private const string Nobodys = "tgw-attach-0123456789abcdef0";

    private static readonly Dictionary<string, Move> Moves = new(StringComparer.Ordinal)
    {
        ["accept"] = new("AcceptTransitGatewayPeeringAttachment", "Approve-TgwPeering -ConsistencyTimeoutSeconds 0", ["pending"], ["pending", "available"]),
        ["reject"] = new("RejectTransitGatewayPeeringAttachment", "Deny-TgwPeering -ConsistencyTimeoutSeconds 0 -PassThru -Confirm:$false", ["rejecting"], ["rejecting", "rejected"]),
        ["delete"] = new("DeleteTransitGatewayPeeringAttachment", "Remove-TgwPeering -PassThru -Confirm:$false", ["deleting"], ["deleting", "deleted", "rejecting", "rejected", "failing", "failed"]),
    };

    private Dictionary<string, string> _seen = new(StringComparer.Ordinal);

    protected override StateTable States => TgwPeeringStates.Table;

    protected override IReadOnlyList<string> Actions { get; } = ["CreateTransitGatewayPeeringAttachment", .. Moves.Values.Select(m => m.Action)];

    protected override Action Do(Step step) => step.Act switch
    {
        Act.Create or Act.CreateMore or Act.OptionMore => Create(step),
        Act.Accept or Act.AcceptMore => Change("accept", step),
        Act.Reject or Act.Option => Change("reject", step),
        _ => Change("delete", step),
    };

    protected override string? StateOf(string id) => _seen.GetValueOrDefault(id);

    protected override async Task LookAsync(Place reader)
    {
        var before = _seen;
        _seen = new(StringComparer.Ordinal);
        foreach (var place in World.Places)
        {
            var shown = (await World.AskAsync(place, "DescribeTransitGatewayPeeringAttachments", ReadAll)).ToList();
            foreach (var (id, state) in shown)
            {
                CheckState(before.GetValueOrDefault(id), StateOf(id), state);
                _seen[id] = state;
            }

            if (place != reader)
                continue;
            CheckGet(World.Run($"Get-TgwPeering {place.Parameters}"), shown.Where(p => !States.IsEnded(p.State)));
            CheckGet(World.Run($"Get-TgwPeering {place.Parameters} -IncludeEnded"), shown);
        }
    }

    private static IEnumerable<(string Id, string State)> ReadAll(XElement answer) => answer.Elements().Single(e => e.Name.LocalName == "transitGatewayPeeringAttachments").Elements()
        .Select(item => (item.Elements().Single(e => e.Name.LocalName == "transitGatewayAttachmentId").Value, item.Elements().Single(e => e.Name.LocalName == "state").Value));

    private Action Create(Step step)
    {
        var before = _seen;
        var (from, to) = (World.Gateways[step.What % World.Gateways.Count], World.Gateways[step.How % World.Gateways.Count]);
        var place = step.Who % 4 == 0 ? World.Places[step.Who / 4 % World.Places.Count] : from.Place;

        // Now and then the other gateway is looked for in a wrong Region, and the request fails.
        var region = step.Who % 16 == 5 ? "us-east-1" : to.Place.Region;
        var run = World.Run($"New-TgwPeering {from.Id} {to.Id} -PeerAccountId {to.Place.Account} -PeerRegion {region} {place.Parameters}");
        Made.AddRange(run.Written.Select(p => (p.Id, place, to.Place)));
        return CheckCreate(run, from.Id, "initiatingRequest", "TgwPeeringSameGateway", () => [.. _seen.Where(p => !before.ContainsKey(p.Key)).Select(p => (p.Key, p.Value))]);
    }

    private Action Change(string name, Step step)
    {
        var move = Moves[name];
        var ready = (step.How / 16 % 4) switch { 0 => move.NothingToDo[1], 1 => "available", _ => "pendingAcceptance" };
        var (id, place, from) = Choose(step, toAccept: name != "delete", ready, Nobodys);
        var line = (step.How / 4 % 4) switch
        {
            0 => $"{move.Command} {id} {place.Parameters}",
            1 => $"'{id}' | {move.Command} {place.Parameters}",
            2 => $"Get-TgwPeering {id} {place.Parameters} | {move.Command}",
            _ => $"Get-TgwPeering {id} {from.Parameters} | {move.Command} -ProfileName {place.ProfileName}",
        };
        var past = StateOf(id);
        return CheckMove(World.Run(line), name, id, place, past, move, NotFound);
    }
}
