using System.Text.Json;

namespace PeeringTools.Sandbox.Files;

/// <summary>The top-level keys of describe outputs that a network can be read from.</summary>
internal static class DescribeKeys
{
    /// <summary>The key under which the outputs of describe-vpc-attribute are kept, which have no list.</summary>
    public const string VpcAttribute = "describe-vpc-attribute";

    // GameLift's peerings come under EC2's key.
    private const string VpcPeerings = "VpcPeeringConnections";
    private const string FleetPeerings = "VpcPeeringConnections of fleets";

    /// <summary>What loads each, in the order in which they lean on one another.</summary>
    public static readonly IReadOnlyList<(string Key, Action<NetworkLoader, LoadedItem> Load)> All =
    [
        ("Vpcs", (loader, item) => loader.LoadVpc(item)),
        (VpcAttribute, (loader, item) => loader.LoadVpcAttribute(item)),
        ("Subnets", (loader, item) => loader.LoadSubnet(item)),
        ("SecurityGroups", (loader, item) => loader.LoadSecurityGroup(item)),
        ("NetworkAcls", (loader, item) => loader.LoadNetworkAcl(item)),
        ("NetworkInterfaces", (loader, item) => loader.LoadNetworkInterface(item)),
        ("TransitGateways", (loader, item) => loader.LoadTransitGateway(item)),
        ("TransitGatewayRouteTables", (loader, item) => loader.LoadTgwRouteTable(item)),
        ("TransitGatewayVpcAttachments", (loader, item) => loader.LoadTgwVpcAttachment(item)),
        ("TransitGatewayPeeringAttachments", (loader, item) => loader.LoadTgwPeering(item)),
        ("TransitGatewayConnects", (loader, item) => loader.LoadTgwConnect(item)),
        ("TransitGatewayAttachments", (loader, item) => loader.LoadTgwAttachment(item)),
        ("TransitGatewayConnectPeers", (loader, item) => loader.LoadConnectPeer(item)),
        ("FleetAttributes", (loader, item) => loader.LoadFleet(item)),
        ("FleetUtilization", (loader, item) => loader.LoadFleetUtilization(item)),
        ("VpcPeeringAuthorizations", (loader, item) => loader.LoadPeeringAuthorization(item)),
        (FleetPeerings, (loader, item) => loader.LoadFleetPeering(item)),
        (VpcPeerings, (loader, item) => loader.LoadVpcPeering(item)),
        ("RouteTables", (loader, item) => loader.LoadRouteTable(item)),
        ("lags", (loader, item) => loader.LoadLag(item)),
        ("connections", (loader, item) => loader.LoadConnection(item)),
        ("virtualGateways", (loader, item) => loader.LoadVirtualGateway(item)),
        ("directConnectGateways", (loader, item) => loader.LoadDxGateway(item)),
        ("directConnectGatewayAssociations", (loader, item) => loader.LoadDxGatewayAssociation(item)),
        ("virtualInterfaces", (loader, item) => loader.LoadVirtualInterface(item)),
        ("Tags", (loader, item) => loader.LoadTag(item)),
    ];

    /// <summary>The complaint about any other key.</summary>
    public static string Unknown { get; } =
        "isn't a describe output that a network can be read from; allowed is " + string.Join(", ", All.Select(key => key.Key).Where(key => key is not (VpcAttribute or FleetPeerings))) + ", and the output of describe-vpc-attribute.";

    /// <summary>True for a key that a describe prints.</summary>
    public static bool IsKnown(string name) => name is not (VpcAttribute or FleetPeerings) && All.Any(key => key.Key == name);

    /// <summary>The table's key for a resource under a top-level key; null where it isn't known.</summary>
    public static string? KeyOf(string name, JsonElement element) =>
        name == VpcPeerings && element.ValueKind == JsonValueKind.Object && element.TryGetProperty("FleetId", out _) ? FleetPeerings
        : IsKnown(name) ? name
        : null;

    /// <summary>True for what describe-vpc-attribute prints: a VPC's id beside one attribute.</summary>
    public static bool IsVpcAttribute(JsonElement root) => root.TryGetProperty("VpcId", out _)
        && root.EnumerateObject().All(property => property.Name is "VpcId" or "EnableDnsSupport" or "EnableDnsHostnames" or "EnableNetworkAddressUsageMetrics" or "ResponseMetadata");
}
