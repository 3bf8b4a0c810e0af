using System.Text;
using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Sandboxes;

namespace PeeringTools.Sandbox.Tests;

public sealed class SavedStateTests
{
    private const string Key = "PlantedKey-0123";

    [Fact]
    public async Task What_is_restored_answers_as_what_was_saved()
    {
        using var rig = new Rig();
        await Fill(rig);
        var saved = new MemoryStream();
        rig.Sandbox.Save(saved);
        Assert.DoesNotContain(Key, Encoding.UTF8.GetString(saved.ToArray()), StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Key))[..12], Encoding.UTF8.GetString(saved.ToArray()), StringComparison.Ordinal);
        saved.Position = 0;
        using var restored = new Rig((LocalSandbox)Rig.Factory.Restore(saved, "saved.json"));
        Assert.Equal(rig.Sandbox.Now, restored.Sandbox.Now);
        Assert.Equal(rig.Sandbox.ResourceCounts, restored.Sandbox.ResourceCounts);
        Assert.Equal(await Everything(rig), await Everything(restored));
        Assert.Equal("RequestLimitExceeded", await Rig.Refused(restored.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest())));
        foreach (var later in new[] { rig, restored })
            later.Sandbox.StepClock(TimeSpan.FromHours(3));
        Assert.Equal(await Everything(rig), await Everything(restored));
    }

    [Fact]
    public async Task A_page_token_is_good_after_the_restore()
    {
        using var rig = new Rig();
        for (var i = 0; i < 6; i++)
            await rig.Vpc($"10.{i}.0.0/16");
        var token = (await rig.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest { MaxResults = 5 })).NextToken;
        var saved = new MemoryStream();
        rig.Sandbox.Save(saved);
        saved.Position = 0;
        using var restored = new Rig((LocalSandbox)Rig.Factory.Restore(saved, "saved.json"));
        Assert.Single((await restored.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest { MaxResults = 5, NextToken = token })).Vpcs!);
    }

    [Theory]
    [InlineData("{}", "format")]
    [InlineData("{\"format\":\"PeeringTools sandbox\",\n\"version\":99}", "version")]
    [InlineData("{\"format\":\"PeeringTools sandbox\",\"version\":1,\"now\":\"2026-03-01T00:00:00Z\",\"settings\":{},\"vpcs\":7}", "vpcs")]
    [InlineData("not json", null)]
    public void What_is_not_saved_state_is_refused(string text, string? field)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var complaint = Assert.Throws<SandboxFileException>(() => Rig.Factory.Restore(stream, "x.json"));
        Assert.Equal(("x.json", field), (complaint.File, complaint.Field));
    }

    private static async Task Fill(Rig rig)
    {
        var (one, two) = (await rig.Vpc("10.0.0.0/16"), await rig.Vpc("10.1.0.0/16", Rig.Two, Rig.Virginia));
        var id = await rig.Peering(one, two, toRegion: Rig.Virginia);
        var ec2 = rig.Ec2();
        await ec2.CreateTagsAsync(new CreateTagsRequest { Resources = [id], Tags = [new Aws.EC2.Model.Tag { Key = "a", Value = "1" }] });
        var subnet = (await ec2.CreateSubnetAsync(new CreateSubnetRequest { VpcId = one.VpcId, CidrBlock = "10.0.1.0/24" })).Subnet!.SubnetId!;
        var gateway = (await ec2.CreateTransitGatewayAsync(new CreateTransitGatewayRequest { Options = new TransitGatewayRequestOptions { TransitGatewayCidrBlocks = ["10.99.0.0/24"] } })).TransitGateway!.TransitGatewayId;
        rig.Settle();
        await ec2.CreateTransitGatewayVpcAttachmentAsync(new CreateTransitGatewayVpcAttachmentRequest { TransitGatewayId = gateway, VpcId = one.VpcId, SubnetIds = [subnet] });
        var direct = rig.DirectConnect();
        var connection = (await direct.CreateConnectionAsync(new CreateConnectionRequest { Location = "EqDB2", Bandwidth = "1Gbps", ConnectionName = "c" })).ConnectionId;
        var directGateway = (await direct.CreateDirectConnectGatewayAsync(new CreateDirectConnectGatewayRequest { DirectConnectGatewayName = "g" })).DirectConnectGateway!.DirectConnectGatewayId;
        await direct.CreatePrivateVirtualInterfaceAsync(new CreatePrivateVirtualInterfaceRequest
        {
            ConnectionId = connection, NewPrivateVirtualInterface = new NewPrivateVirtualInterface { VirtualInterfaceName = "v", Vlan = 1, Asn = 65001, AuthKey = Key, DirectConnectGatewayId = directGateway },
        });
        await rig.GameLift().CreateVpcPeeringAuthorizationAsync(new Aws.GameLift.Model.CreateVpcPeeringAuthorizationRequest { GameLiftAwsAccountId = Rig.Two, PeerVpcId = one.VpcId });
        rig.Sandbox.Inject(new Fault { Kind = FaultKind.Throttle, Action = "DescribeVpcs", Account = Rig.One, Nth = 2 });
        await rig.Ec2().DescribeVpcsAsync(new DescribeVpcsRequest());
    }

    // The bodies of all reads by all accounts in all Regions, without the request's own id.
    private static async Task<string> Everything(Rig rig)
    {
        var text = new StringBuilder();
        foreach (var (account, region) in new[] { (Rig.One, Rig.Ireland), (Rig.Two, Rig.Virginia) })
        {
            foreach (var action in Ec2.Ec2Operations.All.Names.Where(name => name.StartsWith("Describe", StringComparison.Ordinal) && name is not ("DescribeVpcs" or "DescribeVpcAttribute" or "DescribeStaleSecurityGroups" or "DescribeSecurityGroupReferences")).Order(StringComparer.Ordinal))
                text.AppendLine(await Raw(rig, account, region, "ec2", null, $"Action={action}&Version=2016-11-15"));
            foreach (var target in new[] { "OvertureService.DescribeConnections", "OvertureService.DescribeVirtualInterfaces", "OvertureService.DescribeDirectConnectGateways", "GameLift.DescribeVpcPeeringAuthorizations" })
                text.AppendLine(await Raw(rig, account, region, "directconnect", target, "{}"));
        }
        Assert.Contains(Key, text.ToString(), StringComparison.Ordinal);
        return text.ToString();
    }

    private static async Task<string> Raw(Rig rig, string account, string region, string service, string? target, string body)
    {
        using var client = new HttpClient(rig.Sandbox.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://sandbox.invalid/") { Content = new StringContent(body) };
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={account}/20260101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0");
        if (target is not null)
            request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return text.Replace(response.Headers.GetValues("x-amzn-RequestId").Single(), "", StringComparison.Ordinal);
    }
}
