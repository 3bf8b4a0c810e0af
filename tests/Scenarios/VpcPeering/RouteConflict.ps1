# A route that leads elsewhere is named and kept; -Force replaces it, but not under -WhatIf.
$first = Connect-VpcPeering vpc-0aaaaaaa vpc-0ccccccc -PeerRegion eu-west-1 -PeerProfileName partner -RouteTableId rtb-0aaaaaa1
$first.VpcPeering | Remove-VpcPeering -PassThru -Confirm:$false | Wait-VpcPeering -State deleted | Out-Null
$second = New-VpcPeering vpc-0aaaaaaa vpc-0ccccccc -PeerOwnerId 222222222222 -PeerRegion eu-west-1 | Approve-VpcPeering -ProfileName partner | Wait-VpcPeering
$id = $second.VpcPeeringConnectionId
Get-VpcPeeringRoute $first.VpcPeeringConnectionId | Select-Object RouteTableId, Destination, State
Add-VpcPeeringRoute $id -RouteTableId rtb-0aaaaaa1
Add-VpcPeeringRoute $id -RouteTableId rtb-0aaaaaa1 -Force -WhatIf | Select-Object RouteTableId, Destination, Outcome
Add-VpcPeeringRoute $id -RouteTableId rtb-0aaaaaa1 -Force | Select-Object RouteTableId, Destination, Outcome
Get-VpcPeeringRoute $id | Select-Object RouteTableId, Destination, State
