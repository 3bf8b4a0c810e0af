using System.Globalization;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>Security groups and the rules that lead from one to another across a peering.</summary>
internal static class SecurityGroups
{
    private static readonly Filters<SecurityGroupRecord> Known = Rules(Rules(new Filters<SecurityGroupRecord>(group => group.Id)
        .One("description", (_, group) => group.Shape.Description)
        .One("group-id", (_, group) => group.Id)
        .One("group-name", (_, group) => group.Shape.GroupName)
        .One("owner-id", (_, group) => group.Account)
        .One("vpc-id", (_, group) => group.VpcId), "ip-permission.", group => group.IpPermissions), "egress.ip-permission.", group => group.IpPermissionsEgress);

    /// <summary>Adds these operations.</summary>
    public static Operations OnSecurityGroups(this Operations operations) => operations
        .On<DescribeSecurityGroupsRequest, DescribeSecurityGroupsResponse>(Describe)
        .On<DescribeSecurityGroupReferencesRequest, DescribeSecurityGroupReferencesResponse>(DescribeReferences)
        .On<DescribeStaleSecurityGroupsRequest, DescribeStaleSecurityGroupsResponse>(DescribeStale);

    private static Filters<SecurityGroupRecord> Rules(Filters<SecurityGroupRecord> filters, string prefix, Func<SecurityGroup, List<IpPermission>?> rules)
    {
        Func<Call, SecurityGroupRecord, IEnumerable<string?>> Each(Func<IpPermission, IEnumerable<string?>> values) => (_, group) => (rules(group.Shape) ?? []).SelectMany(values);
        return filters
            .Any(prefix + "cidr", Each(rule => (rule.IpRanges ?? []).Select(range => range.CidrIp)))
            .Any(prefix + "from-port", Each(rule => [rule.FromPort?.ToString(CultureInfo.InvariantCulture)]))
            .Any(prefix + "group-id", Each(rule => (rule.UserIdGroupPairs ?? []).Select(pair => pair.GroupId)))
            .Any(prefix + "group-name", Each(rule => (rule.UserIdGroupPairs ?? []).Select(pair => pair.GroupName)))
            .Any(prefix + "ipv6-cidr", Each(rule => (rule.Ipv6Ranges ?? []).Select(range => range.CidrIpv6)))
            .Any(prefix + "prefix-list-id", Each(rule => (rule.PrefixListIds ?? []).Select(list => list.Id)))
            .Any(prefix + "protocol", Each(rule => [rule.IpProtocol]))
            .Any(prefix + "to-port", Each(rule => [rule.ToPort?.ToString(CultureInfo.InvariantCulture)]))
            .Any(prefix + "user-id", Each(rule => (rule.UserIdGroupPairs ?? []).Select(pair => pair.UserId)));
    }

    private static DescribeSecurityGroupsResponse Describe(Call call, DescribeSecurityGroupsRequest request)
    {
        var filters = request.Filters ?? [];
        if (request.GroupNames is { Count: > 0 } names)
        {
            foreach (var name in names)
            {
                if (!call.Network.SecurityGroups.In(call.Place).Exists(group => group.Shape.GroupName == name))
                    throw new ServiceException("InvalidGroup.NotFound", $"The security group '{name}' does not exist");
            }
            filters = [.. filters, new Filter { Name = "group-name", Values = names }];
        }
        var page = Lookup.Page(call, call.Network.SecurityGroups, ResourceKind.SecurityGroup, request.GroupIds, filters, Known, request.MaxResults, request.NextToken);
        return new DescribeSecurityGroupsResponse
        {
            SecurityGroups = page.Items.ConvertAll(group =>
            {
                group.Shape.Tags = Tagging.Of(call, group.Id);
                return group.Shape;
            }),
            NextToken = page.NextToken,
        };
    }

