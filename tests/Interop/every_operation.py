"""Calls every operation of the models against a sandbox, and holds each answer against botocore's own model of it."""
import json
import logging
import pathlib
import sys
import time
import xml.etree.ElementTree as ElementTree

import boto3
from botocore.exceptions import ClientError

ONE, TWO = "111111111111", "222222222222"
HOME, AWAY = "eu-west-1", "us-east-1"
FLEET = "fleet-2222bbbb-33cc-44dd-55ee-6666ffff77aa"
SERVICES = {"ec2": "ec2", "directconnect": "directconnect", "gamelift": "gamelift"}

models = pathlib.Path(sys.argv[1])
expected = {(service, name) for service in SERVICES for name in json.loads((models / f"{service}.json").read_text())["operations"]}
called = set()


class Strict(logging.Handler):
    """botocore only warns of what it doesn't understand; here that is a failure."""

    def emit(self, record):
        raise AssertionError(record.getMessage())


logging.getLogger("botocore").addHandler(Strict(level=logging.WARNING))


def wire_name(shape, member_name, member):
    return member.serialization.get("name", member_name)


def check_xml(element, shape, path):
    """Every element must be one that the model knows at its place."""
    if shape.type_name == "structure":
        known = {wire_name(shape, name, member): member for name, member in shape.members.items()}
        for child in element:
            tag = child.tag.split("}")[-1]
            assert tag in known, f"{path}/{tag} is not in the model"
            check_xml(child, known[tag], f"{path}/{tag}")
    elif shape.type_name == "list":
        item = shape.member.serialization.get("name", "item")
        for child in element:
            tag = child.tag.split("}")[-1]
            assert tag == item, f"{path}/{tag} should be {item}"
            check_xml(child, shape.member, f"{path}/{tag}")
    else:
        assert len(element) == 0, f"{path} holds elements"


def check_json(value, shape, path):
    if shape.type_name == "structure":
        known = {wire_name(shape, name, member): member for name, member in shape.members.items()}
        for name, child in value.items():
            assert name in known, f"{path}.{name} is not in the model"
            check_json(child, known[name], f"{path}.{name}")
    elif shape.type_name == "list":
        for child in value:
            check_json(child, shape.member, f"{path}[]")


def check(http_response, parsed, model, **_):
    if http_response.status_code >= 300:
        return
    called.add((model.service_model.service_name, model.name))
    body, shape = http_response.content, model.output_shape
    if model.service_model.service_name == "ec2":
        root = ElementTree.fromstring(body)
        children = [child for child in root if child.tag.split("}")[-1] != "requestId"]
        if shape is None:
            assert [child.tag.split("}")[-1] for child in children] == ["return"], f"{model.name} answers more than return"
            return
        holder = ElementTree.Element(root.tag)
        holder.extend(children)
        check_xml(holder, shape, model.name)
    elif shape is not None and "json" in http_response.headers.get("content-type", ""):
        check_json(json.loads(body or b"{}"), shape, model.name)


def client(service, account=ONE, region=HOME):
    made = boto3.client(service, region_name=region, aws_access_key_id=account, aws_secret_access_key="sandbox")
    made.meta.events.register_last("after-call", check)
    return made


def until(read, wanted, what):
    for _ in range(100):
        if read() == wanted:
            return
        time.sleep(0.05)
    raise AssertionError(f"{what} is {read()}, not {wanted}")


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        assert error.response["ResponseMetadata"]["RequestId"], error
    else:
        raise AssertionError(f"not refused with {code}")


