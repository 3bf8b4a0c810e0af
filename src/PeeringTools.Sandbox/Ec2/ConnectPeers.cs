using System.Net;
using System.Net.Sockets;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>Connect peers (VPC Transit Gateways Guide, "Connect attachments and Connect peers").</summary>
internal static class ConnectPeers
{
    private static readonly Filters<ConnectPeerRecord> Known = new Filters<ConnectPeerRecord>(peer => peer.Id)
        .One("state", (call, peer) => peer.StateAt(call.Now))
        .One("transit-gateway-attachment-id", (_, peer) => peer.AttachmentId)
        .One("transit-gateway-connect-peer-id", (_, peer) => peer.Id);

    /// <summary>Adds these operations.</summary>
    public static Operations OnConnectPeers(this Operations operations) => operations
        .On<CreateTransitGatewayConnectPeerRequest, CreateTransitGatewayConnectPeerResponse>(Create)
        .On<DeleteTransitGatewayConnectPeerRequest, DeleteTransitGatewayConnectPeerResponse>(Delete)
        .On<DescribeTransitGatewayConnectPeersRequest, DescribeTransitGatewayConnectPeersResponse>(Describe);

    private static CreateTransitGatewayConnectPeerResponse Create(Call call, CreateTransitGatewayConnectPeerRequest request)
    {
        var attachment = TgwAttachments.Get(call, request.TransitGatewayAttachmentId, TgwConnects.Type);
        if (request.PeerAddress is null)
            throw Lookup.Missing("PeerAddress");
        Call.Require(PeerAddresses.Check(request.PeerAddress, "PeerAddress"), "InvalidParameterValue");
        if (request.TransitGatewayAddress is not null)
            Call.Require(PeerAddresses.Check(request.TransitGatewayAddress, "TransitGatewayAddress"), "InvalidParameterValue");
        Call.Require(PeerAddresses.CheckFamilies(request.PeerAddress, request.TransitGatewayAddress), "InvalidParameterValue");
        if (request.BgpOptions?.PeerAsn is { } asn)
            Call.Require(Asns.Check(asn, AsnUse.ConnectPeer, "PeerAsn"), "InvalidParameterValue");
        Call.Require(InsideCidrs.Check(request.InsideCidrBlocks, "InsideCidrBlocks"), request.InsideCidrBlocks is { Count: > 0 } ? "InvalidParameterValue" : "MissingParameter");
        Call.Require(TgwConnectRules.CheckAttachmentState(attachment.Id, attachment.StateAt(call.Now)), "IncorrectState");

        var peers = call.Network.ConnectPeers.All.Where(peer => peer.TransitGatewayId == attachment.TransitGatewayId && peer.StateAt(call.Now) != TgwConnectPeerStates.Deleted).ToList();
        Call.Require(Quotas.ConnectPeersPerAttachment.Check(peers.Count(peer => peer.AttachmentId == attachment.Id), attachment.Id), "TransitGatewayConnectPeerLimitExceeded");
        var used = Blocks.Parse(peers.SelectMany(peer => peer.InsideCidrBlocks));
        foreach (var block in Blocks.Parse(request.InsideCidrBlocks!))
            Call.Require(InsideCidrs.CheckFree(block, used, "InsideCidrBlocks"), "InvalidParameterValue");
        call.Network.TransitGateways.TryGet(attachment.TransitGatewayId, out var gateway);
        var gatewayAddress = ChooseGatewayAddress(gateway!, peers, IPAddress.Parse(request.PeerAddress), request.TransitGatewayAddress);
        var tags = Tagging.Read(request.TagSpecifications, "transit-gateway-connect-peer");
        call.Permit(attachment.Id, attachment.TransitGatewayId);

        var record = call.Network.Add(call.Network.ConnectPeers, new ConnectPeerRecord
        {
            Id = NewIds.Ec2("tgw-connect-peer-"),
            Account = call.Account,
            Region = call.Region,
            Created = call.Now,
            Life = Timeline.Start(call.Now, TgwConnectPeerStates.Pending, (call.After(Delay.ConnectPeer), TgwConnectPeerStates.Available)),
            AttachmentId = attachment.Id,
            TransitGatewayId = attachment.TransitGatewayId,
            PeerAddress = request.PeerAddress,
            TransitGatewayAddress = gatewayAddress.ToString(),
            InsideCidrBlocks = [.. request.InsideCidrBlocks!],
            PeerAsn = request.BgpOptions?.PeerAsn ?? gateway!.AmazonSideAsn,
            TransitGatewayAsn = gateway!.AmazonSideAsn,
        });
        Tagging.Put(call, record.Id, tags);
        return new CreateTransitGatewayConnectPeerResponse { TransitGatewayConnectPeer = Shape(call, record) };
    }

