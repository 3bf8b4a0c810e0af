using System.Globalization;
using System.Net;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.VpcPeering;

/// <summary>Why traffic would not flow over a peering, told from what was read of it and of its sides.</summary>
internal static class PeeringDiagnosis
{
    /// <summary>All findings, the gravest first.</summary>
    /// <param name="peering">The peering.</param>
    /// <param name="sides">Requester and accepter.</param>
    /// <param name="now">The time that AWS goes by.</param>
    public static IReadOnlyList<PeeringFinding> Find(VpcPeeringConnection peering, IReadOnlyList<PeeringSideFacts> sides, DateTimeOffset now)
    {
        PeeringSideFacts requester = sides[0], accepter = sides[1];
        IEnumerable<PeeringFinding> found =
        [
            .. Status(peering, requester, accepter, now),
            .. Overlap(requester, accepter),
            .. Side(peering, requester, accepter),
            .. Side(peering, accepter, requester),
        ];
        return [.. found.OrderByDescending(f => f.Severity)];
    }

    private static IEnumerable<PeeringFinding> Side(VpcPeeringConnection peering, PeeringSideFacts side, PeeringSideFacts other) =>
        side.IsReachable ? [.. Routes(peering, side, other), .. Dns(peering, side), .. StaleGroups(side)] : [NotChecked(peering, side)];

    private static IEnumerable<PeeringFinding> Status(VpcPeeringConnection peering, PeeringSideFacts requester, PeeringSideFacts accepter, DateTimeOffset now)
    {
        var id = peering.VpcPeeringConnectionId!;
        var state = peering.Status?.Code;
        if (state == VpcPeeringStates.Active)
            yield break;

        var phase = VpcPeeringStates.Gone.Contains(state, StringComparer.OrdinalIgnoreCase) ? StatePhase.Ended : VpcPeeringStates.Table.Phase(state);
        var (severity, text, fix) = phase switch
        {
            StatePhase.Waiting => (
                FindingSeverity.Error,
                $"It waits to be accepted by account {accepter.Info.OwnerId}{Expiry(peering.ExpirationTime, now)}.",
                $"Approve-VpcPeering {id} {accepter.Where}"),
            StatePhase.Moving => (FindingSeverity.Warning, $"It is {state}: AWS is still at work on it.", $"Wait-VpcPeering {id} {requester.Where}"),
            _ => (
                FindingSeverity.Error,
                $"It is {state} and carries nothing{(string.IsNullOrEmpty(peering.Status?.Message) ? "" : $": {peering.Status.Message}")}.",
                $"New-VpcPeering {requester.VpcId} {accepter.VpcId} -PeerOwnerId {accepter.Info.OwnerId} -PeerRegion {accepter.Info.Region} {requester.Where}"),
        };
        yield return new("NotActive", severity, StateActor.Either, id, text, fix);
    }

    private static string Expiry(DateTime? expires, DateTimeOffset now) => expires is { } time
        ? string.Create(CultureInfo.InvariantCulture, $", and expires in {Math.Max(0, (time.ToUniversalTime() - now.UtcDateTime).TotalHours):0.#} hours")
        : "";

    private static IEnumerable<PeeringFinding> Overlap(PeeringSideFacts requester, PeeringSideFacts accepter)
    {
        foreach (var one in requester.Blocks)
        {
            foreach (var other in accepter.Blocks.Where(b => Cidrs.Overlaps(one, b)))
            {
                yield return new(
                    "BlocksOverlap",
                    FindingSeverity.Error,
                    StateActor.Either,
                    $"{requester.VpcId}, {accepter.VpcId}",
                    $"{one} of {requester.VpcId} overlaps {other} of {accepter.VpcId}: a peering can't carry addresses that both have.",
                    $"Unregister-EC2VpcCidrBlock -AssociationId <association of {one}> {requester.Where}");
            }
        }
    }

    private static IEnumerable<PeeringFinding> Routes(VpcPeeringConnection peering, PeeringSideFacts side, PeeringSideFacts other)
    {
        var id = peering.VpcPeeringConnectionId!;
        var isEnded = VpcPeeringStates.Gone.Contains(peering.Status?.Code, StringComparer.OrdinalIgnoreCase);
        foreach (var table in (side.Tables ?? []).Where(t => t.Associations?.Exists(a => a.GatewayId is not null) != true))
        {
            foreach (var route in (table.Routes ?? []).Where(r => r.State == "blackhole" && VpcPeeringRouteRules.LeadsTo(RouteTargets.TargetOf(r), id)))
            {
                var destination = RouteTargets.DestinationOf(route);
                yield return new(
                    "RouteBlackhole",
                    isEnded ? FindingSeverity.Error : FindingSeverity.Warning,
                    side.Side,
                    table.RouteTableId!,
                    $"Its route to {destination} is a blackhole: {id} is {peering.Status?.Code}.",
                    isEnded ? $"Remove-VpcPeeringRoute {id} -RouteTableId {table.RouteTableId} -Destination {destination} {side.Where}" : $"Test-VpcPeering {id} {side.Where}");
            }

            if (!isEnded)
            {
                foreach (var finding in other.Blocks.SelectMany(block => RoutesTo(block, id, table, side)))
                    yield return finding;
            }
        }
    }

