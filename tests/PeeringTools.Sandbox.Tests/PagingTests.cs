using PeeringTools.Aws.EC2.Model;

namespace PeeringTools.Sandbox.Tests;

public sealed class PagingTests : IDisposable
{
    private readonly Rig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Pages_neither_repeat_nor_skip_when_others_come_and_go()
    {
        var made = new List<string>();
        for (var i = 0; i < 12; i++)
            made.Add((await _rig.Vpc($"10.{i}.0.0/16")).VpcId!);
        var ec2 = _rig.Ec2();
        var first = await ec2.DescribeVpcsAsync(new DescribeVpcsRequest { MaxResults = 5 });
        Assert.Equal(made[..5], first.Vpcs!.Select(vpc => vpc.VpcId));
        await ec2.DeleteVpcAsync(new DeleteVpcRequest { VpcId = made[4] });
        await ec2.DeleteVpcAsync(new DeleteVpcRequest { VpcId = made[1] });
        var late = (await _rig.Vpc("10.200.0.0/16")).VpcId!;
        var rest = new List<string?>();
        for (var token = first.NextToken; token is not null;)
        {
            var page = await ec2.DescribeVpcsAsync(new DescribeVpcsRequest { MaxResults = 5, NextToken = token });
            rest.AddRange(page.Vpcs!.Select(vpc => vpc.VpcId));
            token = page.NextToken;
        }
        Assert.Equal([.. made[5..], late], rest);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(1001)]
    public async Task Sizes_outside_5_to_1000_are_refused(int size) =>
        Assert.Equal("InvalidParameterValue", await Rig.Refused(_rig.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest { MaxResults = size })));

    [Fact]
    public async Task A_token_is_good_for_its_own_operation_account_and_Region_only()
    {
        for (var i = 0; i < 6; i++)
            await _rig.Vpc($"10.{i}.0.0/16");
        var token = (await _rig.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest { MaxResults = 5 })).NextToken;
        Assert.NotNull(token);
        Assert.Equal("InvalidPaginationToken", await Rig.Refused(_rig.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest { NextToken = "made-up" })));
        Assert.Equal("InvalidPaginationToken", await Rig.Refused(_rig.Ec2().DescribeSubnetsAsync(new DescribeSubnetsRequest { NextToken = token })));
        Assert.Equal("InvalidPaginationToken", await Rig.Refused(_rig.Ec2(Rig.Two).DescribeVpcsAsync(new DescribeVpcsRequest { NextToken = token })));
        Assert.Equal("InvalidPaginationToken", await Rig.Refused(_rig.Ec2(Rig.One, Rig.Virginia).DescribeVpcsAsync(new DescribeVpcsRequest { NextToken = token })));
    }

    [Fact]
    public async Task A_page_that_ends_the_list_has_no_token()
    {
        for (var i = 0; i < 5; i++)
            await _rig.Vpc($"10.{i}.0.0/16");
        Assert.Null((await _rig.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest { MaxResults = 5 })).NextToken);
    }
}
