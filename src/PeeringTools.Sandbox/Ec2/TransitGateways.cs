using System.Globalization;
using System.Net;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>Transit gateways.</summary>
internal static class TransitGateways
{
    private const long UsualAsn = 64512;

    // Options with the values enable and disable, and what each is when nobody says.
    private static readonly (string Name, string Usual)[] Switches =
    [
        ("AutoAcceptSharedAttachments", "disable"), ("DefaultRouteTableAssociation", "enable"), ("DefaultRouteTablePropagation", "enable"), ("VpnEcmpSupport", "enable"),
        ("DnsSupport", "enable"), ("SecurityGroupReferencingSupport", "disable"), ("MulticastSupport", "disable"),
    ];

    private static readonly Filters<TransitGatewayRecord> Known = new Filters<TransitGatewayRecord>(gateway => gateway.Id)
        .One("options.propagation-default-route-table-id", (_, gateway) => gateway.PropagationDefaultRouteTableId)
        .One("options.amazon-side-asn", (_, gateway) => gateway.AmazonSideAsn.ToString(CultureInfo.InvariantCulture))
        .One("options.association-default-route-table-id", (_, gateway) => gateway.AssociationDefaultRouteTableId)
        .One("options.auto-accept-shared-attachments", Switch("AutoAcceptSharedAttachments"))
        .One("options.default-route-table-association", Switch("DefaultRouteTableAssociation"))
        .One("options.default-route-table-propagation", Switch("DefaultRouteTablePropagation"))
        .One("options.dns-support", Switch("DnsSupport"))
        .One("options.vpn-ecmp-support", Switch("VpnEcmpSupport"))
        .One("owner-id", (_, gateway) => gateway.Account)
        .One("state", (call, gateway) => gateway.StateAt(call.Now))
        .One("transit-gateway-id", (_, gateway) => gateway.Id);

    /// <summary>Adds these operations.</summary>
    public static Operations OnTransitGateways(this Operations operations) => operations
        .On<CreateTransitGatewayRequest, CreateTransitGatewayResponse>(Create)
        .On<DeleteTransitGatewayRequest, DeleteTransitGatewayResponse>(Delete)
        .On<ModifyTransitGatewayRequest, ModifyTransitGatewayResponse>(Modify)
        .On<DescribeTransitGatewaysRequest, DescribeTransitGatewaysResponse>(Describe);

    /// <summary>A gateway that a request names.</summary>
    public static TransitGatewayRecord Get(Call call, string? id, string parameter = "transitGatewayId") =>
        Lookup.GetLive(call, call.Network.TransitGateways, ResourceKind.TransitGateway, id, parameter);

    /// <summary>A gateway that a request names and that can be used now.</summary>
    public static TransitGatewayRecord GetAvailable(Call call, string? id)
    {
        var gateway = Get(call, id);
        return gateway.StateAt(call.Now) is "available" or "modifying" ? gateway : throw WrongState(gateway.Id, gateway.StateAt(call.Now));
    }

    /// <summary>EC2's word for something that isn't in the right state.</summary>
    public static ServiceException WrongState(string id, string state) => new("IncorrectState", $"{id} is in invalid state: {state}.");

    private static Func<Call, TransitGatewayRecord, string?> Switch(string name) => (_, gateway) => gateway.Switches.GetValueOrDefault(name);

    private static CreateTransitGatewayResponse Create(Call call, CreateTransitGatewayRequest request)
    {
        var options = request.Options ?? new TransitGatewayRequestOptions();
        if (options.AmazonSideAsn is { } asked)
            Call.Require(Asns.Check(asked, AsnUse.AmazonSide, "AmazonSideAsn"), "InvalidParameterValue");
        var blocks = ReadBlocks(options.TransitGatewayCidrBlocks ?? [], []);
        string?[] given =
        [
            options.AutoAcceptSharedAttachments, options.DefaultRouteTableAssociation, options.DefaultRouteTablePropagation, options.VpnEcmpSupport,
            options.DnsSupport, options.SecurityGroupReferencingSupport, options.MulticastSupport,
        ];
        var switches = ReadSwitches(Switches.Zip(given, (option, value) => (option.Name, value ?? option.Usual)));
        var tags = Tagging.Read(request.TagSpecifications, "transit-gateway");
        call.Permit();

        var network = call.Network;
        var gateway = network.Add(network.TransitGateways, new TransitGatewayRecord
        {
            Id = NewIds.Ec2("tgw-"),
            Account = call.Account,
            Region = call.Region,
            Created = call.Now,
            Life = Timeline.Start(call.Now, "pending", (call.After(Delay.TransitGateway), "available")),
            Description = request.Description,
            AmazonSideAsn = options.AmazonSideAsn ?? UsualAsn,
            CidrBlocks = blocks,
            Switches = switches,
        });
        if (gateway.Has("DefaultRouteTableAssociation") || gateway.Has("DefaultRouteTablePropagation"))
        {
            var table = network.Add(network.TgwRouteTables, new TgwRouteTableRecord
            {
                Id = NewIds.Ec2("tgw-rtb-"),
                Account = call.Account,
                Region = call.Region,
                Created = call.Now,
                Life = Timeline.Start(call.Now, "pending", (call.After(Delay.TransitGateway), "available")),
                TransitGatewayId = gateway.Id,
            });
            gateway.AssociationDefaultRouteTableId = gateway.Has("DefaultRouteTableAssociation") ? table.Id : null;
            gateway.PropagationDefaultRouteTableId = gateway.Has("DefaultRouteTablePropagation") ? table.Id : null;
        }
        Tagging.Put(call, gateway.Id, tags);
        return new CreateTransitGatewayResponse { TransitGateway = Shape(call, gateway) };
    }

