namespace PeeringTools;

/// <summary>The systems that an appliance's configuration can be written for.</summary>
public enum AppliancePlatform
{
    /// <summary>FRRouting on Linux.</summary>
    FRRouting,

    /// <summary>Cisco IOS XE.</summary>
    CiscoIosXe,

    /// <summary>Juniper Junos OS.</summary>
    JunOS,

    /// <summary>VyOS 1.4 and later.</summary>
    VyOS,

    /// <summary>Arista EOS.</summary>
    AristaEos,
}
