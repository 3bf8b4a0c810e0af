# One line requests, accepts in the other Region as the other account, and waits there.
$peering = New-VpcPeering -VpcId vpc-0aaaaaaa -PeerVpcId vpc-0ccccccc -PeerOwnerId 222222222222 -PeerRegion eu-west-1 | Approve-VpcPeering -ProfileName partner | Wait-VpcPeering
"$($peering.State) in $($peering.Region) as $($peering.ProfileName) of $($peering.AccountId)"

# Accepting an active one is told, and no failure.
$again = $peering | Approve-VpcPeering
$again.State

# The requester sees it too, and may not accept.
Get-VpcPeering | Select-Object State, VpcId, PeerVpcId, PeerRegion
$refused = New-VpcPeering vpc-0aaaaaaa vpc-0ddddddd -PeerOwnerId 222222222222 | Wait-VpcPeering -State pending-acceptance
$refused | Approve-VpcPeering -Region eu-central-1 -ProfileName hub
