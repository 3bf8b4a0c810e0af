# Both sides, every block; the same again keeps them; removal takes back only what leads over that peering.
$peering = New-VpcPeering vpc-0aaaaaaa vpc-0ccccccc -PeerOwnerId 222222222222 -PeerRegion eu-west-1 | Approve-VpcPeering -ProfileName partner | Wait-VpcPeering
$id = $peering.VpcPeeringConnectionId
Add-VpcPeeringRoute $id -All -PeerProfileName partner | Select-Object Side, RouteTableId, Destination, Outcome
Add-VpcPeeringRoute $id -All -PeerProfileName partner | Where-Object Outcome -NE 'Kept'
Get-VpcPeeringRoute $id -PeerProfileName partner | Where-Object Destination -EQ '10.5.0.0/16' | Remove-VpcPeeringRoute -PassThru -Confirm:$false | Select-Object RouteTableId, Destination, Outcome
Remove-VpcPeeringRoute $id -All -PeerProfileName partner -Side Requester -Confirm:$false
Get-VpcPeeringRoute $id -PeerProfileName partner | Select-Object RouteTableId, Destination, State

# With the credentials of one side that side is done, and the other is told as not done.
Add-VpcPeeringRoute $id -RouteTableId rtb-0aaaaaa1 | Select-Object RouteTableId, Destination, Outcome
Add-VpcPeeringRoute $id -All | Select-Object RouteTableId, Destination, Outcome
