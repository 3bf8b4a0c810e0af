# One line requests, accepts in the other Region as the other account, and each side routes to the other once it is there.
$peering = New-TgwPeering tgw-0aaaaaaa tgw-0bbbbbbb -PeerAccountId 222222222222 -PeerRegion eu-west-1 -DestinationCidrBlock 10.2.0.0/16 | Approve-TgwPeering -ProfileName partner -DestinationCidrBlock 10.1.0.0/16 -TransitGatewayRouteTableId tgw-rtb-0bbbbbbb | Wait-TgwPeering
"$($peering.State) in $($peering.Region) as $($peering.ProfileName)"
"$($peering.TransitGatewayId) $($peering.PeerTransitGatewayId) $($peering.PeerAccountId)"
Get-TgwPeering | ForEach-Object State

# Accepting again is told, and no failure; a second peering of the two isn't made.
$again = $peering | Approve-TgwPeering
$again.State
New-TgwPeering tgw-0aaaaaaa tgw-0bbbbbbb -PeerAccountId 222222222222 -PeerRegion eu-west-1

# Either side removes it, and once.
$removed = Get-TgwPeering -ProfileName partner -Region eu-west-1 | Remove-TgwPeering -PassThru -Confirm:$false | Wait-TgwPeering -State deleted
$removed.State
$peering | Remove-TgwPeering -Confirm:$false
Get-TgwPeering | ForEach-Object State
Get-TgwPeering -IncludeEnded | ForEach-Object State

# Its routes stay behind as blackholes: a new peering is made, and its route is refused and names what is in the way.
$next = New-TgwPeering tgw-0aaaaaaa tgw-0bbbbbbb -PeerAccountId 222222222222 -PeerRegion eu-west-1 -DestinationCidrBlock 10.2.0.0/16, 10.3.0.0/16 -ErrorVariable failed | Approve-TgwPeering -ProfileName partner | Wait-TgwPeering
$next.State
$failed.Exception.Message
