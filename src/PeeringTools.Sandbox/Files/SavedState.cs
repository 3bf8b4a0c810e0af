using System.Text.Json;
using PeeringTools.Core.Sandboxes;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Files;

/// <summary>All of a sandbox as JSON. Its time stands still while it is saved, so that what is restored answers as what was saved.</summary>
internal sealed class SavedState
{
    private const string Kind = "PeeringTools sandbox";
    private const int CurrentVersion = 1;

    public required string Format { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required SettingsFile Settings { get; init; }

    public Dictionary<string, Identity> Assumed { get; init; } = [];

    public List<TokenEntry> ClientTokens { get; init; } = [];

    public List<BucketEntry> Buckets { get; init; } = [];

    public byte[] TokenKey { get; init; } = [];

    public List<TagEntry> Tags { get; init; } = [];

    public List<VpcRecord> Vpcs { get; init; } = [];

    public List<SubnetRecord> Subnets { get; init; } = [];

    public List<RouteTableRecord> RouteTables { get; init; } = [];

    public List<SecurityGroupRecord> SecurityGroups { get; init; } = [];

    public List<NetworkAclRecord> NetworkAcls { get; init; } = [];

    public List<NetworkInterfaceRecord> NetworkInterfaces { get; init; } = [];

    public List<VpcPeeringRecord> VpcPeerings { get; init; } = [];

    public List<TransitGatewayRecord> TransitGateways { get; init; } = [];

    public List<TgwRouteTableRecord> TgwRouteTables { get; init; } = [];

    public List<TgwAttachmentRecord> TgwAttachments { get; init; } = [];

    public List<ConnectPeerRecord> ConnectPeers { get; init; } = [];

    public List<DxConnectionRecord> DxConnections { get; init; } = [];

    public List<LagRecord> Lags { get; init; } = [];

    public List<DxGatewayRecord> DxGateways { get; init; } = [];

    public List<DxGatewayAssociationRecord> DxGatewayAssociations { get; init; } = [];

    public List<VirtualInterfaceRecord> VirtualInterfaces { get; init; } = [];

    public List<VirtualGatewayRecord> VirtualGateways { get; init; } = [];

    public List<FailoverTestRecord> FailoverTests { get; init; } = [];

    public List<FleetRecord> Fleets { get; init; } = [];

    public List<PeeringAuthorizationRecord> PeeringAuthorizations { get; init; } = [];

    /// <summary>Writes a world.</summary>
    public static void Write(World world, Stream to, KeySeal seal)
    {
        var network = world.Network;
        var state = new SavedState
        {
            Format = Kind,
            Version = CurrentVersion,
            Now = world.Clock.Now,
            Settings = SettingsFile.Of(world.Settings),
            Assumed = world.Identities.Assumed,
            ClientTokens = [.. world.ClientTokens.Select(token => new TokenEntry(token.Key.Place, token.Key.Token, token.Value))],
            Buckets = [.. world.Buckets.Levels.Select(bucket => new BucketEntry(bucket.Place, bucket.Action, bucket.Tokens, bucket.At))],
            TokenKey = world.TokenKey,
            Tags = [.. network.Tags.All.Select(tags => new TagEntry(tags.Place, tags.Resource, new Dictionary<string, string>(tags.Tags, StringComparer.Ordinal)))],
            Vpcs = [.. network.Vpcs.All],
            Subnets = [.. network.Subnets.All],
            RouteTables = [.. network.RouteTables.All],
            SecurityGroups = [.. network.SecurityGroups.All],
            NetworkAcls = [.. network.NetworkAcls.All],
            NetworkInterfaces = [.. network.NetworkInterfaces.All],
            VpcPeerings = [.. network.VpcPeerings.All],
            TransitGateways = [.. network.TransitGateways.All],
            TgwRouteTables = [.. network.TgwRouteTables.All],
            TgwAttachments = [.. network.TgwAttachments.All],
            ConnectPeers = [.. network.ConnectPeers.All],
            DxConnections = [.. network.DxConnections.All],
            Lags = [.. network.Lags.All],
            DxGateways = [.. network.DxGateways.All],
            DxGatewayAssociations = [.. network.DxGatewayAssociations.All],
            VirtualInterfaces = [.. network.VirtualInterfaces.All],
            VirtualGateways = [.. network.VirtualGateways.All],
            FailoverTests = [.. network.FailoverTests.All],
            Fleets = [.. network.Fleets.All],
            PeeringAuthorizations = [.. network.PeeringAuthorizations.All],
        };
        JsonSerializer.Serialize(to, state, FileFormat.State(seal));
    }

    /// <summary>Reads a world back.</summary>
    /// <exception cref="SandboxFileException">The state is malformed or of another version.</exception>
    public static World Read(Stream from, string source, TimeProvider machine, KeySeal seal)
    {
        using var buffer = new MemoryStream();
        from.CopyTo(buffer);
        var json = buffer.ToArray();
        try
        {
            CheckHead(json, source);
            return JsonSerializer.Deserialize<SavedState>(json, FileFormat.State(seal))!.ToWorld(machine);
        }
        catch (JsonException problem)
        {
            throw FileFormat.Complain(source, json, problem);
        }
    }

    // The version is asked first: another one's members may mean something else.
    private static void CheckHead(byte[] json, string source)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String || format.GetString() != Kind)
            throw new SandboxFileException(source, 1, "format", $"isn't a saved sandbox; allowed is '{Kind}'.");
        if (!root.TryGetProperty("version", out var version) || !version.TryGetInt32(out var number) || number != CurrentVersion)
            throw new SandboxFileException(source, JsonLines.Find(json, "$.version"), "version", $"is of another version; allowed is {CurrentVersion}.");
    }

    private World ToWorld(TimeProvider machine)
    {
        var world = new World(machine)
        {
            Settings = Settings.ToSettings(),
            Identities = new Identities { Assumed = new Dictionary<string, Identity>(Assumed, StringComparer.Ordinal) },
            TokenKey = TokenKey,
        };
        world.Clock.Set(Now);
        foreach (var (place, token, id) in ClientTokens)
            world.ClientTokens[(place, token)] = id;
        foreach (var (place, action, tokens, at) in Buckets)
            world.Buckets.Restore(place, action, tokens, at);
        var network = world.Network;
        foreach (var entry in Tags)
        {
            foreach (var (key, value) in entry.Tags)
                network.Tags.Set(entry.Place, entry.Resource, key, value);
        }
        network.Restore(network.Vpcs, Vpcs);
        network.Restore(network.Subnets, Subnets);
        network.Restore(network.RouteTables, RouteTables);
        network.Restore(network.SecurityGroups, SecurityGroups);
        network.Restore(network.NetworkAcls, NetworkAcls);
        network.Restore(network.NetworkInterfaces, NetworkInterfaces);
        network.Restore(network.VpcPeerings, VpcPeerings);
        network.Restore(network.TransitGateways, TransitGateways);
        network.Restore(network.TgwRouteTables, TgwRouteTables);
        network.Restore(network.TgwAttachments, TgwAttachments);
        network.Restore(network.ConnectPeers, ConnectPeers);
        network.Restore(network.DxConnections, DxConnections);
        network.Restore(network.Lags, Lags);
        network.Restore(network.DxGateways, DxGateways);
        network.Restore(network.DxGatewayAssociations, DxGatewayAssociations);
        network.Restore(network.VirtualInterfaces, VirtualInterfaces);
        network.Restore(network.VirtualGateways, VirtualGateways);
        network.Restore(network.FailoverTests, FailoverTests);
        network.Restore(network.Fleets, Fleets);
        network.Restore(network.PeeringAuthorizations, PeeringAuthorizations);
        return world;
    }

    /// <summary>A client token.</summary>
    internal sealed record TokenEntry(Place Place, string Token, string Id);

    /// <summary>A token bucket.</summary>
    internal sealed record BucketEntry(Place Place, string Action, double Tokens, DateTimeOffset At);

    /// <summary>A resource's tags in a place.</summary>
    internal sealed record TagEntry(Place Place, string Resource, Dictionary<string, string> Tags);
}
