namespace PeeringTools.Sandbox.Ec2;

/// <summary>All that answers for EC2.</summary>
internal static class Ec2Operations
{
    /// <summary>Operation to handler.</summary>
    public static readonly Operations All = new Operations(ServiceKind.Ec2)
        .OnVpcs()
        .OnSubnets()
        .OnRouteTables()
        .OnRoutes()
        .OnNetworkAcls()
        .OnNetworkInterfaces()
        .OnSecurityGroups()
        .OnVpcPeerings()
        .OnTransitGateways()
        .OnTgwAttachments()
        .OnTgwVpcAttachments()
        .OnTgwConnects()
        .OnConnectPeers()
        .OnTgwPeerings()
        .OnTgwRouteTables()
        .OnTgwRoutes()
        .OnTagging()
        .OnSurroundings();
}
