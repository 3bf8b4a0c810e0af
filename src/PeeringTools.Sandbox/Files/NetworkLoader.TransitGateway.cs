using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Files;

/// <content>Transit gateways and what hangs on them.</content>
internal sealed partial class NetworkLoader
{
    /// <summary>describe-transit-gateways. One that stands in another account's folder is shared with that account.</summary>
    public void LoadTransitGateway(LoadedItem item)
    {
        var gateway = item.As<TransitGateway>();
        var place = item.Place(gateway.OwnerId, "OwnerId", Settings);
        var id = item.Id(ResourceKind.TransitGateway, gateway.TransitGatewayId, "TransitGatewayId");
        var viewer = item.File.Account ?? place.Account;
        if (Network.TransitGateways.TryGet(id, out var known) && known.Account != viewer && !known.SharedWith.Contains(viewer, StringComparer.Ordinal))
        {
            known.SharedWith.Add(viewer);
            Network.TransitGateways.Show(known, place with { Account = viewer });
            return;
        }
        var options = gateway.Options;
        var blocks = options?.TransitGatewayCidrBlocks ?? [];
        for (var i = 0; i < blocks.Count; i++)
            item.Block(blocks[i], $"Options.TransitGatewayCidrBlocks[{i}]");
        (string Name, string? Value)[] switches =
        [
            ("AutoAcceptSharedAttachments", options?.AutoAcceptSharedAttachments), ("DefaultRouteTableAssociation", options?.DefaultRouteTableAssociation),
            ("DefaultRouteTablePropagation", options?.DefaultRouteTablePropagation), ("VpnEcmpSupport", options?.VpnEcmpSupport), ("DnsSupport", options?.DnsSupport),
            ("SecurityGroupReferencingSupport", options?.SecurityGroupReferencingSupport), ("MulticastSupport", options?.MulticastSupport),
        ];
        Add(item, Network.TransitGateways, new TransitGatewayRecord
        {
            Id = id,
            Account = place.Account,
            Region = place.Region,
            Created = Made(gateway.CreationTime),
            Life = Life(gateway.State ?? "available", Made(gateway.CreationTime)),
            Description = gateway.Description,
            AmazonSideAsn = item.Require(options?.AmazonSideAsn, "Options.AmazonSideAsn"),
            CidrBlocks = [.. blocks],
            Switches = switches.Where(option => option.Value is not null).ToDictionary(option => option.Name, option => option.Value!, StringComparer.Ordinal),
            AssociationDefaultRouteTableId = options!.AssociationDefaultRouteTableId,
            PropagationDefaultRouteTableId = options.PropagationDefaultRouteTableId,
            SharedWith = viewer == place.Account ? [] : [viewer],
        }, "TransitGatewayId");
        // The default tables are there even where no describe-transit-gateway-route-tables tells of them.
        foreach (var table in new[] { options.AssociationDefaultRouteTableId, options.PropagationDefaultRouteTableId }.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            Network.Add(Network.TgwRouteTables, new TgwRouteTableRecord
            {
                Id = item.Id(ResourceKind.TransitGatewayRouteTable, table, "Options.AssociationDefaultRouteTableId"),
                Account = place.Account,
                Region = place.Region,
                Created = Made(gateway.CreationTime),
                Life = Timeline.Start(Made(gateway.CreationTime), "available"),
                TransitGatewayId = id,
            });
        }
        AddTags(new Place(viewer, place.Region), id, gateway.Tags);
    }

