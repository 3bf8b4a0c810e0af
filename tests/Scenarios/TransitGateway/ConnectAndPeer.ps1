# An attachment on a VPC attachment and a peer with blocks chosen by themselves; both BGP sessions come with it.
$connect = New-TgwConnect tgw-attach-0aaaaaa1 -Tag @{ Name = 'sdwan' }
$peer = $connect | New-TgwConnectPeer -PeerAddress 10.0.1.20 -PeerAsn 65020 -IPv6 | Wait-TgwConnectPeer
"$($peer.State) $($peer.InsideCidrBlocks)"
$peer.BgpConfigurations | ForEach-Object TransitGatewayAddress
$read = Get-TgwConnect $connect.TransitGatewayAttachmentId
"$($read.State) $($read.Protocol) $($read.TransportTransitGatewayAttachmentId) $($read.Tags)"
$peer | Get-TgwConnectPeerConfiguration -Platform FRRouting | Select-Object Platform, FileName
Get-TgwConnectPeer tgw-connect-peer-0aaaaaa1 | Get-TgwConnectPeerConfiguration -Platform VyOS | ForEach-Object Text
