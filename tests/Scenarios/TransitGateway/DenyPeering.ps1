# A request is rejected for good; who asked may not accept.
$peering = New-TgwPeering tgw-0aaaaaaa tgw-0bbbbbbb -PeerAccountId 222222222222 -PeerRegion eu-west-1 | Wait-TgwPeering -State pendingAcceptance
$peering | Approve-TgwPeering -Region eu-central-1 -ProfileName hub
$denied = $peering | Deny-TgwPeering -ProfileName partner -PassThru -Confirm:$false | Wait-TgwPeering -State rejected
$denied.State
($denied | Deny-TgwPeering -PassThru -Confirm:$false).TransitGatewayAttachmentId
$denied | Approve-TgwPeering
$peering | Wait-TgwPeering -TimeoutSeconds 60
Get-TgwPeering
Get-TgwPeering -IncludeEnded | ForEach-Object State
