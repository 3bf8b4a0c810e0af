using PeeringTools.Aws.EC2.Model;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>What AWS makes beside a VPC: the main route table, the default security group, the default network ACL (VPC User Guide, "Create a VPC").</summary>
internal static class VpcDefaults
{
    /// <summary>Makes those that the VPC lacks. Their ids follow from the VPC's, so that a folder loaded twice gives one network.</summary>
    public static void Add(Network network, VpcRecord vpc, DateTimeOffset now)
    {
        if (!network.RouteTables.In(vpc.Home).Exists(table => table.VpcId == vpc.Id && table.IsMain))
            AddMainRouteTable(network, vpc, now);
        if (!network.SecurityGroups.In(vpc.Home).Exists(group => group.VpcId == vpc.Id && group.Shape.GroupName == "default"))
            AddSecurityGroup(network, vpc, now);
        if (!network.NetworkAcls.In(vpc.Home).Exists(acl => acl.VpcId == vpc.Id && acl.Shape.IsDefault == true))
            AddNetworkAcl(network, vpc, now);
    }

    /// <summary>The account's DHCP options in a Region.</summary>
    public static string DhcpOptionsOf(Place place) => NewIds.Derived("dopt-", place.ToString());

    private static void AddMainRouteTable(Network network, VpcRecord vpc, DateTimeOffset now) => network.Add(network.RouteTables, new RouteTableRecord
    {
        Id = NewIds.Derived("rtb-", vpc.Id),
        Account = vpc.Account,
        Region = vpc.Region,
        Created = now,
        VpcId = vpc.Id,
        Uses = [new RouteTableUse { Id = NewIds.Derived("rtbassoc-", vpc.Id), Life = Timeline.Start(now, "associated") }],
    });

    private static void AddSecurityGroup(Network network, VpcRecord vpc, DateTimeOffset now)
    {
        var id = NewIds.Derived("sg-", vpc.Id);
        network.Add(network.SecurityGroups, new SecurityGroupRecord
        {
            Id = id,
            Account = vpc.Account,
            Region = vpc.Region,
            Created = now,
            VpcId = vpc.Id,
            Shape = new SecurityGroup
            {
                GroupId = id,
                GroupName = "default",
                Description = "default VPC security group",
                VpcId = vpc.Id,
                OwnerId = vpc.Account,
                SecurityGroupArn = $"arn:{RegionMap.PartitionOf(vpc.Region)}:ec2:{vpc.Region}:{vpc.Account}:security-group/{id}",
                IpPermissions = [new IpPermission { IpProtocol = "-1", UserIdGroupPairs = [new UserIdGroupPair { GroupId = id, UserId = vpc.Account }], IpRanges = [], Ipv6Ranges = [], PrefixListIds = [] }],
                IpPermissionsEgress = [new IpPermission { IpProtocol = "-1", UserIdGroupPairs = [], IpRanges = [new IpRange { CidrIp = "0.0.0.0/0" }], Ipv6Ranges = [], PrefixListIds = [] }],
            },
        });
    }

    private static void AddNetworkAcl(Network network, VpcRecord vpc, DateTimeOffset now)
    {
        var id = NewIds.Derived("acl-", vpc.Id);
        network.Add(network.NetworkAcls, new NetworkAclRecord
        {
            Id = id,
            Account = vpc.Account,
            Region = vpc.Region,
            Created = now,
            VpcId = vpc.Id,
            Shape = new NetworkAcl
            {
                NetworkAclId = id,
                VpcId = vpc.Id,
                OwnerId = vpc.Account,
                IsDefault = true,
                Associations = [],
                Entries = [Entry(true, 100, "allow"), Entry(true, 32767, "deny"), Entry(false, 100, "allow"), Entry(false, 32767, "deny")],
            },
        });
    }

    private static NetworkAclEntry Entry(bool egress, int number, string action) =>
        new() { CidrBlock = "0.0.0.0/0", Egress = egress, Protocol = "-1", RuleAction = action, RuleNumber = number };
}