def vpc_world():
    a, b = client("ec2"), client("ec2", TWO, AWAY)
    a.describe_regions()
    a.describe_availability_zones()
    a.describe_account_attributes()
    tags = [{"ResourceType": "vpc", "Tags": [{"Key": "Name", "Value": "café <1> & \"2\""}]}]
    vpc = a.create_vpc(CidrBlock="10.0.0.0/16", AmazonProvidedIpv6CidrBlock=True, TagSpecifications=tags)["Vpc"]
    vpc_id = vpc["VpcId"]
    assert vpc["Tags"][0]["Value"] == "café <1> & \"2\""
    far = b.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
    block = a.associate_vpc_cidr_block(VpcId=vpc_id, CidrBlock="10.9.0.0/16")["CidrBlockAssociation"]["AssociationId"]
    a.disassociate_vpc_cidr_block(AssociationId=block)
    a.describe_vpcs(Filters=[{"Name": "tag:Name", "Values": ["caf*"]}])
    for ec2, vpc_of in ((a, vpc_id), (b, far)):
        ec2.modify_vpc_attribute(VpcId=vpc_of, EnableDnsHostnames={"Value": True})
    assert a.describe_vpc_attribute(VpcId=vpc_id, Attribute="enableDnsHostnames")["EnableDnsHostnames"]["Value"]
    subnet = a.create_subnet(VpcId=vpc_id, CidrBlock="10.0.1.0/24")["Subnet"]["SubnetId"]
    a.modify_subnet_attribute(SubnetId=subnet, MapPublicIpOnLaunch={"Value": True})
    assert a.describe_subnets(SubnetIds=[subnet])["Subnets"][0]["MapPublicIpOnLaunch"]
    a.describe_network_acls()
    a.describe_network_interfaces()
    group = a.describe_security_groups(Filters=[{"Name": "group-name", "Values": ["default"]}])["SecurityGroups"][0]["GroupId"]
    a.describe_security_group_references(GroupId=[group])
    a.describe_stale_security_groups(VpcId=vpc_id)
    a.create_tags(Resources=[subnet], Tags=[{"Key": "x", "Value": ""}])
    a.describe_tags(Filters=[{"Name": "resource-id", "Values": [subnet]}])
    a.delete_tags(Resources=[subnet], Tags=[{"Key": "x"}])
    peering(a, b, vpc_id, far)
    routes(a, vpc_id, subnet)
    return a, b, vpc_id, subnet


def peering(a, b, vpc_id, far):
    def ask():
        made = a.create_vpc_peering_connection(VpcId=vpc_id, PeerVpcId=far, PeerOwnerId=TWO, PeerRegion=AWAY)["VpcPeeringConnection"]
        pcx = made["VpcPeeringConnectionId"]
        until(lambda: state(a, pcx), "pending-acceptance", pcx)
        return pcx

    def state(ec2, pcx):
        return ec2.describe_vpc_peering_connections(VpcPeeringConnectionIds=[pcx])["VpcPeeringConnections"][0]["Status"]["Code"]

    rejected = ask()
    b.reject_vpc_peering_connection(VpcPeeringConnectionId=rejected)
    pcx = ask()
    refused("OperationNotPermitted", a.accept_vpc_peering_connection, VpcPeeringConnectionId=pcx)
    refused("DryRunOperation", b.accept_vpc_peering_connection, VpcPeeringConnectionId=pcx, DryRun=True)
    b.accept_vpc_peering_connection(VpcPeeringConnectionId=pcx)
    until(lambda: state(a, pcx), "active", pcx)
    a.modify_vpc_peering_connection_options(VpcPeeringConnectionId=pcx, RequesterPeeringConnectionOptions={"AllowDnsResolutionFromRemoteVpc": True})
    table = a.describe_route_tables(Filters=[{"Name": "vpc-id", "Values": [vpc_id]}])["RouteTables"][0]["RouteTableId"]
    a.create_route(RouteTableId=table, DestinationCidrBlock="10.1.0.0/16", VpcPeeringConnectionId=pcx)
    a.replace_route(RouteTableId=table, DestinationCidrBlock="10.1.0.0/16", VpcPeeringConnectionId=pcx)
    a.delete_vpc_peering_connection(VpcPeeringConnectionId=pcx)
    a.delete_route(RouteTableId=table, DestinationCidrBlock="10.1.0.0/16")


def routes(a, vpc_id, subnet):
    table = a.create_route_table(VpcId=vpc_id)["RouteTable"]["RouteTableId"]
    used = a.associate_route_table(RouteTableId=table, SubnetId=subnet)["AssociationId"]
    a.disassociate_route_table(AssociationId=used)
    a.delete_route_table(RouteTableId=table)


