using System.Net;
using PeeringTools.Aws.EC2;
using PeeringTools.Aws.EC2.Model;

namespace PeeringTools.Sandbox.Tests;

public sealed class DryRunTests : IDisposable
{
    private readonly Rig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Permitted_is_told_by_412_and_nothing_is_made()
    {
        var permitted = await Assert.ThrowsAsync<AmazonEC2Exception>(() => _rig.Ec2().CreateVpcAsync(new CreateVpcRequest { CidrBlock = "10.0.0.0/16", DryRun = true }));
        Assert.Equal(("DryRunOperation", HttpStatusCode.PreconditionFailed), (permitted.ErrorCode, permitted.StatusCode));
        Assert.False(string.IsNullOrEmpty(permitted.RequestId));
        Assert.Empty((await _rig.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest())).Vpcs!);
    }

    [Fact]
    public async Task Denied_is_told_by_403_with_and_without_a_dry_run()
    {
        _rig.Sandbox.Configure(settings => settings.Denied.Add(new Denial(Rig.One, "ec2:CreateVpc")));
        foreach (var dryRun in new[] { true, false })
        {
            var denied = await Assert.ThrowsAsync<AmazonEC2Exception>(() => _rig.Ec2().CreateVpcAsync(new CreateVpcRequest { CidrBlock = "10.0.0.0/16", DryRun = dryRun }));
            Assert.Equal(("UnauthorizedOperation", HttpStatusCode.Forbidden), (denied.ErrorCode, denied.StatusCode));
        }
        await _rig.Vpc("10.0.0.0/16", Rig.Two);
    }

    [Fact]
    public async Task Validation_comes_before_both()
    {
        _rig.Sandbox.Configure(settings => settings.Denied.Add(new Denial("*", "ec2:*")));
        Assert.Equal("InvalidVpc.Range", await Rig.Refused(_rig.Ec2().CreateVpcAsync(new CreateVpcRequest { CidrBlock = "10.0.0.0/8", DryRun = true })));
    }

    [Fact]
    public async Task A_denial_may_name_one_resource()
    {
        var (kept, other) = (await _rig.Vpc("10.0.0.0/16"), await _rig.Vpc("10.1.0.0/16"));
        _rig.Sandbox.Configure(settings => settings.Denied.Add(new Denial("*", "ec2:Delete*", kept.VpcId)));
        Assert.Equal("UnauthorizedOperation", await Rig.Refused(_rig.Ec2().DeleteVpcAsync(new DeleteVpcRequest { VpcId = kept.VpcId })));
        await _rig.Ec2().DeleteVpcAsync(new DeleteVpcRequest { VpcId = other.VpcId });
    }

    [Fact]
    public async Task Direct_Connect_and_GameLift_deny_in_their_own_words()
    {
        _rig.Sandbox.Configure(settings =>
        {
            settings.Denied.Add(new Denial("*", "directconnect:*"));
            settings.Denied.Add(new Denial("*", "gamelift:ListFleets"));
        });
        Assert.Equal("AccessDeniedException", await Rig.Refused(_rig.DirectConnect().DescribeConnectionsAsync(new Aws.DirectConnect.Model.DescribeConnectionsRequest())));
        Assert.Equal("UnauthorizedException", await Rig.Refused(_rig.GameLift().ListFleetsAsync(new Aws.GameLift.Model.ListFleetsRequest())));
    }

    [Fact]
    public async Task Reads_can_be_tried_too() =>
        Assert.Equal("DryRunOperation", await Rig.Refused(_rig.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest { DryRun = true })));
}
