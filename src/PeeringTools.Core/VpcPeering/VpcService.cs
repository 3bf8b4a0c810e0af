using System.Net;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Core.VpcPeering;

/// <summary>The VPCs at the ends of peerings, as one session sees them.</summary>
internal sealed class VpcService(PeeringSession session)
{
    /// <summary>Reads a VPC's blocks and DNS attributes.</summary>
    public async Task<VpcFacts> ReadAsync(string vpcId, CancellationToken cancellationToken)
    {
        // The attributes only once the VPC is known to be there: what is said of one that isn't comes from here.
        var vpc = await DescribeAsync(vpcId, cancellationToken).ConfigureAwait(false);
        var support = session.Ec2.DescribeVpcAttributeAsync(new() { VpcId = vpcId, Attribute = "enableDnsSupport" }, cancellationToken);
        var names = session.Ec2.DescribeVpcAttributeAsync(new() { VpcId = vpcId, Attribute = "enableDnsHostnames" }, cancellationToken);
        await Task.WhenAll(support, names).ConfigureAwait(false);
        return new(vpcId, vpc.OwnerId ?? "", BlocksOf(vpc), (await support.ConfigureAwait(false)).EnableDnsSupport?.Value == true, (await names.ConfigureAwait(false)).EnableDnsHostnames?.Value == true);
    }

    /// <summary>Reads a VPC's blocks alone.</summary>
    public async Task<IReadOnlyList<IPNetwork>> ReadBlocksAsync(string vpcId, CancellationToken cancellationToken) =>
        BlocksOf(await DescribeAsync(vpcId, cancellationToken).ConfigureAwait(false));

    /// <summary>Rules of a VPC's security groups that name a group which is out of reach.</summary>
    public async Task<IReadOnlyList<StaleSecurityGroup>> ReadStaleGroupsAsync(string vpcId, CancellationToken cancellationToken)
    {
        var stale = new List<StaleSecurityGroup>();
        await foreach (var page in session.Ec2.DescribeStaleSecurityGroupsPagesAsync(new() { VpcId = vpcId }, cancellationToken).ConfigureAwait(false))
            stale.AddRange(page.StaleSecurityGroupSet ?? []);
        return stale;
    }

    /// <summary>The blocks that one side of a peering shows; none while AWS hides them.</summary>
    public static IReadOnlyList<IPNetwork> BlocksOf(VpcPeeringConnectionVpcInfo vpc)
    {
        IEnumerable<string?> shown = [.. (vpc.CidrBlockSet ?? []).Select(b => b.Cidr), .. (vpc.Ipv6CidrBlockSet ?? []).Select(b => b.Value), vpc.CidrBlock];
        return Parse(shown);
    }

    private static IReadOnlyList<IPNetwork> BlocksOf(Vpc vpc) => Parse(
    [
        vpc.CidrBlock,
        .. (vpc.CidrBlockAssociationSet ?? []).Where(a => a.CidrBlockState?.State is "associated" or "associating").Select(a => a.CidrBlock),
        .. (vpc.Ipv6CidrBlockAssociationSet ?? []).Where(a => a.Ipv6CidrBlockState?.State is "associated" or "associating").Select(a => a.Ipv6CidrBlock),
    ]);

    private static IReadOnlyList<IPNetwork> Parse(IEnumerable<string?> blocks)
    {
        var parsed = new List<IPNetwork>();
        foreach (var block in blocks)
        {
            if (Cidrs.TryParse(block, out var network) && !parsed.Contains(network))
                parsed.Add(network);
        }

        return parsed;
    }

    private async Task<Vpc> DescribeAsync(string vpcId, CancellationToken cancellationToken)
    {
        var answer = await session.Ec2.DescribeVpcsAsync(new() { VpcIds = [vpcId] }, cancellationToken).ConfigureAwait(false);
        return answer.Vpcs is [var vpc, ..] ? vpc : throw new FailureException(new(
            ErrorKind.NotFound,
            ResourceIds.Form(ResourceKind.Vpc).NotFoundCode!,
            $"There is no VPC {vpcId} in {session.Region} for these credentials.",
            "Check the id, and that the Region and the profile lead to the account it is in.",
            vpcId));
    }
}