def gateway_world(a, b, vpc_id, subnet):
    def made(ec2, block, asn):
        gateway = ec2.create_transit_gateway(Options={"AmazonSideAsn": asn, "TransitGatewayCidrBlocks": [block]})["TransitGateway"]
        until(lambda: ec2.describe_transit_gateways(TransitGatewayIds=[gateway["TransitGatewayId"]])["TransitGateways"][0]["State"], "available", "gateway")
        return gateway

    def attached(ec2, attachment, wanted="available"):
        until(lambda: ec2.describe_transit_gateway_attachments(TransitGatewayAttachmentIds=[attachment])["TransitGatewayAttachments"][0]["State"], wanted, attachment)

    gateway, other = made(a, "10.99.0.0/24", 64600), made(b, "10.98.0.0/24", 64601)
    tgw, table = gateway["TransitGatewayId"], gateway["Options"]["AssociationDefaultRouteTableId"]
    a.modify_transit_gateway(TransitGatewayId=tgw, Description="changed")
    until(lambda: a.describe_transit_gateways(TransitGatewayIds=[tgw])["TransitGateways"][0]["State"], "available", tgw)
    vpc_attachment = a.create_transit_gateway_vpc_attachment(TransitGatewayId=tgw, VpcId=vpc_id, SubnetIds=[subnet])["TransitGatewayVpcAttachment"]["TransitGatewayAttachmentId"]
    attached(a, vpc_attachment)
    a.modify_transit_gateway_vpc_attachment(TransitGatewayAttachmentId=vpc_attachment, Options={"ApplianceModeSupport": "enable"})
    attached(a, vpc_attachment)
    a.describe_transit_gateway_vpc_attachments()
    a.describe_transit_gateway_route_tables()
    association = lambda: [found["State"] for found in a.get_transit_gateway_route_table_associations(TransitGatewayRouteTableId=table)["Associations"]]
    until(association, ["associated"], "association")
    a.disassociate_transit_gateway_route_table(TransitGatewayRouteTableId=table, TransitGatewayAttachmentId=vpc_attachment)
    until(association, [], "association")
    a.associate_transit_gateway_route_table(TransitGatewayRouteTableId=table, TransitGatewayAttachmentId=vpc_attachment)
    a.get_transit_gateway_route_table_propagations(TransitGatewayRouteTableId=table)
    a.disable_transit_gateway_route_table_propagation(TransitGatewayRouteTableId=table, TransitGatewayAttachmentId=vpc_attachment)
    a.enable_transit_gateway_route_table_propagation(TransitGatewayRouteTableId=table, TransitGatewayAttachmentId=vpc_attachment)
    a.create_transit_gateway_route(TransitGatewayRouteTableId=table, DestinationCidrBlock="10.50.0.0/16", TransitGatewayAttachmentId=vpc_attachment)
    assert a.search_transit_gateway_routes(TransitGatewayRouteTableId=table, Filters=[{"Name": "type", "Values": ["static"]}])["Routes"]
    a.delete_transit_gateway_route(TransitGatewayRouteTableId=table, DestinationCidrBlock="10.50.0.0/16")

    connect = a.create_transit_gateway_connect(TransportTransitGatewayAttachmentId=vpc_attachment, Options={"Protocol": "gre"})["TransitGatewayConnect"]["TransitGatewayAttachmentId"]
    attached(a, connect)
    a.describe_transit_gateway_connects()
    peer = a.create_transit_gateway_connect_peer(TransitGatewayAttachmentId=connect, PeerAddress="10.0.1.5", InsideCidrBlocks=["169.254.6.0/29", "fd00::/125"])["TransitGatewayConnectPeer"]
    assert len(peer["ConnectPeerConfiguration"]["BgpConfigurations"]) == 2
    peer_id = peer["TransitGatewayConnectPeerId"]
    until(lambda: a.describe_transit_gateway_connect_peers(TransitGatewayConnectPeerIds=[peer_id])["TransitGatewayConnectPeers"][0]["State"], "available", peer_id)
    a.delete_transit_gateway_connect_peer(TransitGatewayConnectPeerId=peer_id)
    until(lambda: a.describe_transit_gateway_connect_peers(TransitGatewayConnectPeerIds=[peer_id])["TransitGatewayConnectPeers"][0]["State"], "deleted", peer_id)
    a.delete_transit_gateway_connect(TransitGatewayAttachmentId=connect)
    attached(a, connect, "deleted")

    def ask():
        attachment = a.create_transit_gateway_peering_attachment(TransitGatewayId=tgw, PeerTransitGatewayId=other["TransitGatewayId"], PeerAccountId=TWO, PeerRegion=AWAY)
        attachment = attachment["TransitGatewayPeeringAttachment"]["TransitGatewayAttachmentId"]
        attached(a, attachment, "pendingAcceptance")
        return attachment

    first = ask()
    b.reject_transit_gateway_peering_attachment(TransitGatewayAttachmentId=first)
    attached(a, first, "rejected")
    second = ask()
    b.accept_transit_gateway_peering_attachment(TransitGatewayAttachmentId=second)
    attached(a, second)
    b.describe_transit_gateway_peering_attachments()
    a.delete_transit_gateway_peering_attachment(TransitGatewayAttachmentId=second)
    a.delete_transit_gateway_vpc_attachment(TransitGatewayAttachmentId=vpc_attachment)
    attached(a, second, "deleted")
    attached(a, vpc_attachment, "deleted")
    a.delete_transit_gateway(TransitGatewayId=tgw)