    /// <summary>describe-transit-gateway-route-tables.</summary>
    public void LoadTgwRouteTable(LoadedItem item)
    {
        var table = item.As<TransitGatewayRouteTable>();
        var gateway = GatewayOf(item, table.TransitGatewayId);
        var id = item.Id(ResourceKind.TransitGatewayRouteTable, table.TransitGatewayRouteTableId, "TransitGatewayRouteTableId");
        if (!Network.TgwRouteTables.TryGet(id, out _))
        {
            Network.Add(Network.TgwRouteTables, new TgwRouteTableRecord
            {
                Id = id,
                Account = gateway.Account,
                Region = gateway.Region,
                Created = Made(table.CreationTime),
                Life = Life(table.State ?? "available", Made(table.CreationTime)),
                TransitGatewayId = gateway.Id,
            });
        }
        AddTags(gateway.Home, id, table.Tags);
    }

    /// <summary>describe-transit-gateway-vpc-attachments.</summary>
    public void LoadTgwVpcAttachment(LoadedItem item)
    {
        var attachment = item.As<TransitGatewayVpcAttachment>();
        var gateway = GatewayOf(item, attachment.TransitGatewayId);
        (string Name, string? Value)[] switches =
        [
            ("DnsSupport", attachment.Options?.DnsSupport), ("SecurityGroupReferencingSupport", attachment.Options?.SecurityGroupReferencingSupport),
            ("Ipv6Support", attachment.Options?.Ipv6Support), ("ApplianceModeSupport", attachment.Options?.ApplianceModeSupport),
        ];
        AddAttachment(item, gateway, attachment.TransitGatewayAttachmentId, attachment.Tags, (id, life) => new TgwAttachmentRecord
        {
            Id = id,
            Account = item.Account(attachment.VpcOwnerId, "VpcOwnerId", Settings),
            Region = gateway.Region,
            Created = Made(attachment.CreationTime),
            Life = life,
            ResourceType = "vpc",
            ResourceId = item.Id(ResourceKind.Vpc, attachment.VpcId, "VpcId"),
            Sides = [SideOf(gateway)],
            SubnetIds = [.. attachment.SubnetIds ?? []],
            Switches = switches.Where(option => option.Value is not null).ToDictionary(option => option.Name, option => option.Value!, StringComparer.Ordinal),
        }, attachment.State, attachment.CreationTime);
    }

    /// <summary>describe-transit-gateway-connects.</summary>
    public void LoadTgwConnect(LoadedItem item)
    {
        var connect = item.As<TransitGatewayConnect>();
        var gateway = GatewayOf(item, connect.TransitGatewayId);
        var transport = item.Id(ResourceKind.TransitGatewayAttachment, connect.TransportTransitGatewayAttachmentId, "TransportTransitGatewayAttachmentId");
        AddAttachment(item, gateway, connect.TransitGatewayAttachmentId, connect.Tags, (id, life) => new TgwAttachmentRecord
        {
            Id = id,
            Account = gateway.Account,
            Region = gateway.Region,
            Created = Made(connect.CreationTime),
            Life = life,
            ResourceType = Ec2.TgwConnects.Type,
            ResourceId = transport,
            TransportAttachmentId = transport,
            Sides = [SideOf(gateway)],
        }, connect.State, connect.CreationTime);
    }

    /// <summary>describe-transit-gateway-peering-attachments. Both sides' files may hold the same one.</summary>
    public void LoadTgwPeering(LoadedItem item)
    {
        var peering = item.As<TransitGatewayPeeringAttachment>();
        var id = item.Id(ResourceKind.TransitGatewayAttachment, peering.TransitGatewayAttachmentId, "TransitGatewayAttachmentId");
        var requester = PeeringSideOf(item, peering.RequesterTgwInfo, "RequesterTgwInfo");
        var accepter = PeeringSideOf(item, peering.AccepterTgwInfo, "AccepterTgwInfo");
        if (!Network.TgwAttachments.TryGet(id, out _))
        {
            Network.Add(Network.TgwAttachments, new TgwAttachmentRecord
            {
                Id = id,
                Account = requester.Account,
                Region = requester.Region,
                Created = Made(peering.CreationTime),
                Life = Life(item.Require(peering.State, "State"), Made(peering.CreationTime)),
                ResourceType = "peering",
                ResourceId = accepter.TransitGatewayId,
                Sides = [requester, accepter],
                Switches = Ec2.TgwPeerings.Options(peering.Options?.DynamicRouting),
            });
        }
        AddTags(item.File is { Account: { } account, Region: { } region } ? new Place(account, region) : requester.Place, id, peering.Tags);
    }