    // Which VPCs at the other end of a peering refer to these groups in their rules.
    private static DescribeSecurityGroupReferencesResponse DescribeReferences(Call call, DescribeSecurityGroupReferencesRequest request)
    {
        var references = new List<SecurityGroupReference>();
        foreach (var id in request.GroupId is { Count: > 0 } ids ? ids : throw Lookup.Missing("groupId"))
        {
            var group = Lookup.Get(call, call.Network.SecurityGroups, ResourceKind.SecurityGroup, id, "groupId");
            foreach (var other in call.Network.SecurityGroups.All.Where(other => other.VpcId != group.VpcId && Pairs(other.Shape).Any(pair => pair.GroupId == id)))
            {
                var peering = PeeringBetween(call, group.VpcId, other.VpcId);
                if (peering is not null && !references.Exists(known => known.GroupId == id && known.ReferencingVpcId == other.VpcId))
                    references.Add(new SecurityGroupReference { GroupId = id, ReferencingVpcId = other.VpcId, VpcPeeringConnectionId = peering.Id });
            }
        }
        return new DescribeSecurityGroupReferencesResponse { SecurityGroupReferenceSet = references };
    }

    // A rule is stale where it names a group in a VPC that is no longer peered, or a group that is gone.
    private static DescribeStaleSecurityGroupsResponse DescribeStale(Call call, DescribeStaleSecurityGroupsRequest request)
    {
        var vpc = Vpcs.Get(call, request.VpcId);
        var stale = call.Network.SecurityGroups.In(call.Place).Where(group => group.VpcId == vpc.Id)
            .Select(group => new StaleSecurityGroup
            {
                GroupId = group.Id,
                GroupName = group.Shape.GroupName,
                Description = group.Shape.Description,
                VpcId = vpc.Id,
                StaleIpPermissions = Stale(call, vpc, group.Shape.IpPermissions),
                StaleIpPermissionsEgress = Stale(call, vpc, group.Shape.IpPermissionsEgress),
            })
            .Where(group => group.StaleIpPermissions!.Count + group.StaleIpPermissionsEgress!.Count > 0);
        var page = Paging.OfList(call, stale, Paging.Ec2Size(request.MaxResults), request.NextToken);
        return new DescribeStaleSecurityGroupsResponse { StaleSecurityGroupSet = page.Items, NextToken = page.NextToken };
    }

    private static List<StaleIpPermission> Stale(Call call, VpcRecord vpc, List<IpPermission>? rules) =>
    [
        .. (rules ?? [])
            .Select(rule => (Rule: rule, Pairs: (rule.UserIdGroupPairs ?? []).FindAll(pair => IsStale(call, vpc, pair))))
            .Where(found => found.Pairs.Count > 0)
            .Select(found => new StaleIpPermission
            {
                IpProtocol = found.Rule.IpProtocol,
                FromPort = found.Rule.FromPort,
                ToPort = found.Rule.ToPort,
                IpRanges = [],
                PrefixListIds = [],
                UserIdGroupPairs = found.Pairs,
            }),
    ];

    private static bool IsStale(Call call, VpcRecord vpc, UserIdGroupPair pair)
    {
        var farVpc = call.Network.SecurityGroups.TryGet(pair.GroupId, out var far) ? far.VpcId : pair.VpcId;
        if (farVpc is null)
            return pair.VpcPeeringConnectionId is not null;
        return farVpc != vpc.Id && (far is null || PeeringBetween(call, vpc.Id, farVpc) is null);
    }

    private static VpcPeeringRecord? PeeringBetween(Call call, string vpcId, string farVpcId) => call.Network.VpcPeerings.All.FirstOrDefault(peering =>
        VpcPeerings.IsBetween(peering, vpcId) && VpcPeerings.IsBetween(peering, farVpcId)
        && peering.Requester.Region == peering.Accepter.Region && peering.StateAt(call.Now) == VpcPeeringStates.Active);

    private static IEnumerable<UserIdGroupPair> Pairs(SecurityGroup group) =>
        (group.IpPermissions ?? []).Concat(group.IpPermissionsEgress ?? []).SelectMany(rule => rule.UserIdGroupPairs ?? []);
}