def direct_connect_world():
    a, b = client("directconnect"), client("directconnect", TWO)
    location = a.describe_locations()["locations"][0]["locationCode"]
    a.describe_lags()
    virtual_gateway = a.describe_virtual_gateways()["virtualGateways"][0]["virtualGatewayId"]
    connection = a.create_connection(location=location, bandwidth="10Gbps", connectionName="c", tags=[{"key": "a", "value": "b"}])["connectionId"]
    a.update_connection(connectionId=connection, connectionName="d")
    until(lambda: a.describe_connections(connectionId=connection)["connections"][0]["connectionState"], "available", connection)
    gateways = [a.create_direct_connect_gateway(directConnectGatewayName=f"g{i}")["directConnectGateway"]["directConnectGatewayId"] for i in range(3)]
    theirs = [b.create_direct_connect_gateway(directConnectGatewayName=f"g{i}")["directConnectGateway"]["directConnectGatewayId"] for i in range(2)]
    a.update_direct_connect_gateway(directConnectGatewayId=gateways[0], newDirectConnectGatewayName="renamed")
    a.describe_direct_connect_gateways()
    association = a.create_direct_connect_gateway_association(directConnectGatewayId=gateways[0], virtualGatewayId=virtual_gateway)["directConnectGatewayAssociation"]["associationId"]
    a.describe_direct_connect_gateway_associations(directConnectGatewayId=gateways[0])

    private = a.create_private_virtual_interface(connectionId=connection, newPrivateVirtualInterface={
        "virtualInterfaceName": "p", "vlan": 1, "asnLong": 4200000001, "directConnectGatewayId": gateways[0]})["virtualInterfaceId"]
    transit = a.create_transit_virtual_interface(connectionId=connection, newTransitVirtualInterface={
        "virtualInterfaceName": "t", "vlan": 2, "asn": 65001, "directConnectGatewayId": gateways[1], "mtu": 8500})["virtualInterface"]
    assert transit["asn"] == 65001 and transit["mtu"] == 8500
    public = {"virtualInterfaceName": "u", "vlan": 3, "asn": 65001, "amazonAddress": "203.0.113.1/30", "customerAddress": "203.0.113.2/30", "routeFilterPrefixes": [{"cidr": "198.51.100.0/24"}]}
    a.create_public_virtual_interface(connectionId=connection, newPublicVirtualInterface=public)
    hosted = a.allocate_private_virtual_interface(connectionId=connection, ownerAccount=TWO, newPrivateVirtualInterfaceAllocation={"virtualInterfaceName": "hp", "vlan": 4, "asn": 65001})
    assert hosted["virtualInterfaceState"] == "confirming"
    b.confirm_private_virtual_interface(virtualInterfaceId=hosted["virtualInterfaceId"], directConnectGatewayId=theirs[0])
    hosted = a.allocate_transit_virtual_interface(connectionId=connection, ownerAccount=TWO, newTransitVirtualInterfaceAllocation={"virtualInterfaceName": "ht", "vlan": 5, "asn": 65001})
    b.confirm_transit_virtual_interface(virtualInterfaceId=hosted["virtualInterface"]["virtualInterfaceId"], directConnectGatewayId=theirs[1])
    hosted = a.allocate_public_virtual_interface(connectionId=connection, ownerAccount=TWO, newPublicVirtualInterfaceAllocation={**public, "vlan": 6, "amazonAddress": "203.0.113.5/30", "customerAddress": "203.0.113.6/30"})
    b.confirm_public_virtual_interface(virtualInterfaceId=hosted["virtualInterfaceId"])

    until(lambda: a.describe_virtual_interfaces(virtualInterfaceId=private)["virtualInterfaces"][0]["virtualInterfaceState"], "available", private)
    peers = a.create_bgp_peer(virtualInterfaceId=private, newBGPPeer={"asn": 65002, "addressFamily": "ipv6", "authKey": "abcdef"})["virtualInterface"]["bgpPeers"]
    assert [peer["asn"] for peer in peers] == [0, 65002], peers
    a.describe_direct_connect_gateway_attachments(virtualInterfaceId=private)
    assert peers[0]["authKey"] in a.describe_router_configuration(virtualInterfaceId=private)["customerRouterConfig"]
    a.start_bgp_failover_test(virtualInterfaceId=private, testDurationInMinutes=5)
    a.stop_bgp_failover_test(virtualInterfaceId=private)
    assert a.list_virtual_interface_test_history()["virtualInterfaceTestHistory"][0]["startTime"].year > 2000
    a.delete_bgp_peer(virtualInterfaceId=private, bgpPeerId=peers[0]["bgpPeerId"])
    refused("DirectConnectClientException", a.delete_bgp_peer, virtualInterfaceId=private, bgpPeerId=peers[1]["bgpPeerId"])
    a.update_virtual_interface_attributes(virtualInterfaceId=private, mtu=8500)
    a.associate_virtual_interface(virtualInterfaceId=private, connectionId="dxlag-fg1a2b3c")
    arn = f"arn:aws:directconnect:{HOME}:{ONE}:dxvif/{private}"
    a.tag_resource(resourceArn=arn, tags=[{"key": "k", "value": "v"}])
    assert a.describe_tags(resourceArns=[arn])["resourceTags"][0]["tags"] == [{"key": "k", "value": "v"}]
    a.untag_resource(resourceArn=arn, tagKeys=["k"])
    a.delete_virtual_interface(virtualInterfaceId=private)
    a.delete_direct_connect_gateway_association(associationId=association)
    a.delete_direct_connect_gateway(directConnectGatewayId=gateways[2])
    spare = a.create_connection(location=location, bandwidth="1Gbps", connectionName="spare")["connectionId"]
    a.delete_connection(connectionId=spare)


