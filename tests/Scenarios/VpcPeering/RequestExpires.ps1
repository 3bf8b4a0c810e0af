# A request that nobody answers ends after seven days; a wait for it fails at once with its state.
$peering = New-VpcPeering vpc-0aaaaaaa vpc-0ccccccc -PeerOwnerId 222222222222 -PeerRegion eu-west-1
Step-PeeringSandboxClock -Days 7 -Minutes 1
Get-VpcPeering $peering.VpcPeeringConnectionId | ForEach-Object State
$peering | Wait-VpcPeering
$peering | Approve-VpcPeering -ProfileName partner
