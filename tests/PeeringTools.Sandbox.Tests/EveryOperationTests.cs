using PeeringTools.Aws.EC2.Model;
using PeeringTools.Sandbox.Codec;
using PeeringTools.Sandbox.DirectConnect;
using PeeringTools.Sandbox.Ec2;
using PeeringTools.Sandbox.GameLift;

namespace PeeringTools.Sandbox.Tests;

public sealed class EveryOperationTests
{
    [Fact]
    public void Every_operation_of_the_models_has_a_handler()
    {
        Assert.Equal(EC2Service.Operations.Order(StringComparer.Ordinal), Ec2Operations.All.Names.Order(StringComparer.Ordinal));
        Assert.Equal(DirectConnectService.Operations.Order(StringComparer.Ordinal), DirectConnectOperations.All.Names.Order(StringComparer.Ordinal));
        Assert.Equal(GameLiftService.Operations.Order(StringComparer.Ordinal), GameLiftOperations.All.Names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Calls_from_many_threads_leave_the_network_whole()
    {
        using var rig = new Rig();
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), async (i, _) =>
        {
            var vpc = await rig.Vpc($"10.{i}.0.0/16");
            await rig.Ec2().CreateTagsAsync(new CreateTagsRequest { Resources = [vpc.VpcId!], Tags = [new Tag { Key = "n", Value = "1" }] }, CancellationToken.None);
            await rig.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest(), CancellationToken.None);
        });
        var all = (await rig.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest())).Vpcs!;
        Assert.Equal(200, all.Select(vpc => vpc.VpcId).Distinct(StringComparer.Ordinal).Count());
        Assert.All(all, vpc => Assert.Single(vpc.Tags!));
    }

    [Fact]
    public async Task Ten_thousand_peerings_come_in_ten_pages()
    {
        using var folder = new NetworkFolder();
        var peerings = Enumerable.Range(0, 10_000).Select(i =>
            $$$"""{"VpcPeeringConnectionId":"pcx-{{{i:x8}}}","Status":{"Code":"active"},"RequesterVpcInfo":{"OwnerId":"111111111111","VpcId":"vpc-{{{i:x8}}}","CidrBlock":"10.0.0.0/16"},"AccepterVpcInfo":{"OwnerId":"222222222222","VpcId":"vpc-{{{i + 20000:x8}}}","CidrBlock":"10.1.0.0/16"}}""");
        folder.Write($"{Rig.One}/{Rig.Ireland}/p.json", "{\"VpcPeeringConnections\":[" + string.Join(',', peerings) + "]}");
        using var rig = new Rig(Rig.Factory.LoadLocalFolder(folder.Path));
        var (pages, seen) = (0, new HashSet<string?>(StringComparer.Ordinal));
        string? token = null;
        do
        {
            var page = await rig.Ec2().DescribeVpcPeeringConnectionsAsync(new DescribeVpcPeeringConnectionsRequest { MaxResults = 1000, NextToken = token });
            seen.UnionWith(page.VpcPeeringConnections!.Select(peering => peering.VpcPeeringConnectionId));
            token = page.NextToken;
            pages++;
        }
        while (token is not null);
        Assert.Equal((10, 10_000), (pages, seen.Count));
    }
}
