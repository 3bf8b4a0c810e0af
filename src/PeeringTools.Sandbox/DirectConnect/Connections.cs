using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.DirectConnect;

/// <summary>Connections, LAGs, locations and virtual private gateways.</summary>
internal static class Connections
{
    private static readonly string[] Bandwidths = ["1Gbps", "10Gbps", "100Gbps", "400Gbps"];
    private static readonly string[] EncryptionModes = ["no_encrypt", "should_encrypt", "must_encrypt"];

    // Some of the places where one can connect (Direct Connect, "Locations"); those of loaded connections come on top.
    private static readonly (string Region, string Code, string Name)[] KnownLocations =
    [
        ("us-east-1", "EqDC2", "Equinix DC2/DC11, Ashburn, VA"), ("us-east-1", "CSVA1", "CoreSite VA1, Reston, VA"), ("us-east-2", "CMH50", "Cologix COL2, Columbus, OH"),
        ("us-west-1", "EqSV5", "Equinix SV5, San Jose, CA"), ("us-west-2", "EqSE2", "Equinix SE2, Seattle, WA"), ("ca-central-1", "EqTR2", "Equinix TR2, Toronto, Canada"),
        ("eu-west-1", "EqDB2", "Equinix DB2, Dublin, Ireland"), ("eu-west-2", "EqLD5", "Equinix LD5, Slough, UK"), ("eu-west-3", "EqPA3", "Equinix PA3, Paris, France"),
        ("eu-central-1", "EqFA5", "Equinix FR5, Frankfurt, Germany"), ("eu-north-1", "EqSK1", "Equinix SK1, Stockholm, Sweden"), ("ap-southeast-1", "EqSG2", "Equinix SG2, Singapore"),
        ("ap-southeast-2", "EqSY3", "Equinix SY3, Sydney, Australia"), ("ap-northeast-1", "EqTY2", "Equinix TY2, Tokyo, Japan"), ("ap-south-1", "GPXMum", "GPX, Mumbai, India"), ("sa-east-1", "TERRE", "Terremark NAP do Brasil, Sao Paulo, Brazil"),
    ];

    /// <summary>Adds these operations.</summary>
    public static Operations OnConnections(this Operations operations) => operations
        .On<CreateConnectionRequest, CreateConnectionResponse>((call, request) => Create(call, request).ToCreateConnectionResponse())
        .On<UpdateConnectionRequest, UpdateConnectionResponse>((call, request) => Update(call, request).ToUpdateConnectionResponse())
        .On<DeleteConnectionRequest, DeleteConnectionResponse>((call, request) => Delete(call, request).ToDeleteConnectionResponse())
        .On<DescribeConnectionsRequest, DescribeConnectionsResponse>(Describe)
        .On<DescribeLagsRequest, DescribeLagsResponse>(DescribeLags)
        .On<DescribeLocationsRequest, DescribeLocationsResponse>((call, _) => new DescribeLocationsResponse { Locations = Locations(call) })
        .On<DescribeVirtualGatewaysRequest, DescribeVirtualGatewaysResponse>(DescribeVirtualGateways);

    /// <summary>A connection or LAG that a request names and the caller owns: where it ends, whose it is, whether it takes one virtual interface only, whether it supports logical redundancy.</summary>
    public static Carrier GetCarrier(Call call, string? id)
    {
        if (call.Network.Lags.TryGet(id, out var lag) && lag.Home == call.Place)
            return Of(lag);
        var connection = Dx.Get(call, call.Network.DxConnections, id, "Connection");
        return Of(connection, call.Now);
    }

    /// <summary>The carrier of a virtual interface, wherever it is; null where no file spoke of it.</summary>
    public static Carrier? FindCarrier(Call call, string id)
    {
        if (call.Network.DxConnections.TryGet(id, out var connection))
            return Of(connection, call.Now);
        return call.Network.Lags.TryGet(id, out var lag) ? Of(lag) : null;
    }

    private static Carrier Of(LagRecord lag) => new(
        lag.Id, lag.Account, lag.Shape.Location ?? "", false, lag.Shape.HasLogicalRedundancy == "yes", lag.Shape.AwsDeviceV2, lag.Shape.AwsLogicalDeviceId, "LAG", lag.Shape.LagState ?? "available");

