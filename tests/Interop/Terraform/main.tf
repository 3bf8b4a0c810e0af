terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}
provider "aws" {
  region     = "eu-west-1"
  access_key = "111111111111"
  secret_key = "x"
}
provider "aws" {
  alias      = "peer"
  region     = "us-east-1"
  access_key = "222222222222"
  secret_key = "x"
}
resource "aws_vpc" "a" {
  cidr_block           = "10.0.0.0/16"
  enable_dns_hostnames = true
  tags                 = { Name = "a" }
}
resource "aws_vpc" "b" {
  provider             = aws.peer
  cidr_block           = "10.1.0.0/16"
  enable_dns_hostnames = true
}
resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.a.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_vpc_peering_connection" "p" {
  vpc_id        = aws_vpc.a.id
  peer_vpc_id   = aws_vpc.b.id
  peer_owner_id = "222222222222"
  peer_region   = "us-east-1"
  tags          = { Side = "requester" }
}
resource "aws_vpc_peering_connection_accepter" "p" {
  provider                  = aws.peer
  vpc_peering_connection_id = aws_vpc_peering_connection.p.id
  auto_accept               = true
  tags                      = { Side = "accepter" }
}
resource "aws_vpc_peering_connection_options" "r" {
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.p.id
  requester { allow_remote_vpc_dns_resolution = true }
}
resource "aws_vpc_peering_connection_options" "acc" {
  provider                  = aws.peer
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.p.id
  accepter { allow_remote_vpc_dns_resolution = true }
}
resource "aws_route" "a" {
  route_table_id            = aws_vpc.a.main_route_table_id
  destination_cidr_block    = "10.1.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.p.id
}
resource "aws_route" "b" {
  provider                  = aws.peer
  route_table_id            = aws_vpc.b.main_route_table_id
  destination_cidr_block    = "10.0.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.p.id
}
resource "aws_ec2_transit_gateway" "a" {
  transit_gateway_cidr_blocks = ["10.99.0.0/24"]
  amazon_side_asn             = 64600
}
resource "aws_ec2_transit_gateway" "b" {
  provider        = aws.peer
  amazon_side_asn = 64601
}
resource "aws_ec2_transit_gateway_vpc_attachment" "a" {
  transit_gateway_id = aws_ec2_transit_gateway.a.id
  vpc_id             = aws_vpc.a.id
  subnet_ids         = [aws_subnet.a.id]
}
resource "aws_ec2_transit_gateway_connect" "a" {
  transit_gateway_id      = aws_ec2_transit_gateway.a.id
  transport_attachment_id = aws_ec2_transit_gateway_vpc_attachment.a.id
}
resource "aws_ec2_transit_gateway_connect_peer" "a" {
  transit_gateway_attachment_id = aws_ec2_transit_gateway_connect.a.id
  peer_address                  = "10.0.1.5"
  inside_cidr_blocks            = ["169.254.100.0/29"]
  bgp_asn                       = "65010"
}
resource "aws_ec2_transit_gateway_peering_attachment" "p" {
  transit_gateway_id      = aws_ec2_transit_gateway.a.id
  peer_transit_gateway_id = aws_ec2_transit_gateway.b.id
  peer_account_id         = "222222222222"
  peer_region             = "us-east-1"
}
resource "aws_ec2_transit_gateway_peering_attachment_accepter" "p" {
  provider                      = aws.peer
  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.p.id
}
resource "aws_route_table" "a" {
  vpc_id = aws_vpc.a.id
  tags   = { Name = "a" }
}
resource "aws_route_table_association" "a" {
  subnet_id      = aws_subnet.a.id
  route_table_id = aws_route_table.a.id
}
