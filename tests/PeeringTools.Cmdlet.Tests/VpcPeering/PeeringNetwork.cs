using PeeringTools.Aws.EC2.Model;
using PeeringTools.Cmdlet.Tests.Module;
using PeeringTools.Core.Sandboxes;
using PeeringTools.Core.Sessions;
using PeeringTools.Sandbox;

namespace PeeringTools.Cmdlet.Tests.VpcPeering;

/// <summary>
/// Two accounts at work, hub (111111111111, the default) and partner (222222222222), over two Regions; a new sandbox for each test. hub and lab are the hub's in Frankfurt, near the partner's there, part the partner's in Dublin,
/// clash overlaps a secondary block of hub, dark has no DNS host names. The account strict (333333333333) may make no routes.
/// </summary>
internal sealed class PeeringNetwork
{
    public const string Hub = "vpc-0aaaaaaa";
    public const string Lab = "vpc-0bbbbbbb";
    public const string Part = "vpc-0ccccccc";
    public const string Near = "vpc-0ddddddd";
    public const string Clash = "vpc-0eeeeeee";
    public const string Dark = "vpc-0fffffff";
    public const string PartnerAccount = "222222222222";

    private readonly ModuleSession _session = new();

    public PeeringNetwork()
    {
        Sandbox = new SandboxFactory().LoadLocalFolder(Path.Combine(AppContext.BaseDirectory, "VpcPeering", "network"));
        SandboxLatch.Start(Sandbox);
    }

    public LocalSandbox Sandbox { get; }

    public ModuleSession Session => _session;

    /// <summary>Requests a peering of hub with part.</summary>
    public PeeringTools.VpcPeering Request() =>
        Assert.Single(_session.Get<PeeringTools.VpcPeering>($"New-VpcPeering {Hub} {Part} -PeerOwnerId {PartnerAccount} -PeerRegion eu-west-1"));

    /// <summary>An active peering of hub with part, as hub sees it.</summary>
    public PeeringTools.VpcPeering Active()
    {
        var id = Request().VpcPeeringConnectionId;
        return Assert.Single(_session.Get<PeeringTools.VpcPeering>(
            $"$null = Approve-VpcPeering {id} -PeerRegion eu-west-1 -ProfileName partner | Wait-VpcPeering; Get-VpcPeering {id}").OfType<PeeringTools.VpcPeering>());
    }

    /// <summary>The state of a peering.</summary>
    public string? StateOf(string? id, string profile = "hub") =>
        new ModuleSession().Get<PeeringTools.VpcPeering>($"Get-VpcPeering {id} -ProfileName {profile} -IncludeEnded").Single().State;

    /// <summary>Everything a peering touches, as text: live peerings, their DNS options, and every route that isn't local.</summary>
    public async Task<string> PictureAsync()
    {
        var lines = new List<string>();
        foreach (var (profile, region) in new[] { ("hub", "eu-central-1"), ("partner", "eu-west-1"), ("partner", "eu-central-1") })
        {
            using var session = await SessionOpener.OpenAsync(new() { ProfileName = profile, Region = region }, observer: null);
            foreach (var peering in (await session.Ec2.DescribeVpcPeeringConnectionsAsync(new(), default)).VpcPeeringConnections ?? [])
            {
                if (peering.Status?.Code is "initiating-request" or "pending-acceptance" or "provisioning" or "active")
                    lines.Add($"{profile} {region} {peering.VpcPeeringConnectionId} {peering.Status.Code} {Dns(peering.RequesterVpcInfo)} {Dns(peering.AccepterVpcInfo)}");
            }

            foreach (var table in (await session.Ec2.DescribeRouteTablesAsync(new(), default)).RouteTables ?? [])
            {
                lines.AddRange((table.Routes ?? []).Where(r => r.GatewayId != "local").Select(r =>
                    $"{profile} {region} {table.RouteTableId} {r.DestinationCidrBlock ?? r.DestinationIpv6CidrBlock} -> {r.VpcPeeringConnectionId ?? r.GatewayId} {r.State}"));
            }
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private static string Dns(VpcPeeringConnectionVpcInfo? vpc) => $"dns={vpc?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc == true}";
}