    private static DeleteTransitGatewayResponse Delete(Call call, DeleteTransitGatewayRequest request)
    {
        var gateway = GetOwned(call, request.TransitGatewayId);
        if (gateway.StateAt(call.Now) == "deleting")
            throw WrongState(gateway.Id, "deleting");
        var attached = call.Network.TgwAttachments.All
            .Where(attachment => attachment.SideOf(gateway.Id) is not null && attachment.StateAt(call.Now) is not ("deleted" or "failed" or "rejected")).Select(attachment => attachment.Id).ToList();
        if (attached.Count > 0)
            throw new ServiceException("IncorrectState", $"{gateway.Id} has non-deleted Transit Gateway Attachments: {string.Join(", ", attached)}.");
        call.Permit(gateway.Id);
        gateway.Life.Enter(call.Now, "deleting", (call.After(Delay.TransitGateway), "deleted"));
        foreach (var table in call.Network.TgwRouteTables.In(call.Place).Where(table => table.TransitGatewayId == gateway.Id))
            table.Life.Enter(call.Now, "deleting", (call.After(Delay.TransitGateway), "deleted"));
        return new DeleteTransitGatewayResponse { TransitGateway = Shape(call, gateway) };
    }

    private static ModifyTransitGatewayResponse Modify(Call call, ModifyTransitGatewayRequest request)
    {
        var gateway = GetOwned(call, request.TransitGatewayId);
        if (gateway.StateAt(call.Now) != "available")
            throw WrongState(gateway.Id, gateway.StateAt(call.Now));
        var options = request.Options ?? new ModifyTransitGatewayOptions();
        if (options.AmazonSideAsn is { } asn && asn != gateway.AmazonSideAsn)
        {
            Call.Require(Asns.Check(asn, AsnUse.AmazonSide, "AmazonSideAsn"), "InvalidParameterValue");
            if (call.Network.ConnectPeers.In(call.Place).Exists(peer => peer.TransitGatewayId == gateway.Id && peer.IsLive(call.Now)))
                throw new ServiceException("IncorrectState", $"The Amazon side ASN of {gateway.Id} can't change while it has BGP sessions.");
        }
        var removed = options.RemoveTransitGatewayCidrBlocks ?? [];
        foreach (var block in removed)
            CheckUnused(call, gateway, block);
        var kept = gateway.CidrBlocks.Except(removed.Select(block => Blocks.ReadAny(block, "RemoveTransitGatewayCidrBlocks").ToString()), StringComparer.Ordinal).ToList();
        var added = ReadBlocks(options.AddTransitGatewayCidrBlocks ?? [], kept);
        (string Name, string? Value)[] given =
        [
            ("AutoAcceptSharedAttachments", options.AutoAcceptSharedAttachments), ("DefaultRouteTableAssociation", options.DefaultRouteTableAssociation),
            ("DefaultRouteTablePropagation", options.DefaultRouteTablePropagation), ("VpnEcmpSupport", options.VpnEcmpSupport), ("DnsSupport", options.DnsSupport),
            ("SecurityGroupReferencingSupport", options.SecurityGroupReferencingSupport), ("EncryptionSupport", options.EncryptionSupport),
        ];
        var switches = ReadSwitches(given.Where(option => option.Value is not null).Select(option => (option.Name, option.Value!)));
        foreach (var table in new[] { options.AssociationDefaultRouteTableId, options.PropagationDefaultRouteTableId }.OfType<string>())
            TgwRouteTables.Get(call, table);
        call.Permit(gateway.Id);

        gateway.Description = request.Description ?? gateway.Description;
        gateway.AmazonSideAsn = options.AmazonSideAsn ?? gateway.AmazonSideAsn;
        gateway.CidrBlocks.Clear();
        gateway.CidrBlocks.AddRange([.. kept, .. added]);
        foreach (var (name, value) in switches)
            gateway.Switches[name] = value;
        gateway.AssociationDefaultRouteTableId = options.AssociationDefaultRouteTableId ?? gateway.AssociationDefaultRouteTableId;
        gateway.PropagationDefaultRouteTableId = options.PropagationDefaultRouteTableId ?? gateway.PropagationDefaultRouteTableId;
        gateway.Life.Enter(call.Now, "modifying", (call.After(Delay.TransitGateway), "available"));
        return new ModifyTransitGatewayResponse { TransitGateway = Shape(call, gateway) };
    }