    // A hosted connection is the one with a VLAN of its own.
    private static Carrier Of(DxConnectionRecord connection, DateTimeOffset now) => new(
        connection.Id, connection.Account, connection.Shape.Location ?? "", connection.Shape.Vlan is not (null or 0), connection.Shape.HasLogicalRedundancy == "yes",
        connection.Shape.AwsDeviceV2, connection.Shape.AwsLogicalDeviceId, "Connection", connection.StateAt(now));

    private static Connection Create(Call call, CreateConnectionRequest request)
    {
        Dx.Require(DxVirtualInterfaceRules.CheckName(request.ConnectionName, "connectionName"));
        if (!Locations(call).Exists(location => location.LocationCode == request.Location))
            throw Dx.Client($"Location {request.Location} does not exist in Region {call.Region}.");
        if (!Bandwidths.Contains(request.Bandwidth, StringComparer.Ordinal))
            throw Dx.Client($"Bandwidth {request.Bandwidth} is invalid. Valid values are {string.Join(", ", Bandwidths)}.");
        if (request.LagId is not null)
            Dx.Get(call, call.Network.Lags, request.LagId, "LAG");
        var tags = Dx.ReadTags(request.Tags);
        call.Permit(request.LagId);

        var id = NewIds.DirectConnect("con");
        var device = request.Location + "-" + NewIds.Derived("", id)[1..12];
        var after = call.After(Delay.DxConnection);
        var connection = call.Network.Add(call.Network.DxConnections, new DxConnectionRecord
        {
            Id = id,
            Account = call.Account,
            Region = call.Region,
            Created = call.Now,
            Life = Timeline.Start(call.Now, "requested", (after, "pending"), (after, "available")),
            Shape = new Connection
            {
                ConnectionId = id,
                ConnectionName = request.ConnectionName,
                OwnerAccount = call.Account,
                Region = call.Region,
                Location = request.Location,
                Bandwidth = request.Bandwidth,
                LagId = request.LagId,
                ProviderName = request.ProviderName,
                JumboFrameCapable = true,
                HasLogicalRedundancy = "unknown",
                AwsDeviceV2 = device,
                AwsLogicalDeviceId = device,
                MacSecCapable = request.RequestMACSec == true,
                EncryptionMode = request.RequestMACSec == true ? "should_encrypt" : null,
                PortEncryptionStatus = request.RequestMACSec == true ? "Encryption Down" : null,
            },
        });
        Dx.Tag(call, call.Place, id, tags);
        return Shape(call, connection);
    }

    private static Connection Update(Call call, UpdateConnectionRequest request)
    {
        var connection = GetOwned(call, request.ConnectionId);
        if (request.ConnectionName is null && request.EncryptionMode is null)
            throw Dx.Client("Either connectionName or encryptionMode is required.");
        if (request.ConnectionName is not null)
            Dx.Require(DxVirtualInterfaceRules.CheckName(request.ConnectionName, "connectionName"));
        if (request.EncryptionMode is not null && (connection.Shape.MacSecCapable != true || !EncryptionModes.Contains(request.EncryptionMode, StringComparer.Ordinal)))
            throw Dx.Client($"EncryptionMode {request.EncryptionMode} is invalid for connection {connection.Id}.");
        call.Permit(connection.Id);
        connection.Shape.ConnectionName = request.ConnectionName ?? connection.Shape.ConnectionName;
        connection.Shape.EncryptionMode = request.EncryptionMode ?? connection.Shape.EncryptionMode;
        return Shape(call, connection);
    }

    private static Connection Delete(Call call, DeleteConnectionRequest request)
    {
        var connection = GetOwned(call, request.ConnectionId);
        if (!connection.IsLive(call.Now))
            throw Dx.Client($"Connection {connection.Id} is in state {connection.StateAt(call.Now)} and can't be deleted.");
        var carried = call.Network.VirtualInterfaces.All.Where(vif => vif.ConnectionId == connection.Id && vif.IsLive(call.Now)).Select(vif => vif.Id).ToList();
        if (carried.Count > 0)
            throw Dx.Client($"Connection {connection.Id} has virtual interfaces ({string.Join(", ", carried)}) and can't be deleted in this state.");
        call.Permit(connection.Id);
        connection.Life.Enter(call.Now, "deleting", (call.After(Delay.DxConnection), "deleted"));
        return Shape(call, connection);
    }

