using System.Text.Json;

namespace PeeringTools.Interop.Tests;

/// <summary>The AWS CLI does the five jobs against the sandbox, unchanged.</summary>
public sealed class AwsCliTests : IAsyncLifetime
{
    private const string One = "111111111111";
    private const string Two = "222222222222";
    private SandboxProcess _sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        await Tool.NeedAsync("aws", "--version");
        _sandbox = await SandboxProcess.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task VPC_peering_across_accounts_and_Regions()
    {
        var vpc = (await Aws(One, "eu-west-1", "ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId")).GetString()!;
        var peer = (await Aws(Two, "us-east-1", "ec2 create-vpc --cidr-block 10.1.0.0/16 --query Vpc.VpcId")).GetString()!;
        var id = (await Aws(One, "eu-west-1", $"ec2 create-vpc-peering-connection --vpc-id {vpc} --peer-vpc-id {peer} --peer-owner-id {Two} --peer-region us-east-1 --query VpcPeeringConnection.VpcPeeringConnectionId")).GetString()!;
        await _sandbox.StepClockAsync(TimeSpan.FromSeconds(5));
        var dryRun = await Try(Two, "us-east-1", $"ec2 accept-vpc-peering-connection --vpc-peering-connection-id {id} --dry-run");
        Assert.Contains("DryRunOperation", dryRun, StringComparison.Ordinal);
        Assert.Equal("provisioning", (await Aws(Two, "us-east-1", $"ec2 accept-vpc-peering-connection --vpc-peering-connection-id {id} --query VpcPeeringConnection.Status.Code")).GetString());
        await _sandbox.StepClockAsync(TimeSpan.FromSeconds(5));
        await Aws(One, "eu-west-1", $"ec2 wait vpc-peering-connection-exists --vpc-peering-connection-ids {id}");
        Assert.Equal("active", (await Aws(One, "eu-west-1", $"ec2 describe-vpc-peering-connections --filters Name=requester-vpc-info.vpc-id,Values={vpc} --query VpcPeeringConnections[0].Status.Code")).GetString());
    }

    [Fact]
    public async Task A_Connect_peer()
    {
        var vpc = (await Aws(One, "eu-west-1", "ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId")).GetString();
        var subnet = (await Aws(One, "eu-west-1", $"ec2 create-subnet --vpc-id {vpc} --cidr-block 10.0.1.0/24 --query Subnet.SubnetId")).GetString();
        var gateway = (await Aws(One, "eu-west-1", "ec2 create-transit-gateway --options AmazonSideAsn=64600,TransitGatewayCidrBlocks=10.99.0.0/24 --query TransitGateway.TransitGatewayId")).GetString();
        await _sandbox.StepClockAsync(TimeSpan.FromSeconds(5));
        var attachment = (await Aws(One, "eu-west-1", $"ec2 create-transit-gateway-vpc-attachment --transit-gateway-id {gateway} --vpc-id {vpc} --subnet-ids {subnet} --query TransitGatewayVpcAttachment.TransitGatewayAttachmentId")).GetString();
        await _sandbox.StepClockAsync(TimeSpan.FromSeconds(5));
        var connect = (await Aws(One, "eu-west-1", $"ec2 create-transit-gateway-connect --transport-transit-gateway-attachment-id {attachment} --options Protocol=gre --query TransitGatewayConnect.TransitGatewayAttachmentId")).GetString();
        await _sandbox.StepClockAsync(TimeSpan.FromSeconds(5));
        var peer = await Aws(One, "eu-west-1", $"ec2 create-transit-gateway-connect-peer --transit-gateway-attachment-id {connect} --peer-address 10.0.1.5 --inside-cidr-blocks 169.254.6.0/29 --bgp-options PeerAsn=4200000001");
        Assert.Equal(2, peer.GetProperty("TransitGatewayConnectPeer").GetProperty("ConnectPeerConfiguration").GetProperty("BgpConfigurations").GetArrayLength());
    }

    [Fact]
    public async Task BGP_peers_of_a_virtual_interface()
    {
        var connection = (await Aws(One, "eu-west-1", "directconnect create-connection --location EqDB2 --bandwidth 10Gbps --connection-name c --query connectionId")).GetString();
        var gateway = (await Aws(One, "eu-west-1", "directconnect create-direct-connect-gateway --direct-connect-gateway-name g --query directConnectGateway.directConnectGatewayId")).GetString();
        var vif = (await Aws(One, "eu-west-1", $"directconnect create-private-virtual-interface --connection-id {connection} --new-private-virtual-interface virtualInterfaceName=v,vlan=101,asnLong=4200000001,directConnectGatewayId={gateway} --query virtualInterfaceId")).GetString();
        var added = await Aws(One, "eu-west-1", $"directconnect create-bgp-peer --virtual-interface-id {vif} --new-bgp-peer asn=65001,addressFamily=ipv6");
        var peers = added.GetProperty("virtualInterface").GetProperty("bgpPeers");
        Assert.Equal([0, 65001], peers.EnumerateArray().Select(peer => peer.GetProperty("asn").GetInt32()));
        await Aws(One, "eu-west-1", $"directconnect delete-bgp-peer --virtual-interface-id {vif} --bgp-peer-id {peers[0].GetProperty("bgpPeerId").GetString()}");
        Assert.Contains("The last BGP Peer on a Virtual Interface cannot be deleted",
            await Try(One, "eu-west-1", $"directconnect delete-bgp-peer --virtual-interface-id {vif} --bgp-peer-id {peers[1].GetProperty("bgpPeerId").GetString()}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_GameLift_authorization()
    {
        var vpc = (await Aws(One, "eu-west-1", "ec2 create-vpc --cidr-block 10.0.0.0/16 --query Vpc.VpcId")).GetString();
        await Aws(One, "eu-west-1", $"gamelift create-vpc-peering-authorization --game-lift-aws-account-id {Two} --peer-vpc-id {vpc}");
        Assert.Equal(vpc, (await Aws(Two, "eu-west-1", "gamelift describe-vpc-peering-authorizations --query VpcPeeringAuthorizations[0].PeerVpcId")).GetString());
    }

    [Fact]
    public async Task Who_am_I() => Assert.Equal(Two, (await Aws(Two, "eu-west-1", "sts get-caller-identity --query Account")).GetString());

    private async Task<JsonElement> Aws(string account, string region, string command)
    {
        var output = await Tool.RunAsync("aws", [.. command.Split(' '), "--output", "json"], _sandbox.Environment(account, region));
        return output.Trim().Length == 0 ? default : Tool.Json(output);
    }

    private async Task<string> Try(string account, string region, string command)
    {
        var (exitCode, _, error) = await Tool.TryAsync("aws", command.Split(' '), _sandbox.Environment(account, region));
        Assert.NotEqual(0, exitCode);
        return error;
    }
}
