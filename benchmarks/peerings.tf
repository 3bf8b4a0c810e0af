terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region     = "eu-central-1"
  access_key = "111122223333"
  secret_key = "sandbox"
}

provider "aws" {
  alias      = "peer"
  region     = "eu-west-1"
  access_key = "444455556666"
  secret_key = "sandbox"
}

locals {
  peerings = jsondecode(file("${path.module}/peerings.json"))
}

resource "aws_vpc_peering_connection" "all" {
  count         = length(local.peerings)
  vpc_id        = local.peerings[count.index].vpc_id
  peer_vpc_id   = local.peerings[count.index].peer_vpc_id
  peer_owner_id = "444455556666"
  peer_region   = "eu-west-1"
}

resource "aws_vpc_peering_connection_accepter" "all" {
  provider                  = aws.peer
  count                     = length(local.peerings)
  vpc_peering_connection_id = aws_vpc_peering_connection.all[count.index].id
  auto_accept               = true
}

resource "aws_vpc_peering_connection_options" "requester" {
  count                     = length(local.peerings)
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.all[count.index].id
  requester {
    allow_remote_vpc_dns_resolution = true
  }
}

resource "aws_vpc_peering_connection_options" "accepter" {
  provider                  = aws.peer
  count                     = length(local.peerings)
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.all[count.index].id
  accepter {
    allow_remote_vpc_dns_resolution = true
  }
}

resource "aws_route" "requester" {
  count                     = 2 * length(local.peerings)
  route_table_id            = local.peerings[floor(count.index / 2)].tables[count.index % 2]
  destination_cidr_block    = local.peerings[floor(count.index / 2)].peer_cidr
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.all[floor(count.index / 2)].id
}

resource "aws_route" "accepter" {
  provider                  = aws.peer
  count                     = 2 * length(local.peerings)
  route_table_id            = local.peerings[floor(count.index / 2)].peer_tables[count.index % 2]
  destination_cidr_block    = local.peerings[floor(count.index / 2)].cidr
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.all[floor(count.index / 2)].id
}