    /// <summary>describe-transit-gateway-attachments: adds associations to those that other outputs described, and the kinds that only it describes.</summary>
    public void LoadTgwAttachment(LoadedItem item)
    {
        var attachment = item.As<TransitGatewayAttachment>();
        var gateway = GatewayOf(item, attachment.TransitGatewayId);
        var id = item.Id(ResourceKind.TransitGatewayAttachment, attachment.TransitGatewayAttachmentId, "TransitGatewayAttachmentId");
        var type = item.Require(attachment.ResourceType, "ResourceType");
        if (!Network.TgwAttachments.TryGet(id, out var record))
        {
            if (type == "peering")
                throw item.Wrong(null, $"is a peering: its other side is only in the output of describe-transit-gateway-peering-attachments, which this folder lacks.");
            var isConnect = type == Ec2.TgwConnects.Type;
            record = AddAttachment(item, gateway, id, attachment.Tags, (_, life) => new TgwAttachmentRecord
            {
                Id = id,
                Account = item.Account(attachment.ResourceOwnerId, "ResourceOwnerId", Settings),
                Region = gateway.Region,
                Created = Made(attachment.CreationTime),
                Life = life,
                ResourceType = type,
                ResourceId = item.Require(attachment.ResourceId, "ResourceId"),
                TransportAttachmentId = isConnect ? attachment.ResourceId : null,
                Sides = [SideOf(gateway)],
            }, attachment.State, attachment.CreationTime);
        }
        if (record.SideOf(gateway.Id) is { } side && attachment.Association?.TransitGatewayRouteTableId is { } table)
        {
            side.RouteTableId = table;
            side.Association = Life(attachment.Association.State ?? "associated", LongAgo);
        }
    }

    /// <summary>describe-transit-gateway-connect-peers.</summary>
    public void LoadConnectPeer(LoadedItem item)
    {
        var peer = item.As<TransitGatewayConnectPeer>();
        var id = item.Id(ResourceKind.TransitGatewayConnectPeer, peer.TransitGatewayConnectPeerId, "TransitGatewayConnectPeerId");
        var attachmentId = item.Id(ResourceKind.TransitGatewayAttachment, peer.TransitGatewayAttachmentId, "TransitGatewayAttachmentId");
        if (!Network.TgwAttachments.TryGet(attachmentId, out var attachment))
            throw item.Wrong("TransitGatewayAttachmentId", $"{attachmentId} is in no describe-transit-gateway-connects output of this folder.");
        var configuration = peer.ConnectPeerConfiguration ?? throw item.Wrong("ConnectPeerConfiguration", "is missing.");
        item.Check(InsideCidrs.Check(configuration.InsideCidrBlocks, "ConnectPeerConfiguration.InsideCidrBlocks"), "ConnectPeerConfiguration.InsideCidrBlocks");
        item.Check(PeerAddresses.Check(configuration.PeerAddress, "ConnectPeerConfiguration.PeerAddress"), "ConnectPeerConfiguration.PeerAddress");
        item.Check(PeerAddresses.Check(configuration.TransitGatewayAddress, "ConnectPeerConfiguration.TransitGatewayAddress"), "ConnectPeerConfiguration.TransitGatewayAddress");
        var session = configuration.BgpConfigurations is [var first, ..] ? first : null;
        Add(item, Network.ConnectPeers, new ConnectPeerRecord
        {
            Id = id,
            Account = attachment.Account,
            Region = attachment.Region,
            Created = Made(peer.CreationTime),
            Life = Life(peer.State ?? TgwConnectPeerStates.Available, Made(peer.CreationTime)),
            AttachmentId = attachment.Id,
            TransitGatewayId = attachment.TransitGatewayId,
            TransitGatewayAddress = configuration.TransitGatewayAddress!,
            PeerAddress = configuration.PeerAddress!,
            InsideCidrBlocks = [.. configuration.InsideCidrBlocks!],
            PeerAsn = item.Require(session?.PeerAsn, "ConnectPeerConfiguration.BgpConfigurations[0].PeerAsn"),
            TransitGatewayAsn = item.Require(session!.TransitGatewayAsn, "ConnectPeerConfiguration.BgpConfigurations[0].TransitGatewayAsn"),
        }, "TransitGatewayConnectPeerId");
        if (configuration.BgpConfigurations!.TrueForAll(other => other.BgpStatus == "down") && peer.State == TgwConnectPeerStates.Available)
            Settings.BgpDown.Add(id);
        AddTags(attachment.Home, id, peer.Tags);
    }

