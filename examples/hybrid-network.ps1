# The five jobs, on the network that hybrid-network/ describes: two accounts (network, studio), two Regions.
# Rehearse it:  Start-PeeringSandbox -Path examples/hybrid-network; ./examples/hybrid-network.ps1

# 1. Peer the hub in Frankfurt with the studio's game servers in Dublin, another account and Region.
$peering = New-VpcPeering -VpcId vpc-0a1100000000000c1 -PeerVpcId vpc-0b1100000000000e1 -PeerOwnerId 444455556666 -PeerRegion eu-west-1 -Tag @{ Name = 'hub-to-games' }
$peering
Get-VpcPeering -VpcPeeringConnectionId $peering.VpcPeeringConnectionId

# 2. Connect an SD-WAN appliance to the transit gateway: GRE, two BGP sessions, a 4-byte AS number.
New-TgwConnectPeer -TransitGatewayAttachmentId tgw-attach-0a11000000000cc01 -PeerAddress 10.0.1.11 -InsideCidrBlock 169.254.10.0/29 -PeerAsn 4200000011 -Tag @{ Name = 'edge-2' }
Get-TgwConnectPeer -TransitGatewayAttachmentId tgw-attach-0a11000000000cc01

# 3. Give the campus line an IPv6 BGP peer; AWS chooses the addresses and the key.
Add-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a001 -Asn 65010 -AddressFamily ipv6

# 4. Take the IPv6 peer that is down off the second line: the chosen one, no other.
Get-DxVirtualInterface -VirtualInterfaceId dxvif-fgc1a002 | Get-DxBgpPeer | Where-Object BgpStatus -eq 'down' | Remove-DxBgpPeer -Confirm:$false
Get-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a002

# 5. Let the studio's GameLift fleets peer with the backup VPC for the next 24 hours.
New-GameLiftPeeringAuthorization -PeerVpcId vpc-0a2100000000000d1 -GameLiftAwsAccountId 444455556666 -Region eu-west-1

# What AWS says before anything happens: this would be allowed ...
New-VpcPeering -VpcId vpc-0a1300000000000c3 -PeerVpcId vpc-0a2100000000000d1 -PeerRegion eu-west-1 -WhatIf
# ... and this would not: the studio's role may not request peerings.
New-VpcPeering -VpcId vpc-0b2100000000000f1 -PeerVpcId vpc-0a1100000000000c1 -PeerOwnerId 111122223333 -ProfileName studio -WhatIf

# A rule is broken, so nothing is sent: AWS keeps this inside block for itself.
New-TgwConnectPeer -TransitGatewayAttachmentId tgw-attach-0a11000000000cc01 -PeerAddress 10.0.1.12 -InsideCidrBlock 169.254.5.0/29

# AWS refuses to remove the last BGP peer of a virtual interface, and the refusal arrives.
Remove-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a002 -BgpPeerId dxpeer-fgp1a002 -Confirm:$false
