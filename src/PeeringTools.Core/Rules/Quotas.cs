namespace PeeringTools.Core.Rules;

/// <summary>A limit that AWS sets.</summary>
/// <param name="RuleId">The rule's id.</param>
/// <param name="Name">What is counted, with what it is counted in.</param>
/// <param name="Value">The limit of an account that never asked for another.</param>
/// <param name="IsAdjustable">True where AWS raises it on request.</param>
/// <param name="Source">The page that states it.</param>
/// <param name="Most">The most that AWS raises it to, where it says so.</param>
internal sealed record Quota(string RuleId, string Name, int Value, bool IsAdjustable, string Source, int? Most = null)
{
    /// <summary>
    /// Rule <see cref="RuleId"/>: there's room for more. It's a warning where AWS may have raised the quota for the account, unless even the most that AWS
    /// grants is reached.
    /// </summary>
    /// <param name="count">How many there are.</param>
    /// <param name="owner">The id of what they are counted in.</param>
    public RuleBreak? Check(int count, string owner)
    {
        if (count < Value)
            return null;

        var most = Most is { } granted ? $", {granted} at most on request" : IsAdjustable ? ", more on request" : "";
        return new(RuleId,
            $"{RuleText.Quote(owner)} has {count} {Name}; allowed is {Value}{most}.",
            IsAdjustable ? "Remove one, or ask AWS for a higher quota." : "Remove one first; this quota can't be raised.",
            IsWarning: IsAdjustable && !(count >= Most));
    }
}

/// <summary>The quotas that peerings run into.</summary>
internal static class Quotas
{
    private const string VpcPage = "VPC user guide, \"Amazon VPC quotas\"";
    private const string TransitGatewayPage = "VPC transit gateways guide, \"Transit gateway quotas\"";
    private const string DirectConnectPage = "Direct Connect user guide, \"Direct Connect quotas\"";

    /// <summary>Active peerings of a VPC.</summary>
    public static readonly Quota ActivePeeringsPerVpc =
        new(RuleIds.ActivePeeringsQuota, "active VPC peering connections of the VPC", 50, IsAdjustable: true, VpcPage, Most: 125);

    /// <summary>Requests of an account that nobody has answered.</summary>
    public static readonly Quota OutstandingPeeringRequests =
        new(RuleIds.OutstandingPeeringsQuota, "outstanding VPC peering requests", 25, IsAdjustable: true, VpcPage);

    /// <summary>Connect peers of a Connect attachment.</summary>
    public static readonly Quota ConnectPeersPerAttachment =
        new(RuleIds.ConnectPeersQuota, "Connect peers on the Connect attachment", 4, IsAdjustable: false, TransitGatewayPage);

    /// <summary>CIDR blocks of a transit gateway.</summary>
    public static readonly Quota CidrBlocksPerTransitGateway =
        new(RuleIds.TransitGatewayCidrsQuota, "CIDR blocks on the transit gateway", 5, IsAdjustable: false, TransitGatewayPage);

    /// <summary>Private and public virtual interfaces of a dedicated connection, together.</summary>
    public static readonly Quota VirtualInterfacesPerDedicatedConnection =
        new(RuleIds.DedicatedInterfacesQuota, "private and public virtual interfaces on the dedicated connection", 50, IsAdjustable: false, DirectConnectPage);

    /// <summary>Transit virtual interfaces of a dedicated connection.</summary>
    public static readonly Quota TransitInterfacesPerDedicatedConnection =
        new(RuleIds.TransitInterfacesQuota, "transit virtual interfaces on the dedicated connection", 4, IsAdjustable: false, DirectConnectPage);

    /// <summary>Virtual interfaces of a hosted connection.</summary>
    public static readonly Quota VirtualInterfacesPerHostedConnection =
        new(RuleIds.HostedInterfacesQuota, "virtual interfaces on the hosted connection", 1, IsAdjustable: false, DirectConnectPage);

    /// <summary>Routes that a router may advertise on a BGP session of a private or transit virtual interface, each family.</summary>
    public static readonly Quota RoutesPerPrivateSession =
        new(RuleIds.PrivateRoutesQuota, "routes on the BGP session", 100, IsAdjustable: false, DirectConnectPage);

    /// <summary>Routes that a router may advertise on a BGP session of a public virtual interface.</summary>
    public static readonly Quota RoutesPerPublicSession =
        new(RuleIds.PublicRoutesQuota, "routes on the BGP session", 1000, IsAdjustable: false, DirectConnectPage);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Quota> All { get; } =
    [
        ActivePeeringsPerVpc, OutstandingPeeringRequests, ConnectPeersPerAttachment, CidrBlocksPerTransitGateway, VirtualInterfacesPerDedicatedConnection,
        TransitInterfacesPerDedicatedConnection, VirtualInterfacesPerHostedConnection, RoutesPerPrivateSession, RoutesPerPublicSession,
    ];
}
