using PeeringTools.Aws.EC2;
using PeeringTools.Aws.EC2.Model;

namespace PeeringTools.Sandbox.Tests;

public sealed class FaultTests : IDisposable
{
    private readonly Rig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task The_nth_call_is_hit_as_often_as_said()
    {
        _rig.Sandbox.Inject(new Fault { Kind = FaultKind.Throttle, Action = "ec2:DescribeVpcs", Nth = 2, Count = 2 });
        var codes = new List<string>();
        for (var i = 0; i < 5; i++)
            codes.Add(await Code(_rig.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest())));
        Assert.Equal(["", "RequestLimitExceeded", "RequestLimitExceeded", "", ""], codes);
    }

    [Fact]
    public async Task An_error_may_have_any_status_and_code()
    {
        _rig.Sandbox.Inject(new Fault { Kind = FaultKind.Error, Action = "Describe*", Count = 1, Status = 503 });
        _rig.Sandbox.Inject(new Fault { Kind = FaultKind.Error, Action = "DescribeSubnets", Count = 1, Status = 400, Code = "OptInRequired" });
        Assert.Equal("Unavailable", await Code(_rig.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest())));
        Assert.Equal("OptInRequired", await Code(_rig.Ec2().DescribeSubnetsAsync(new DescribeSubnetsRequest())));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_connection_is_lost_before_or_after_the_change(bool afterChange, int made)
    {
        _rig.Sandbox.Inject(new Fault { Kind = FaultKind.Drop, Action = "CreateVpc", Count = 1, AfterChange = afterChange });
        await Assert.ThrowsAnyAsync<Exception>(() => _rig.Vpc("10.0.0.0/16"));
        Assert.Equal(made, (await _rig.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest())).Vpcs!.Count);
    }

    [Fact]
    public async Task A_delay_holds_the_answer_back()
    {
        _rig.Sandbox.Inject(new Fault { Kind = FaultKind.Delay, Action = "DescribeVpcs", Seconds = 60 });
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _rig.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest(), stop.Token));
    }

    [Fact]
    public async Task A_fault_may_be_one_accounts()
    {
        _rig.Sandbox.Inject(new Fault { Kind = FaultKind.Throttle, Account = Rig.Two });
        await _rig.Vpc("10.0.0.0/16");
        Assert.Equal("RequestLimitExceeded", await Code(_rig.Vpc("10.0.0.0/16", Rig.Two)));
    }

    [Fact]
    public async Task Buckets_throttle_by_action_and_refill_with_time()
    {
        _rig.Sandbox.Configure(settings => settings.Throttling = true);
        var ec2 = _rig.Ec2();
        for (var i = 0; i < 50; i++)
            await ec2.DeleteTagsAsync(new DeleteTagsRequest { Resources = [await FirstVpc()] });
        Assert.Equal("RequestLimitExceeded", await Code(ec2.DeleteTagsAsync(new DeleteTagsRequest { Resources = [await FirstVpc()] })));
        _rig.Sandbox.StepClock(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 5; i++)
            await ec2.DeleteTagsAsync(new DeleteTagsRequest { Resources = [await FirstVpc()] });
        Assert.Equal("RequestLimitExceeded", await Code(ec2.DeleteTagsAsync(new DeleteTagsRequest { Resources = [await FirstVpc()] })));

        async Task<string> FirstVpc() => _vpc ??= (await _rig.Vpc("10.0.0.0/16")).VpcId!;
    }

    [Fact]
    public async Task A_new_resource_is_not_found_until_it_has_got_around()
    {
        _rig.Sandbox.Configure(settings => settings.ConsistencySeconds = 10);
        var vpc = await _rig.Vpc("10.0.0.0/16");
        Assert.Equal("InvalidVpcID.NotFound", await Code(_rig.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest { VpcIds = [vpc.VpcId!] })));
        _rig.Sandbox.StepClock(TimeSpan.FromSeconds(10));
        await _rig.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest { VpcIds = [vpc.VpcId!] });
    }

    private string? _vpc;

    private static async Task<string> Code<T>(Task<T> call)
    {
        try
        {
            await call;
            return "";
        }
        catch (AmazonEC2Exception refused)
        {
            return refused.ErrorCode;
        }
    }
}