    private static IEnumerable<PeeringFinding> RoutesTo(IPNetwork block, string id, RouteTable table, PeeringSideFacts side)
    {
        var routes = table.Routes ?? [];
        var add = $"Add-VpcPeeringRoute {id} -RouteTableId {table.RouteTableId} -Side {side.Side} {side.Where}";

        // The longest route that covers the block decides; longer ones inside it take a part of it away.
        var way = routes.Where(r => VpcPeeringRouteRules.Covers(RouteTargets.DestinationOf(r), block)).MaxBy(r => Length(RouteTargets.DestinationOf(r)));
        var target = way is null ? null : RouteTargets.TargetOf(way);
        if (!VpcPeeringRouteRules.LeadsTo(target, id))
        {
            var isTaken = way is not null && VpcPeeringRouteRules.SameDestination(RouteTargets.DestinationOf(way), block.ToString());
            var instead = way is null ? "" : $" It sends them to {target ?? "another target"}{(way.State == "blackhole" ? ", a blackhole" : "")} by its route to {RouteTargets.DestinationOf(way)}.";
            yield return new(
                isTaken ? "RouteElsewhere" : "RouteMissing",
                IsUsed(table) ? FindingSeverity.Error : FindingSeverity.Information,
                side.Side,
                table.RouteTableId!,
                $"Its packets to {block} don't take {id}.{instead}{(IsUsed(table) ? "" : " No subnet uses the table.")}",
                isTaken ? add + " -Force" : add);
        }

        foreach (var part in routes.Where(r => VpcPeeringRouteRules.Shadows(RouteTargets.DestinationOf(r), block) && !VpcPeeringRouteRules.LeadsTo(RouteTargets.TargetOf(r), id)))
        {
            var destination = RouteTargets.DestinationOf(part);
            yield return new(
                "RouteShadowed",
                FindingSeverity.Warning,
                side.Side,
                table.RouteTableId!,
                $"Its packets to {destination}, a part of {block}, go to {RouteTargets.TargetOf(part) ?? "another target"} instead of {id}.",
                $"Remove-EC2Route -RouteTableId {table.RouteTableId} {(part.DestinationIpv6CidrBlock is null ? "-DestinationCidrBlock" : "-DestinationIpv6CidrBlock")} {destination} {side.Where}");
        }
    }

    private static bool IsUsed(RouteTable table) => table.Associations?.Exists(a => a.Main == true || a.SubnetId is not null) == true;

    private static int Length(string? destination) => Cidrs.TryParse(destination, out var network) ? network.PrefixLength : -1;

    private static IEnumerable<PeeringFinding> Dns(VpcPeeringConnection peering, PeeringSideFacts side)
    {
        if (side.Vpc is { } vpc && VpcPeeringRules.CheckDnsAttributes(vpc.VpcId, vpc.HasDnsSupport, vpc.HasDnsHostnames) is { } off)
        {
            var attributes = (vpc.HasDnsSupport ? "" : " -EnableDnsSupport $true") + (vpc.HasDnsHostnames ? "" : " -EnableDnsHostnames $true");
            yield return new("DnsAttributesOff", FindingSeverity.Warning, side.Side, vpc.VpcId, off.Message, $"Edit-EC2VpcAttribute -VpcId {vpc.VpcId}{attributes} {side.Where}");
        }

        if (peering.Status?.Code == VpcPeeringStates.Active && side.Info.PeeringOptions?.AllowDnsResolutionFromRemoteVpc != true)
        {
            yield return new(
                "DnsResolutionOff",
                FindingSeverity.Information,
                side.Side,
                side.VpcId,
                $"The other side's queries for public DNS names of {side.VpcId} get public addresses, so that traffic doesn't take the peering.",
                $"Set-VpcPeeringOption {peering.VpcPeeringConnectionId} -AllowDnsResolutionFromRemoteVpc -Side {side.Side} {side.Where}");
        }
    }

    private static IEnumerable<PeeringFinding> StaleGroups(PeeringSideFacts side)
    {
        foreach (var group in side.StaleGroups ?? [])
        {
            foreach (var (direction, permission) in Permissions(group))
            {
                foreach (var pair in permission.UserIdGroupPairs ?? [])
                {
                    yield return new(
                        "SecurityGroupStale",
                        FindingSeverity.Warning,
                        side.Side,
                        group.GroupId!,
                        $"Its {direction.ToLowerInvariant()} rule for {Ports(permission)} names {pair.GroupId} of VPC {pair.VpcId}, "
                        + $"which is not reached any more{(pair.VpcPeeringConnectionId is null ? "" : $" ({pair.VpcPeeringConnectionId} is {pair.PeeringStatus ?? "gone"})")}.",
                        $"Revoke-EC2SecurityGroup{direction} -GroupId {group.GroupId} -IpPermission @{{ IpProtocol = '{permission.IpProtocol}'{Range(permission)}; "
                        + $"UserIdGroupPairs = @{{ GroupId = '{pair.GroupId}'; UserId = '{pair.UserId}' }} }} {side.Where}");
                }
            }
        }
    }

    private static IEnumerable<(string Direction, StaleIpPermission Permission)> Permissions(StaleSecurityGroup group) =>
    [
        .. (group.StaleIpPermissions ?? []).Select(p => ("Ingress", p)),
        .. (group.StaleIpPermissionsEgress ?? []).Select(p => ("Egress", p)),
    ];

    private static string Ports(StaleIpPermission permission) => permission.IpProtocol == "-1" ? "all traffic" : $"{permission.IpProtocol} {permission.FromPort}-{permission.ToPort}";

    private static string Range(StaleIpPermission permission) => permission.FromPort is null ? "" : $"; FromPort = {permission.FromPort}; ToPort = {permission.ToPort}";

    private static PeeringFinding NotChecked(VpcPeeringConnection peering, PeeringSideFacts side) => new(
        "SideNotChecked",
        FindingSeverity.Information,
        side.Side,
        side.VpcId,
        $"Its route tables, DNS attributes and security groups weren't looked at: no credentials of account {side.Info.OwnerId} were given.",
        $"Test-VpcPeering {peering.VpcPeeringConnectionId} -PeerProfileName <profile of {side.Info.OwnerId}>");
}
