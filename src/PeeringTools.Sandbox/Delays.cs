namespace PeeringTools.Sandbox;

/// <summary>What takes time at AWS. The names are those of sandbox.json's <c>delays</c>, in camel case.</summary>
internal enum Delay
{
    /// <summary>A VPC or subnet from pending to available.</summary>
    Vpc,

    /// <summary>A VPC's block from associating to associated, and back.</summary>
    VpcCidrBlock,

    /// <summary>A VPC peering from initiating-request to pending-acceptance (or failed).</summary>
    VpcPeeringRequest,

    /// <summary>A VPC peering from provisioning to active.</summary>
    VpcPeeringProvisioning,

    /// <summary>An inter-Region VPC peering from deleting to deleted.</summary>
    VpcPeeringDeleting,

    /// <summary>A transit gateway from pending, modifying or deleting to the next state.</summary>
    TransitGateway,

    /// <summary>An attachment's changes of state, each.</summary>
    TransitGatewayAttachment,

    /// <summary>A Connect peer from pending to available, and from deleting to deleted.</summary>
    ConnectPeer,

    /// <summary>A Connect peer's BGP sessions from down to up, once it is available.</summary>
    ConnectPeerBgp,

    /// <summary>An association or propagation of a transit gateway route table.</summary>
    TransitGatewayAssociation,

    /// <summary>A Direct Connect connection's changes of state, each.</summary>
    DxConnection,

    /// <summary>A virtual interface from pending to available, from deleting to deleted.</summary>
    VirtualInterface,

    /// <summary>A BGP peer from pending to available, from deleting to deleted.</summary>
    BgpPeer,

    /// <summary>A BGP peer's status from down to up, once it is available.</summary>
    BgpSession,

    /// <summary>A Direct Connect gateway's and its associations' changes of state.</summary>
    DxGateway,

    /// <summary>Each step of a GameLift peering.</summary>
    GameLiftPeering,
}

/// <summary>How long each of them takes here: short, but long enough that a poll right after the call sees the state in between.</summary>
internal sealed class Delays
{
    /// <summary>Used where nothing else is set.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<Delay, TimeSpan> _set = [];

    /// <summary>Used for everything that isn't set by itself.</summary>
    public TimeSpan Default { get; set; } = Usual;

    /// <summary>The time that it takes.</summary>
    public TimeSpan this[Delay delay]
    {
        get => _set.TryGetValue(delay, out var time) ? time : Default;
        set => _set[delay] = value;
    }

    /// <summary>Those that are set, for saving.</summary>
    public IReadOnlyDictionary<Delay, TimeSpan> Set => _set;
}
