# What ended is hidden unless it is asked for; what ended can't be accepted, and is rejected or removed only once.
$peering = New-VpcPeering vpc-0aaaaaaa vpc-0ccccccc -PeerOwnerId 222222222222 -PeerRegion eu-west-1
$denied = $peering | Deny-VpcPeering -ProfileName partner -PassThru -Confirm:$false
"$($denied.State) in $($denied.Region)"
Get-VpcPeering | Select-Object State
Get-VpcPeering -IncludeEnded | ForEach-Object State
Get-VpcPeering -Status rejected | ForEach-Object VpcId
$denied | Deny-VpcPeering -Confirm:$false
$denied | Approve-VpcPeering
$peering | Wait-VpcPeering
$peering | Remove-VpcPeering -Confirm:$false