    private static DescribeTransitGatewaysResponse Describe(Call call, DescribeTransitGatewaysRequest request)
    {
        var page = Lookup.Page(call, call.Network.TransitGateways, ResourceKind.TransitGateway, request.TransitGatewayIds, request.Filters, Known, request.MaxResults, request.NextToken);
        return new DescribeTransitGatewaysResponse { TransitGateways = page.Items.ConvertAll(gateway => Shape(call, gateway)), NextToken = page.NextToken };
    }

    // A gateway that is only shared with the caller can be seen and attached to, not changed.
    private static TransitGatewayRecord GetOwned(Call call, string? id)
    {
        var gateway = Get(call, id);
        return gateway.Home == call.Place ? gateway : throw new ServiceException("OperationNotPermitted", $"The transit gateway {gateway.Id} is owned by another account.");
    }

    private static List<string> ReadBlocks(List<string> cidrs, List<string> had)
    {
        var blocks = Blocks.Parse(had);
        var added = new List<string>();
        foreach (var cidr in cidrs)
        {
            var block = Blocks.ReadAny(cidr, "TransitGatewayCidrBlocks");
            Call.Require(NetworkCidrs.CheckTransitGatewayBlock(block, "TransitGatewayCidrBlocks"), "InvalidParameterValue");
            if (Cidrs.FirstOverlap([block], blocks) is not null)
                throw Lookup.Invalid("TransitGatewayCidrBlocks", cidr, "It overlaps another CIDR block of the transit gateway.");
            Call.Require(Quotas.CidrBlocksPerTransitGateway.Check(blocks.Count, "The transit gateway"), "TransitGatewayCidrBlockLimitExceeded");
            blocks.Add(block);
            added.Add(block.ToString());
        }
        return added;
    }

    private static void CheckUnused(Call call, TransitGatewayRecord gateway, string cidr)
    {
        var block = Blocks.ReadAny(cidr, "RemoveTransitGatewayCidrBlocks");
        if (!gateway.CidrBlocks.Contains(block.ToString(), StringComparer.Ordinal))
            throw Lookup.Invalid("RemoveTransitGatewayCidrBlocks", cidr, $"It is not a CIDR block of {gateway.Id}.");
        if (call.Network.ConnectPeers.In(gateway.Home).Exists(peer => peer.TransitGatewayId == gateway.Id && peer.IsLive(call.Now) && block.Contains(IPAddress.Parse(peer.TransitGatewayAddress))))
            throw new ServiceException("IncorrectState", $"The CIDR block {cidr} of {gateway.Id} is in use by a Connect peer.");
    }

    private static Dictionary<string, string> ReadSwitches(IEnumerable<(string Name, string Value)> options)
    {
        var switches = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in options)
            switches.Add(name, value is "enable" or "disable" ? value : throw Lookup.Invalid(name, value, "Valid values are enable and disable."));
        return switches;
    }

    private static TransitGateway Shape(Call call, TransitGatewayRecord gateway) => new()
    {
        TransitGatewayId = gateway.Id,
        TransitGatewayArn = $"arn:{RegionMap.PartitionOf(gateway.Region)}:ec2:{gateway.Region}:{gateway.Account}:transit-gateway/{gateway.Id}",
        State = gateway.StateAt(call.Now),
        OwnerId = gateway.Account,
        Description = gateway.Description,
        CreationTime = gateway.Created.UtcDateTime,
        Options = new TransitGatewayOptions
        {
            AmazonSideAsn = gateway.AmazonSideAsn,
            TransitGatewayCidrBlocks = gateway.CidrBlocks.Count > 0 ? [.. gateway.CidrBlocks] : null,
            AutoAcceptSharedAttachments = gateway.Switches.GetValueOrDefault("AutoAcceptSharedAttachments"),
            DefaultRouteTableAssociation = gateway.Switches.GetValueOrDefault("DefaultRouteTableAssociation"),
            AssociationDefaultRouteTableId = gateway.AssociationDefaultRouteTableId,
            DefaultRouteTablePropagation = gateway.Switches.GetValueOrDefault("DefaultRouteTablePropagation"),
            PropagationDefaultRouteTableId = gateway.PropagationDefaultRouteTableId,
            VpnEcmpSupport = gateway.Switches.GetValueOrDefault("VpnEcmpSupport"),
            DnsSupport = gateway.Switches.GetValueOrDefault("DnsSupport"),
            SecurityGroupReferencingSupport = gateway.Switches.GetValueOrDefault("SecurityGroupReferencingSupport"),
            MulticastSupport = gateway.Switches.GetValueOrDefault("MulticastSupport"),
            EncryptionSupport = gateway.Switches.TryGetValue("EncryptionSupport", out var encryption) ? new EncryptionSupport { EncryptionState = encryption + "d" } : null,
        },
        Tags = Tagging.Of(call, gateway.Id),
    };
}
