#!/bin/sh
# The GRE tunnel of tgw-connect-peer-0aaaaaa1. Run it as root before FRRouting loads tgw-connect-peer-0aaaaaa1.frr.conf.
set -e
ip link add gre1 type gre local 10.0.1.10 remote 10.99.0.1 ttl 255
ip link set dev gre1 mtu 1476 up