    private static IPAddress ChooseGatewayAddress(TransitGatewayRecord gateway, List<ConnectPeerRecord> peers, IPAddress peer, string? asked)
    {
        var blocks = Blocks.Parse(gateway.CidrBlocks);
        var address = asked is null ? null : IPAddress.Parse(asked);
        Call.Require(PeerAddresses.CheckInBlocks(peer, address, blocks), "InvalidParameterValue");
        var taken = peers.ConvertAll(other => (IPAddress.Parse(other.PeerAddress), IPAddress.Parse(other.TransitGatewayAddress)));
        address ??= PeerAddresses.FirstFree(blocks, [.. taken.Select(pair => pair.Item2)], peer.AddressFamily)
            ?? throw new ServiceException("InsufficientFreeAddressesInTransitGatewayCidrBlock", $"The CIDR blocks of {gateway.Id} have no free address.");
        Call.Require(PeerAddresses.CheckTunnelFree(peer, address, taken), "InvalidParameterValue");
        return address;
    }

    private static DeleteTransitGatewayConnectPeerResponse Delete(Call call, DeleteTransitGatewayConnectPeerRequest request)
    {
        var peer = Lookup.GetLive(call, call.Network.ConnectPeers, ResourceKind.TransitGatewayConnectPeer, request.TransitGatewayConnectPeerId, "transitGatewayConnectPeerId");
        if (!peer.IsLive(call.Now))
            throw TransitGateways.WrongState(peer.Id, peer.StateAt(call.Now));
        call.Permit(peer.Id, peer.AttachmentId);
        peer.Life.Enter(call.Now, TgwConnectPeerStates.Deleting, (call.After(Delay.ConnectPeer), TgwConnectPeerStates.Deleted));
        return new DeleteTransitGatewayConnectPeerResponse { TransitGatewayConnectPeer = Shape(call, peer) };
    }

    private static DescribeTransitGatewayConnectPeersResponse Describe(Call call, DescribeTransitGatewayConnectPeersRequest request)
    {
        var page = Lookup.Page(
            call, call.Network.ConnectPeers, ResourceKind.TransitGatewayConnectPeer, request.TransitGatewayConnectPeerIds, request.Filters, Known, request.MaxResults, request.NextToken);
        return new DescribeTransitGatewayConnectPeersResponse { TransitGatewayConnectPeers = page.Items.ConvertAll(peer => Shape(call, peer)), NextToken = page.NextToken };
    }

    private static TransitGatewayConnectPeer Shape(Call call, ConnectPeerRecord peer)
    {
        var inside = InsideCidrs.Addresses(Blocks.Parse(peer.InsideCidrBlocks).First(block => block.BaseAddress.AddressFamily == AddressFamily.InterNetwork));
        var since = peer.Life.At(call.Now);
        var isDown = call.World.Settings.BgpDown.Contains(peer.Id) || call.World.Settings.BgpDown.Contains(peer.AttachmentId);
        var status = since.State == TgwConnectPeerStates.Available && !isDown && call.Now - since.At >= call.After(Delay.ConnectPeerBgp) ? "up" : "down";
        return new TransitGatewayConnectPeer
        {
            TransitGatewayConnectPeerId = peer.Id,
            TransitGatewayAttachmentId = peer.AttachmentId,
            State = since.State,
            CreationTime = peer.Created.UtcDateTime,
            ConnectPeerConfiguration = new TransitGatewayConnectPeerConfiguration
            {
                TransitGatewayAddress = peer.TransitGatewayAddress,
                PeerAddress = peer.PeerAddress,
                InsideCidrBlocks = [.. peer.InsideCidrBlocks],
                Protocol = "gre",
                BgpConfigurations = [Session(inside.Gateway1), Session(inside.Gateway2)],
            },
            Tags = Tagging.Of(call, peer.Id),
        };

        TransitGatewayAttachmentBgpConfiguration Session(IPAddress gateway) => new()
        {
            TransitGatewayAsn = peer.TransitGatewayAsn,
            PeerAsn = peer.PeerAsn,
            TransitGatewayAddress = gateway.ToString(),
            PeerAddress = inside.Peer.ToString(),
            BgpStatus = status,
        };
    }
}