    private static DxConnectionRecord GetOwned(Call call, string? id)
    {
        var connection = Dx.Get(call, call.Network.DxConnections, id, "Connection");
        return connection.Account == call.Account ? connection : throw Dx.Client($"Account {call.Account} is not authorized to change connection {connection.Id}.");
    }

    private static DescribeConnectionsResponse Describe(Call call, DescribeConnectionsRequest request)
    {
        if (request.ConnectionId is not null)
            Dx.Get(call, call.Network.DxConnections, request.ConnectionId, "Connection");
        var page = Dx.Page(call, call.Network.DxConnections.In(call.Place), connection => request.ConnectionId is null || connection.Id == request.ConnectionId, request.MaxResults, request.NextToken);
        return new DescribeConnectionsResponse { Connections = page.Items.ConvertAll(connection => Shape(call, connection)), NextToken = page.NextToken };
    }

    private static DescribeLagsResponse DescribeLags(Call call, DescribeLagsRequest request)
    {
        if (request.LagId is not null)
            Dx.Get(call, call.Network.Lags, request.LagId, "LAG");
        var page = Dx.Page(call, call.Network.Lags.In(call.Place), lag => request.LagId is null || lag.Id == request.LagId, request.MaxResults, request.NextToken);
        return new DescribeLagsResponse
        {
            Lags = page.Items.ConvertAll(lag =>
            {
                var members = call.Network.DxConnections.In(lag.Home).FindAll(connection => connection.Shape.LagId == lag.Id && connection.IsLive(call.Now));
                lag.Shape.Connections = members.ConvertAll(connection => Shape(call, connection));
                lag.Shape.NumberOfConnections = members.Count;
                lag.Shape.Tags = Dx.TagsOf(call, lag.Home, lag.Id);
                return lag.Shape;
            }),
            NextToken = page.NextToken,
        };
    }

    private static DescribeVirtualGatewaysResponse DescribeVirtualGateways(Call call, DescribeVirtualGatewaysRequest request) => new()
    {
        VirtualGateways = call.Network.VirtualGateways.In(call.Place).ConvertAll(gateway => new VirtualGateway { VirtualGatewayId = gateway.Id, VirtualGatewayState = gateway.State }),
    };

    private static List<Location> Locations(Call call)
    {
        var known = KnownLocations.Where(location => location.Region == call.Region).Select(location => (location.Code, location.Name));
        var loaded = call.Network.DxConnections.All.Where(connection => connection.Region == call.Region && connection.Shape.Location is not null)
            .Select(connection => (Code: connection.Shape.Location!, Name: connection.Shape.Location!));
        return
        [
            .. known.Concat(loaded).DistinctBy(location => location.Code, StringComparer.Ordinal).Select(location => new Location
            {
                LocationCode = location.Code,
                LocationName = location.Name,
                Region = call.Region,
                AvailablePortSpeeds = [.. Bandwidths.AsEnumerable().Reverse()],
                AvailableProviders = [],
                AvailableMacSecPortSpeeds = ["100Gbps", "10Gbps"],
            }),
        ];
    }

    private static Connection Shape(Call call, DxConnectionRecord connection)
    {
        connection.Shape.ConnectionState = connection.StateAt(call.Now);
        connection.Shape.Tags = Dx.TagsOf(call, connection.Home, connection.Id);
        return connection.Shape;
    }
}

/// <summary>What a virtual interface runs over: a connection or a LAG.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Account">Its owner.</param>
/// <param name="Location">Where it ends.</param>
/// <param name="IsHosted">True for a hosted connection.</param>
/// <param name="HasLogicalRedundancy">True where two BGP peers of one family are possible.</param>
/// <param name="AwsDevice">The device at the other end.</param>
/// <param name="AwsLogicalDevice">The logical device at the other end.</param>
/// <param name="Noun">What messages call it.</param>
/// <param name="State">Its state.</param>
internal sealed record Carrier(
    string Id, string Account, string Location, bool IsHosted, bool HasLogicalRedundancy, string? AwsDevice, string? AwsLogicalDevice, string Noun, string State);
