namespace PeeringTools.Sandbox.DirectConnect;

/// <summary>All that answers for Direct Connect.</summary>
internal static class DirectConnectOperations
{
    /// <summary>Operation to handler.</summary>
    public static readonly Operations All = new Operations(ServiceKind.DirectConnect)
        .OnConnections()
        .OnGateways()
        .OnVirtualInterfaces()
        .OnBgpPeers()
        .OnRouterConfigurations()
        .OnFailoverTests()
        .OnDxTagging();
}
