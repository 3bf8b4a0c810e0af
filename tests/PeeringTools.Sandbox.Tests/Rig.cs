using Amazon;
using Amazon.Runtime;
using PeeringTools.Aws.DirectConnect;
using PeeringTools.Aws.EC2;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Aws.GameLift;
using PeeringTools.Core.Sandboxes;
using PeeringTools.Sandbox.Files;

namespace PeeringTools.Sandbox.Tests;

/// <summary>A sandbox whose time stands still unless stepped, and typed clients into it.</summary>
internal sealed class Rig : IDisposable
{
    public const string One = "111111111111";
    public const string Two = "222222222222";
    public const string Ireland = "eu-west-1";
    public const string Virginia = "us-east-1";
    private static readonly string KeyFile = Path.Combine(AppContext.BaseDirectory, "test-seal.key");
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public Rig()
        : this(Factory.CreateLocal())
    {
    }

    public Rig(LocalSandbox sandbox) => Sandbox = sandbox;

    public LocalSandbox Sandbox { get; }

    public static SandboxFactory Factory => new(new StoppedTime(), () => new KeySeal(KeyFile));

    public AmazonEC2Client Ec2(string account = One, string region = Ireland) => new(Credentials(account), Config(new AmazonEC2Config(), region));

    public AmazonDirectConnectClient DirectConnect(string account = One, string region = Ireland) => new(Credentials(account), Config(new AmazonDirectConnectConfig(), region));

    public AmazonGameLiftClient GameLift(string account = One, string region = Ireland) => new(Credentials(account), Config(new AmazonGameLiftConfig(), region));

    public T Config<T>(T config, string region)
        where T : ClientConfig
    {
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        config.HttpClientFactory = new SandboxHttpClientFactory(Sandbox);
        config.MaxErrorRetry = 0;
        return config;
    }

    /// <summary>Long enough for everything that is on its way to arrive, one step after the other.</summary>
    public void Settle() => Sandbox.StepClock(TimeSpan.FromSeconds(5));

    public async Task<Vpc> Vpc(string cidr, string account = One, string region = Ireland) =>
        (await Ec2(account, region).CreateVpcAsync(new CreateVpcRequest { CidrBlock = cidr })).Vpc!;

    public async Task<string> Peering(Vpc from, Vpc to, string account = One, string region = Ireland, string? toRegion = null)
    {
        var made = await Ec2(account, region).CreateVpcPeeringConnectionAsync(
            new CreateVpcPeeringConnectionRequest { VpcId = from.VpcId, PeerVpcId = to.VpcId, PeerOwnerId = to.OwnerId, PeerRegion = toRegion ?? region });
        return made.VpcPeeringConnection!.VpcPeeringConnectionId!;
    }

    /// <summary>The peering as a place sees it; null where it doesn't.</summary>
    public async Task<VpcPeeringConnection?> See(string id, string account = One, string region = Ireland)
    {
        var all = await Ec2(account, region).DescribeVpcPeeringConnectionsAsync(new DescribeVpcPeeringConnectionsRequest());
        return all.VpcPeeringConnections!.Find(peering => peering.VpcPeeringConnectionId == id);
    }

    /// <summary>The error code of a call that must be refused.</summary>
    public static async Task<string> Refused<T>(Task<T> call) => (await Assert.ThrowsAnyAsync<AmazonServiceException>(() => call)).ErrorCode;

    public void Dispose() => Sandbox.Dispose();

    private static BasicAWSCredentials Credentials(string account) => new(account, "secret");

    private sealed class StoppedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Start;
    }
}
