using System.Globalization;
using System.Text.Json;

namespace PeeringTools.Benchmarks;

/// <summary>
/// A network that wants 200 peerings: 20 VPCs of one account in Frankfurt, each to be peered with 10 of another account in Dublin. Every VPC has two route tables, so each peering needs four routes.
/// Account and Region differ on purpose: that is the case with the most calls, as no step can be done for both sides at once.
/// </summary>
internal static class BulkNetwork
{
    public const string Region = "eu-central-1";
    public const string PeerRegion = "eu-west-1";
    public const string Account = "111122223333";
    public const string PeerAccount = "444455556666";
    public const string PeerProfile = "partner";
    public const int Peerings = Requesters * Accepters;

    private const int Requesters = 20;
    private const int Accepters = 10;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The pairs of VPCs, as JSON lines for <c>peering</c>.</summary>
    public static string Pairs { get; } = string.Join('\n', All().Select(p => JsonSerializer.Serialize(new { VpcId = p.Requester.Id, PeerVpcId = p.Accepter.Id })));

    /// <summary>Writes the folder that the sandbox starts on.</summary>
    public static void Write(string folder)
    {
        var requesters = Enumerable.Range(0, Requesters).Select(Requester).ToList();
        var accepters = Enumerable.Range(0, Accepters).Select(Accepter).ToList();
        Write(Directory.CreateDirectory(Path.Combine(folder, Account, Region)).FullName, Account, requesters);
        Write(Directory.CreateDirectory(Path.Combine(folder, PeerAccount, PeerRegion)).FullName, PeerAccount, accepters);
        WriteJson(Path.Combine(folder, "sandbox.json"), new
        {
            accounts = new object[] { new { id = Account, profiles = new[] { "default" } }, new { id = PeerAccount, profiles = new[] { PeerProfile } } },
            region = Region,
            throttling = true,
            // The time that AWS takes for it, about; it is the same to everyone who is measured.
            delays = new { vpcPeeringRequest = 0.5, vpcPeeringProvisioning = 2 },
            // Terraform requests many peerings before it accepts the first.
            quotas = new { OutstandingPeeringsQuota = Peerings },
            vpcAttributes = requesters.Concat(accepters).ToDictionary(v => v.Id, _ => new { enableDnsSupport = true, enableDnsHostnames = true }, StringComparer.Ordinal),
        });
    }

    /// <summary>Writes the same wish for Terraform.</summary>
    public static void WriteTerraform(string folder)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "peerings.tf"), Path.Combine(folder, "main.tf"));
        WriteJson(Path.Combine(folder, "peerings.json"), All().Select(p => new
        {
            vpc_id = p.Requester.Id,
            peer_vpc_id = p.Accepter.Id,
            tables = p.Requester.Tables,
            peer_tables = p.Accepter.Tables,
            cidr = p.Requester.Cidr,
            peer_cidr = p.Accepter.Cidr,
        }));
    }

    private static IEnumerable<(Vpc Requester, Vpc Accepter)> All() =>
        from requester in Enumerable.Range(0, Requesters) from accepter in Enumerable.Range(0, Accepters) select (Requester(requester), Accepter(accepter));

    private static Vpc Requester(int i) => Make(0xa00 + i, i);

    private static Vpc Accepter(int i) => Make(0xb00 + i, 100 + i);

    private static Vpc Make(int id, int octet) =>
        new($"vpc-{id:x17}", string.Create(CultureInfo.InvariantCulture, $"10.{octet}.0.0/16"), [$"rtb-{(id << 4) + 1:x17}", $"rtb-{(id << 4) + 2:x17}"]);

    private static void Write(string folder, string owner, List<Vpc> vpcs)
    {
        WriteJson(Path.Combine(folder, "describe-vpcs.json"), new
        {
            Vpcs = vpcs.Select(v => new { OwnerId = owner, VpcId = v.Id, CidrBlock = v.Cidr, State = "available", InstanceTenancy = "default", IsDefault = false }),
        });
        WriteJson(Path.Combine(folder, "describe-route-tables.json"), new
        {
            RouteTables = vpcs.SelectMany(v => v.Tables.Select((table, i) => new
            {
                OwnerId = owner,
                VpcId = v.Id,
                RouteTableId = table,
                Associations = i > 0 ? [] : new object[] { new { Main = true, RouteTableId = table, RouteTableAssociationId = table.Replace("rtb-", "rtbassoc-", StringComparison.Ordinal), AssociationState = new { State = "associated" } } },
                Routes = new[] { new { DestinationCidrBlock = v.Cidr, GatewayId = "local", Origin = "CreateRouteTable", State = "active" } },
            })),
        });
    }

    private static void WriteJson(string path, object value) => File.WriteAllText(path, JsonSerializer.Serialize(value, Indented));

    private sealed record Vpc(string Id, string Cidr, string[] Tables);
}
