using PeeringTools.Aws.GameLift.Model;

namespace PeeringTools.Sandbox.Tests;

public sealed class GameLiftTests : IDisposable
{
    private const string FleetId = "fleet-2222bbbb-33cc-44dd-55ee-6666ffff77aa";
    private readonly NetworkFolder _folder = new();
    private Rig? _rig;

    private Rig Loaded => _rig ??= new Rig(Rig.Factory.LoadLocalFolder(_folder
        .Write($"{Rig.Two}/{Rig.Ireland}/fleets.json", $$$"""{"FleetAttributes":[{"FleetId":"{{{FleetId}}}","FleetArn":"arn:aws:gamelift:eu-west-1::fleet/{{{FleetId}}}","ComputeType":"EC2","Status":"ACTIVE","CreationTime":"2026-01-02T03:04:05Z"}]}""")
        .Write("sandbox.json", $$$"""{"fleets":{"{{{FleetId}}}":{"vpcId":"vpc-0aaaaaaaaaaaaaaaa","cidrBlock":"172.20.0.0/16"} } }""").Path));

    public void Dispose()
    {
        _rig?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_peering_needs_the_VPC_owners_word_of_the_last_24_hours()
    {
        var (owner, player) = (Loaded.GameLift(), Loaded.GameLift(Rig.Two));
        var vpc = await Loaded.Vpc("10.0.0.0/16");
        var connect = new CreateVpcPeeringConnectionRequest { FleetId = FleetId, PeerVpcAwsAccountId = Rig.One, PeerVpcId = vpc.VpcId };
        Assert.Equal("UnauthorizedException", await Rig.Refused(player.CreateVpcPeeringConnectionAsync(connect)));
        var given = (await owner.CreateVpcPeeringAuthorizationAsync(Authorize(vpc.VpcId!))).VpcPeeringAuthorization!;
        Assert.Equal(TimeSpan.FromHours(24), given.ExpirationTime - given.CreationTime);
        foreach (var side in new[] { owner, player })
            Assert.Equal(vpc.VpcId, (await side.DescribeVpcPeeringAuthorizationsAsync(new DescribeVpcPeeringAuthorizationsRequest())).VpcPeeringAuthorizations!.Single().PeerVpcId);
        await player.CreateVpcPeeringConnectionAsync(connect);
        Loaded.Settle();
        var peering = (await player.DescribeVpcPeeringConnectionsAsync(new DescribeVpcPeeringConnectionsRequest { FleetId = FleetId })).VpcPeeringConnections!.Single();
        Assert.Equal(("active", "172.20.0.0/16", "vpc-0aaaaaaaaaaaaaaaa"), (peering.Status!.Code, peering.IpV4CidrBlock, peering.GameLiftVpcId));
        Assert.Equal("active", (await Loaded.See(peering.VpcPeeringConnectionId!))!.Status!.Code);
        Loaded.Sandbox.StepClock(TimeSpan.FromHours(24));
        Assert.Empty((await player.DescribeVpcPeeringAuthorizationsAsync(new DescribeVpcPeeringAuthorizationsRequest())).VpcPeeringAuthorizations!);
        var delete = new DeleteVpcPeeringConnectionRequest { FleetId = FleetId, VpcPeeringConnectionId = peering.VpcPeeringConnectionId };
        Assert.Equal("UnauthorizedException", await Rig.Refused(player.DeleteVpcPeeringConnectionAsync(delete)));
        await owner.CreateVpcPeeringAuthorizationAsync(Authorize(vpc.VpcId!));
        await player.DeleteVpcPeeringConnectionAsync(delete);
        Assert.Equal("deleted", (await player.DescribeVpcPeeringConnectionsAsync(new DescribeVpcPeeringConnectionsRequest())).VpcPeeringConnections!.Single().Status!.Code);
    }

    [Fact]
    public async Task Overlap_fails_the_peering()
    {
        var vpc = await Loaded.Vpc("172.20.5.0/24");
        await Loaded.GameLift().CreateVpcPeeringAuthorizationAsync(Authorize(vpc.VpcId!));
        await Loaded.GameLift(Rig.Two).CreateVpcPeeringConnectionAsync(new CreateVpcPeeringConnectionRequest { FleetId = FleetId, PeerVpcAwsAccountId = Rig.One, PeerVpcId = vpc.VpcId });
        Loaded.Settle();
        Assert.Equal("failed", (await Loaded.GameLift(Rig.Two).DescribeVpcPeeringConnectionsAsync(new DescribeVpcPeeringConnectionsRequest())).VpcPeeringConnections!.Single().Status!.Code);
    }

    [Fact]
    public async Task An_authorization_can_be_taken_back_and_is_only_the_owners_to_give()
    {
        var vpc = await Loaded.Vpc("10.0.0.0/16");
        Assert.Equal("NotFoundException", await Rig.Refused(Loaded.GameLift(Rig.Two).CreateVpcPeeringAuthorizationAsync(Authorize(vpc.VpcId!))));
        await Loaded.GameLift().CreateVpcPeeringAuthorizationAsync(Authorize(vpc.VpcId!));
        var delete = new DeleteVpcPeeringAuthorizationRequest { GameLiftAwsAccountId = Rig.Two, PeerVpcId = vpc.VpcId };
        await Loaded.GameLift().DeleteVpcPeeringAuthorizationAsync(delete);
        Assert.Equal("NotFoundException", await Rig.Refused(Loaded.GameLift().DeleteVpcPeeringAuthorizationAsync(delete)));
    }

    [Fact]
    public async Task Fleets_are_read_by_id_and_ARN()
    {
        var client = Loaded.GameLift(Rig.Two);
        Assert.Equal([FleetId], (await client.ListFleetsAsync(new ListFleetsRequest())).FleetIds);
        foreach (var id in new[] { FleetId, "arn:aws:gamelift:eu-west-1::fleet/" + FleetId })
            Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), (await client.DescribeFleetAttributesAsync(new DescribeFleetAttributesRequest { FleetIds = [id] })).FleetAttributes!.Single().CreationTime);
        Assert.Equal(FleetId, (await client.DescribeFleetUtilizationAsync(new DescribeFleetUtilizationRequest())).FleetUtilization!.Single().FleetId);
        Assert.Equal("NotFoundException", await Rig.Refused(client.DescribeFleetAttributesAsync(new DescribeFleetAttributesRequest { FleetIds = ["fleet-other"] })));
        Assert.Empty((await Loaded.GameLift().ListFleetsAsync(new ListFleetsRequest())).FleetIds!);
    }

    private static CreateVpcPeeringAuthorizationRequest Authorize(string vpcId) => new() { GameLiftAwsAccountId = Rig.Two, PeerVpcId = vpcId };
}
