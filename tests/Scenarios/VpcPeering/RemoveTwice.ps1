# Either side removes; removing what is gone is a warning and success; an id that leads nowhere fails alone.
$peering = New-VpcPeering vpc-0aaaaaaa vpc-0bbbbbbb | Approve-VpcPeering | Wait-VpcPeering
$removed = $peering | Remove-VpcPeering -PassThru -Confirm:$false | Wait-VpcPeering -State deleted
$removed.State
$peering | Remove-VpcPeering -Confirm:$false
$second = New-VpcPeering vpc-0aaaaaaa vpc-0bbbbbbb
'pcx-00000000', $second.VpcPeeringConnectionId | Remove-VpcPeering -Confirm:$false
Get-VpcPeering -IncludeEnded | ForEach-Object State
