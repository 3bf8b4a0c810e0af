#!/bin/sh
# The GRE tunnel of tgw-connect-peer-0aaaaaa3. Run it as root before FRRouting loads tgw-connect-peer-0aaaaaa3.frr.conf.
set -e
ip link add gre1 type ip6gre local 2001:db8:1::10 remote 2001:db8:99::1 ttl 255 encaplimit none
ip link set dev gre1 mtu 1456 up