    private TgwAttachmentRecord AddAttachment(
        LoadedItem item, TransitGatewayRecord gateway, string? id, List<Tag>? tags, Func<string, Timeline, TgwAttachmentRecord> make, string? state, DateTime? created)
    {
        var checkedId = item.Id(ResourceKind.TransitGatewayAttachment, id, "TransitGatewayAttachmentId");
        var viewer = item.File.Account is { } account ? new Place(account, gateway.Region) : gateway.Home;
        // A VPC's owner and the gateway's owner both describe a shared attachment.
        if (Network.TgwAttachments.TryGet(checkedId, out var known) && known.Places.Contains(viewer) && known.Home != viewer)
        {
            AddTags(viewer, checkedId, tags);
            return known;
        }
        var record = Add(item, Network.TgwAttachments, make(checkedId, Life(state ?? "available", Made(created))), "TransitGatewayAttachmentId");
        if (gateway.AssociationDefaultRouteTableId is { } table && gateway.Has("DefaultRouteTableAssociation"))
        {
            record.Sides[0].RouteTableId = table;
            record.Sides[0].Association = Timeline.Start(LongAgo, "associated");
        }
        if (gateway.Has("DefaultRouteTablePropagation") && Network.TgwRouteTables.TryGet(gateway.PropagationDefaultRouteTableId, out var into))
            into.Propagations.Add(new TgwPropagation { AttachmentId = checkedId, Life = Timeline.Start(LongAgo, "enabled") });
        AddTags(viewer, checkedId, tags);
        return record;
    }

    private TransitGatewayRecord GatewayOf(LoadedItem item, string? id) =>
        Network.TransitGateways.TryGet(item.Id(ResourceKind.TransitGateway, id, "TransitGatewayId"), out var gateway)
            ? gateway
            : throw item.Wrong("TransitGatewayId", $"{id} is in no describe-transit-gateways output of this folder.");

    private static AttachmentSide SideOf(TransitGatewayRecord gateway) => new() { TransitGatewayId = gateway.Id, Account = gateway.Account, Region = gateway.Region };

    private AttachmentSide PeeringSideOf(LoadedItem item, PeeringTgwInfo? info, string field)
    {
        if (info is null)
            throw item.Wrong(field, "is missing.");
        var id = item.Id(ResourceKind.TransitGateway, info.TransitGatewayId, field + ".TransitGatewayId");
        var side = new AttachmentSide { TransitGatewayId = id, Account = item.Account(info.OwnerId, field + ".OwnerId", Settings), Region = item.Region(info.Region, field + ".Region", Settings) };
        if (Network.TransitGateways.TryGet(id, out var gateway) && gateway.Has("DefaultRouteTableAssociation") && gateway.AssociationDefaultRouteTableId is { } table)
        {
            side.RouteTableId = table;
            side.Association = Timeline.Start(LongAgo, "associated");
        }
        return side;
    }
}
