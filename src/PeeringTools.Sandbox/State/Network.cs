namespace PeeringTools.Sandbox.State;

/// <summary>All resources of all accounts and Regions.</summary>
internal sealed class Network
{
    private long _sequence;

    public Table<VpcRecord> Vpcs { get; } = new();

    public Table<SubnetRecord> Subnets { get; } = new();

    public Table<RouteTableRecord> RouteTables { get; } = new();

    public Table<SecurityGroupRecord> SecurityGroups { get; } = new();

    public Table<NetworkAclRecord> NetworkAcls { get; } = new();

    public Table<NetworkInterfaceRecord> NetworkInterfaces { get; } = new();

    public Table<VpcPeeringRecord> VpcPeerings { get; } = new();

    public Table<TransitGatewayRecord> TransitGateways { get; } = new();

    public Table<TgwRouteTableRecord> TgwRouteTables { get; } = new();

    public Table<TgwAttachmentRecord> TgwAttachments { get; } = new();

    public Table<ConnectPeerRecord> ConnectPeers { get; } = new();

    public Table<DxConnectionRecord> DxConnections { get; } = new();

    public Table<LagRecord> Lags { get; } = new();

    public Table<DxGatewayRecord> DxGateways { get; } = new();

    public Table<DxGatewayAssociationRecord> DxGatewayAssociations { get; } = new();

    public Table<VirtualInterfaceRecord> VirtualInterfaces { get; } = new();

    public Table<VirtualGatewayRecord> VirtualGateways { get; } = new();

    public Table<FailoverTestRecord> FailoverTests { get; } = new();

    public Table<FleetRecord> Fleets { get; } = new();

    public Table<PeeringAuthorizationRecord> PeeringAuthorizations { get; } = new();

    public TagStore Tags { get; } = new();

    /// <summary>Takes in a new record as the newest of its kind.</summary>
    public T Add<T>(Table<T> table, T record)
        where T : Record
    {
        record.Sequence = ++_sequence;
        table.Add(record);
        return record;
    }

    /// <summary>Takes back a saved record at its old place in the order.</summary>
    public void Restore<T>(Table<T> table, IEnumerable<T> records)
        where T : Record
    {
        foreach (var record in records.OrderBy(record => record.Sequence))
        {
            _sequence = Math.Max(_sequence, record.Sequence);
            table.Add(record);
        }
    }

    /// <summary>Forgets a record and its tags at once.</summary>
    public void Remove<T>(Table<T> table, T record)
        where T : Record
    {
        table.Remove(record);
        Tags.Forget(record);
    }

    /// <summary>Forgets what nobody can see any more.</summary>
    public void RemoveGone(DateTimeOffset now)
    {
        Sweep(Vpcs, now);
        Sweep(Subnets, now);
        Sweep(VpcPeerings, now);
        Sweep(TransitGateways, now);
        Sweep(TgwRouteTables, now);
        Sweep(TgwAttachments, now);
        Sweep(ConnectPeers, now);
        Sweep(DxConnections, now);
        Sweep(DxGateways, now);
        Sweep(DxGatewayAssociations, now);
        Sweep(VirtualInterfaces, now);
        Sweep(PeeringAuthorizations, now);
        foreach (var vif in VirtualInterfaces.All)
            vif.Peers.RemoveAll(peer => peer.Life.At(now) is { State: "deleted" } ended && now - ended.At >= TimeSpan.FromMinutes(15));
        foreach (var table in TgwRouteTables.All)
            table.Propagations.RemoveAll(propagation => propagation.Life.StateAt(now) == "disabled");
        foreach (var vpc in Vpcs.All)
        {
            vpc.Ipv4.RemoveAll(block => block.Life.StateAt(now) == "disassociated");
            vpc.Ipv6.RemoveAll(block => block.Life.StateAt(now) == "disassociated");
        }
    }

    private void Sweep<T>(Table<T> table, DateTimeOffset now)
        where T : Record
    {
        foreach (var record in table.RemoveGone(now))
            Tags.Forget(record);
    }
}