def gamelift_world(ec2):
    owner, player = client("gamelift"), client("gamelift", TWO)
    vpc_id = ec2.create_vpc(CidrBlock="10.77.0.0/16")["Vpc"]["VpcId"]
    assert player.list_fleets()["FleetIds"] == [FLEET]
    assert player.describe_fleet_attributes()["FleetAttributes"][0]["CreationTime"].year == 2026
    player.describe_fleet_utilization()
    refused("UnauthorizedException", player.create_vpc_peering_connection, FleetId=FLEET, PeerVpcAwsAccountId=ONE, PeerVpcId=vpc_id)
    given = owner.create_vpc_peering_authorization(GameLiftAwsAccountId=TWO, PeerVpcId=vpc_id)["VpcPeeringAuthorization"]
    assert (given["ExpirationTime"] - given["CreationTime"]).total_seconds() == 24 * 3600
    assert len(player.describe_vpc_peering_authorizations()["VpcPeeringAuthorizations"]) == 1
    player.create_vpc_peering_connection(FleetId=FLEET, PeerVpcAwsAccountId=ONE, PeerVpcId=vpc_id)
    read = lambda: player.describe_vpc_peering_connections(FleetId=FLEET)["VpcPeeringConnections"][0]
    until(lambda: read()["Status"]["Code"], "active", "GameLift peering")
    player.delete_vpc_peering_connection(FleetId=FLEET, VpcPeeringConnectionId=read()["VpcPeeringConnectionId"])
    owner.delete_vpc_peering_authorization(GameLiftAwsAccountId=TWO, PeerVpcId=vpc_id)


def roles():
    sts = client("sts")
    assert sts.get_caller_identity()["Account"] == ONE
    role = sts.assume_role(RoleArn=f"arn:aws:iam::{TWO}:role/ops", RoleSessionName="me")["Credentials"]
    theirs = boto3.client("sts", region_name=HOME, aws_access_key_id=role["AccessKeyId"], aws_secret_access_key=role["SecretAccessKey"], aws_session_token=role["SessionToken"])
    assert theirs.get_caller_identity()["Account"] == TWO


roles()
ec2, partner, vpc_id, subnet_id = vpc_world()
gateway_world(ec2, partner, vpc_id, subnet_id)
ec2.delete_subnet(SubnetId=subnet_id)
ec2.delete_vpc(VpcId=vpc_id)
direct_connect_world()
gamelift_world(ec2)
missing = expected - called
assert not missing, f"never called: {sorted(missing)}"
print(f"{len(expected)} operations answered and parsed")
