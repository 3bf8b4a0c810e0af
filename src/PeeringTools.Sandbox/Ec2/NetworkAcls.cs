using System.Globalization;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>Network ACLs.</summary>
internal static class NetworkAcls
{
    private static readonly Filters<NetworkAclRecord> Known = new Filters<NetworkAclRecord>(acl => acl.Id)
        .Any("association.association-id", (call, acl) => Uses(call, acl).Select(use => use.NetworkAclAssociationId))
        .Any("association.network-acl-id", (call, acl) => Uses(call, acl).Select(use => use.NetworkAclId))
        .Any("association.subnet-id", (call, acl) => Uses(call, acl).Select(use => use.SubnetId))
        .One("default", (_, acl) => acl.Shape.IsDefault == true ? "true" : "false")
        .Any("entry.cidr", Entries(entry => entry.CidrBlock))
        .Any("entry.icmp.code", Entries(entry => entry.IcmpTypeCode?.Code?.ToString(CultureInfo.InvariantCulture)))
        .Any("entry.icmp.type", Entries(entry => entry.IcmpTypeCode?.Type?.ToString(CultureInfo.InvariantCulture)))
        .Any("entry.ipv6-cidr", Entries(entry => entry.Ipv6CidrBlock))
        .Any("entry.port-range.from", Entries(entry => entry.PortRange?.From?.ToString(CultureInfo.InvariantCulture)))
        .Any("entry.port-range.to", Entries(entry => entry.PortRange?.To?.ToString(CultureInfo.InvariantCulture)))
        .Any("entry.protocol", Entries(entry => entry.Protocol))
        .Any("entry.rule-action", Entries(entry => entry.RuleAction))
        .Any("entry.egress", Entries(entry => entry.Egress == true ? "true" : "false"))
        .Any("entry.rule-number", Entries(entry => entry.RuleNumber?.ToString(CultureInfo.InvariantCulture)))
        .One("network-acl-id", (_, acl) => acl.Id)
        .One("owner-id", (_, acl) => acl.Account)
        .One("vpc-id", (_, acl) => acl.VpcId);

    /// <summary>Adds this operation.</summary>
    public static Operations OnNetworkAcls(this Operations operations) => operations.On<DescribeNetworkAclsRequest, DescribeNetworkAclsResponse>(Describe);

    private static DescribeNetworkAclsResponse Describe(Call call, DescribeNetworkAclsRequest request)
    {
        var page = Lookup.Page(call, call.Network.NetworkAcls, ResourceKind.NetworkAcl, request.NetworkAclIds, request.Filters, Known, request.MaxResults, request.NextToken);
        return new DescribeNetworkAclsResponse { NetworkAcls = page.Items.ConvertAll(acl => Shape(call, acl)), NextToken = page.NextToken };
    }

    private static Func<Call, NetworkAclRecord, IEnumerable<string?>> Entries(Func<NetworkAclEntry, string?> value) => (_, acl) => (acl.Shape.Entries ?? []).Select(value);

    // A subnet that no ACL names has the VPC's default one.
    private static List<NetworkAclAssociation> Uses(Call call, NetworkAclRecord acl)
    {
        var uses = new List<NetworkAclAssociation>(acl.Shape.Associations ?? []);
        if (acl.Shape.IsDefault != true)
            return uses;
        var named = call.Network.NetworkAcls.In(call.Place).SelectMany(other => other.Shape.Associations ?? []).Select(use => use.SubnetId).ToHashSet(StringComparer.Ordinal);
        foreach (var subnet in call.Network.Subnets.In(call.Place).Where(subnet => subnet.VpcId == acl.VpcId && !named.Contains(subnet.Id)))
            uses.Add(new NetworkAclAssociation { NetworkAclAssociationId = NewIds.Derived("aclassoc-", subnet.Id), NetworkAclId = acl.Id, SubnetId = subnet.Id });
        return uses;
    }

    private static NetworkAcl Shape(Call call, NetworkAclRecord acl) => new()
    {
        NetworkAclId = acl.Id,
        VpcId = acl.VpcId,
        OwnerId = acl.Account,
        IsDefault = acl.Shape.IsDefault,
        Entries = acl.Shape.Entries,
        Associations = Uses(call, acl),
        Tags = Tagging.Of(call, acl.Id),
    };
}
